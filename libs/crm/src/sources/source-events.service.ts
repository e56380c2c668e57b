import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type EventEntry, InboxStore, LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import {
  type CallbackListener,
  CallbackListeners,
  type KeepPart,
  type ToldCallback,
} from '@parcours/messaging';
import type { SourceEvent } from '@parcours/sdk';

import { stableId } from '../people/people-page.js';
import { SourceCounts } from './source-counts.store.js';
import { propertiesOf } from './source-event.rules.js';
import { customerOf, SourceCustomers } from './source-customers.service.js';

interface ToldEvents {
  readonly connectorId: number;
  readonly events: readonly SourceEvent[];
  /** Syncs by which people of the connector are known. */
  readonly syncIds: readonly number[];
  readonly now: number;
}

/** Makes events of customers out of what other systems tell, with the callback that tells it. */
@Injectable()
export class SourceEvents implements CallbackListener, OnModuleInit {
  constructor(
    private readonly listeners: CallbackListeners,
    private readonly finder: SourceCustomers,
    private readonly inbox: InboxStore,
    private readonly counts: SourceCounts,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  async prepare(
    { connector, connectorId, result }: ToldCallback,
    now: number,
  ): Promise<KeepPart | undefined> {
    const { events = [] } = result;
    if (events.length === 0) return undefined;
    const isOfPeople = events.some(({ customer }) => 'personId' in customer);
    const syncIds = isOfPeople ? await this.finder.syncsOf(connector) : [];
    return async (sql) => {
      const lanes = await this.keep(sql, { connectorId, events, syncIds, now });
      return () => {
        this.jobs.wake(LANE_JOB, [...lanes].map(String));
      };
    };
  }

  private async keep(sql: Sql, told: ToldEvents): Promise<ReadonlySet<number>> {
    const { connectorId, events, now } = told;
    const known = await this.finder.known(sql, told);
    const entries = events.flatMap((event): EventEntry[] => {
      const customerKey = customerOf(event, known);
      if (customerKey === undefined) return [];
      const { id, name, at = now, traits = {} } = event;
      return [
        {
          kind: 'event',
          customerKey,
          name,
          messageId: stableId(`source ${String(connectorId)} ${id}`),
          occurredAt: at,
          properties: propertiesOf(event),
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
