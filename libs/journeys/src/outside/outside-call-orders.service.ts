import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { ActionTrail } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, Clock } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { OUTSIDE_CALL_JOB } from './outside-call.js';
import { OutsideCallOrderStore } from './outside-call-order.store.js';
import type { OutsideCallView } from './outside-call-view.store.js';

/** Who orders something about a call, and why. */
export interface CallOrder {
  readonly by: Actor;
  readonly reason: string;
}

/**
 * What people do about calls. The customer of a call that has failed has gone on, and stays where they are when it is
 * made once more; the customer of one that is given up goes on by the way of failures.
 */
@Injectable()
export class OutsideCallOrders {
  constructor(
    private readonly database: Database,
    private readonly orders: OutsideCallOrderStore,
    private readonly trail: ActionTrail,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws journeys.outside-call-over */
  async retry(call: OutsideCallView, order: CallOrder): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      if (!(await this.orders.retry(sql, call.id, this.clock.now()))) throw refusalOf(call);
      await this.record(sql, 'outside-calls.retried', { call, order });
    });
    this.jobs.wake(OUTSIDE_CALL_JOB, [call.target]);
  }

  /** @throws journeys.outside-call-over */
  async giveUp(call: OutsideCallView, order: CallOrder): Promise<void> {
    const lanes = await this.database.transaction(async ({ sql }) => {
      const detail = `Given up by ${order.by.name}: ${order.reason}`;
      const told = await this.orders.giveUp(sql, call, { detail, now: this.clock.now() });
      if (!told) throw refusalOf(call);
      await this.record(sql, 'outside-calls.given-up', { call, order });
      return told;
    });
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
  }

  private async record(
    sql: Sql,
    action: string,
    { call, order: { by, reason } }: { call: OutsideCallView; order: CallOrder },
  ): Promise<void> {
    const { id, target, step } = call;
    const subject = { type: 'outside-calls', key: String(id) };
    await this.trail.record(sql, { action, subject, details: { target, step, reason }, by });
  }
}

function refusalOf({ id }: OutsideCallView): Error {
  return JourneyErrors.outsideCallOver({ id: String(id) });
}
