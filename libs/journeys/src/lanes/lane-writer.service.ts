import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { EventStore, InboxStore, MAX_HOPS } from '@parcours/events';

import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { LaneCustomers } from './lane-customers.service.js';
import { LaneOutbox } from './lane-outbox.service.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

const TOO_MANY_HOPS =
  `More than ${String(MAX_HOPS)} journeys have set each other off in a row without a wait. ` +
  'Look for journeys that enter each other, or raise events that enter each other.';

/** Writes what follows from a batch: one statement a table, all in the batch's transaction. */
@Injectable()
export class LaneWriter {
  constructor(
    private readonly customers: LaneCustomers,
    private readonly events: EventStore,
    private readonly enrollments: EnrollmentStore,
    private readonly outbox: LaneOutbox,
    private readonly inbox: InboxStore,
  ) {}

  async write(sql: Sql, work: LaneWork, changes: LaneChanges): Promise<void> {
    const { lane, now, inbox, handedOn, outdated } = work;
    for (const { ids, to } of handedOn) await this.inbox.readdress(sql, { lane, ids, to });
    await this.customers.write(sql, changes);
    await this.events.add(sql, lane, changes.events);
    await this.enrollments.save(sql, changes.enrollments);
    await this.enrollments.addRecords(sql, changes.records);
    await this.enrollments.addGoals(sql, changes.goals);
    await this.outbox.add(sql, changes, now);
    await this.inbox.add(sql, changes.entries);
    await this.inbox.refuse(sql, changes.refused, TOO_MANY_HOPS, now);
    await this.customers.countDropped(
      sql,
      outdated.map(({ entry }) => entry.customerKey),
    );
    await this.inbox.remove(
      sql,
      lane,
      [...inbox, ...outdated].map(({ id }) => id),
    );
  }
}
