import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type EventEntry, InboxStore } from '@parcours/events';
import { SourceEventDesk, type ToldEvents } from '@parcours/messaging';

import { stableId } from '../people/people-page.js';
import { SourceCounts } from './source-counts.store.js';
import { customerOf, SourceCustomers } from './source-customers.service.js';

/** Makes events of customers out of what other systems tell, with the callback that tells it. */
@Injectable()
export class SourceEvents implements OnModuleInit {
  constructor(
    private readonly desk: SourceEventDesk,
    private readonly finder: SourceCustomers,
    private readonly inbox: InboxStore,
    private readonly counts: SourceCounts,
  ) {}

  onModuleInit(): void {
    this.desk.connect({
      circleOf: (connector) => this.finder.syncsOf(connector),
      keep: (sql, told) => this.keep(sql, told),
    });
  }

  private async keep(sql: Sql, told: ToldEvents): Promise<ReadonlySet<number>> {
    const { connectorId, events, now } = told;
    const known = await this.finder.known(sql, told);
    const entries = events.flatMap((event): EventEntry[] => {
      const customerKey = customerOf(event, known);
      if (customerKey === undefined) return [];
      const { id, name, at = now, properties = {}, traits = {} } = event;
      return [
        {
          kind: 'event',
          customerKey,
          name,
          messageId: stableId(`source ${String(connectorId)} ${id}`),
          occurredAt: at,
          properties,
          traits: Object.keys(traits).length === 0 ? undefined : traits,
        },
      ];
    });
    const { rows, lanes } = this.inbox.rowsOf(entries);
    if (rows.length > 0) await this.inbox.insert(sql, rows);
    await this.counts.add(sql, {
      connectorId,
      taken: entries.length,
      unmatched: events.length - entries.length,
      now,
    });
    return lanes;
  }
}
