import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { Database, type Sql } from '@parcours/database';
import { InboxStore, type OutcomeEntry } from '@parcours/events';
import { localeOf } from '@parcours/kernel';

import type { ClaimedCall, FinishedCall } from './outside-call.js';
import { callOutcome } from './outside-call.rules.js';
import { OutsideCallStore } from './outside-call.store.js';

/** A claimed call, and whether its step still waits for it, or somebody has ordered it. */
export interface TakenCall {
  readonly call: ClaimedCall;
  readonly isWanted: boolean;
}

/** Takes calls for this process, and records how they ended together with what the lanes of their customers hear of it. */
@Injectable()
export class OutsideCallDesk {
  constructor(
    private readonly database: Database,
    private readonly calls: OutsideCallStore,
    private readonly customers: CustomerStore,
    private readonly inbox: InboxStore,
    private readonly config: ParcoursConfig,
  ) {}

  /** How long a claim lasts unless it is renewed, in milliseconds. */
  get leaseMs(): number {
    return this.config.work.leaseMs;
  }

  /** Lengthens the claim on a call that is still ours. */
  async renew({ id }: ClaimedCall, span: { from: number; to: number }): Promise<void> {
    await this.calls.renew(this.database.sql, id, span);
  }

  async take(target: string, { now, limit }: { now: number; limit: number }): Promise<TakenCall[]> {
    const until = now + this.leaseMs;
    return this.database.transaction(async ({ sql }) => {
      const claimed = await this.calls.claim(sql, { target, now, limit, until });
      if (claimed.length === 0) return [];
      const awaited = await awaitedVisits(
        sql,
        claimed.map(({ enrollmentId }) => enrollmentId),
      );
      const ids = new Set(claimed.map(({ customerId }) => customerId));
      const customers = await this.customers.findCurrent(sql, [...ids]);
      return claimed.map((call) => {
        const customer = customers.get(call.customerId);
        const isWanted = call.isOrdered || awaited.get(call.enrollmentId) === call.visit;
        const customerKey = customer?.externalId ?? '';
        const language = localeOf(customer?.traits['locale']);
        const reader = { customerKey, ...(language !== undefined && { language }) };
        return { call: { ...call, ...reader }, isWanted: customer !== undefined && isWanted };
      });
    });
  }

  /** Answers the lanes to wake. */
  async finish(finished: readonly FinishedCall[], now: number): Promise<ReadonlySet<number>> {
    return this.database.transaction(async ({ sql }) => {
      const ours: FinishedCall[] = [];
      for (const each of finished) if (await this.calls.finish(sql, each, now)) ours.push(each);
      const ended = ours.filter(({ outcome }) => outcome.kind === 'ended');
      if (ended.length === 0) return new Set();
      const ids = new Set(ended.map(({ call }) => call.customerId));
      const customers = await this.customers.findCurrent(sql, [...ids]);
      const entries = ended.flatMap((each) => entryOf(each, customers.get(each.call.customerId)?.externalId));
      const { rows, lanes } = this.inbox.rowsOf(entries);
      if (rows.length > 0) await this.inbox.insert(sql, rows);
      return lanes;
    });
  }

  async nextDueAt(target: string): Promise<number | undefined> {
    return this.calls.nextDueAt(this.database.sql, target);
  }

  async overdue(now: number): Promise<string[]> {
    return this.calls.overdue(this.database.sql, now);
  }
}

/** The visits at which these enrollments stand; one that has left waits for nothing. */
async function awaitedVisits(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await sql.select<{ id: number; visit: number }>(
    'SELECT id, visit FROM enrollments WHERE id IN (?) AND is_active = 1',
    [ids],
  );
  return new Map(rows.map(({ id, visit }) => [id, visit]));
}

function entryOf({ call, outcome }: FinishedCall, customerKey: string | undefined): OutcomeEntry[] {
  if (outcome.kind !== 'ended' || customerKey === undefined) return [];
  const { enrollmentId, step, visit } = call;
  return [callOutcome({ customerKey, enrollmentId, step, visit }, outcome.end)];
}
