import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { InboxStore } from '@parcours/events';

import { callStatus } from './outside-call.js';
import { callOutcome } from './outside-call.rules.js';
import type { OutsideCallView } from './outside-call-view.store.js';

const GIVEN_UP = 'outside.given-up';

const QUEUED = callStatus('queued');
const FAILED = callStatus('failed');

/** What people have done with calls, where the calls still stand as they were seen. */
@Injectable()
export class OutsideCallOrderStore {
  constructor(private readonly inbox: InboxStore) {}

  /** A waiting call is made at once, and one that has failed anew; false where it is neither. */
  async retry(sql: Sql, id: number, now: number): Promise<boolean> {
    const hurried = await sql.run('UPDATE outside_calls SET queue_at = ? WHERE id = ? AND status = ?', [
      now,
      id,
      QUEUED,
    ]);
    if (hurried > 0) return true;
    // Nobody waits for a call that has failed: the customer has gone on.
    const repeated = await sql.run(
      `UPDATE outside_calls SET status = ?, queue_at = ?, attempts = 0, failure = NULL, finished_at = NULL, is_ordered = 1
       WHERE id = ? AND status = ? AND request IS NOT NULL`,
      [QUEUED, now, id, FAILED],
    );
    return repeated > 0;
  }

  /** A waiting call fails, and its step hears of it; answers the lanes to wake, `undefined` where it does not wait. */
  async giveUp(
    sql: Sql,
    call: OutsideCallView,
    { detail, now }: { detail: string; now: number },
  ): Promise<ReadonlySet<number> | undefined> {
    const { id, customer_key: customerKey, enrollment_id: enrollmentId, step, visit } = call;
    const affected = await sql.run(
      'UPDATE outside_calls SET status = ?, queue_at = NULL, failure = ?, finished_at = ? WHERE id = ? AND status = ?',
      [FAILED, JSON.stringify({ code: GIVEN_UP, detail }), now, id, QUEUED],
    );
    if (affected === 0) return undefined;
    if (customerKey === null) return new Set();
    const end = { succeeded: false, code: GIVEN_UP } as const;
    const { rows, lanes } = this.inbox.rowsOf([callOutcome({ customerKey, enrollmentId, step, visit }, end)]);
    await this.inbox.insert(sql, rows);
    return lanes;
  }
}
