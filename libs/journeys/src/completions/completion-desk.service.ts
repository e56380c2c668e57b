import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { InboxStore } from '@parcours/events';

import { CompletedCalls } from './completed-call.store.js';
import type { CompletedCall, NewCompletion } from './completion.js';
import { callsOf, completedAt, entriesOf } from './completion.rules.js';

/** What became of completions. */
export interface CompletionsDone {
  /** Lanes to wake after the commit. */
  readonly lanes: ReadonlySet<number>;
  /** Of those that were asked for: whose call there is. */
  readonly found: readonly NewCompletion[];
}

/** Brings completions to their calls and to the lanes of their customers: a handful of statements however many. */
@Injectable()
export class CompletionDesk {
  constructor(
    private readonly calls: CompletedCalls,
    private readonly customers: CustomerStore,
    private readonly inbox: InboxStore,
  ) {}

  async complete(sql: Sql, completions: readonly NewCompletion[], now: number): Promise<CompletionsDone> {
    const known = new Map(
      (
        await this.calls.find(sql, {
          ids: unique(completions.flatMap(({ callId }) => callId ?? [])),
          recordIds: unique(completions.flatMap(({ callId, recordId }) => (callId ? [] : (recordId ?? [])))),
        })
      ).map((call) => [call.id, call]),
    );
    const ids = unique([...known.values()].map(({ customerId }) => customerId));
    const customers = await this.customers.findCurrent(sql, ids);
    const found: NewCompletion[] = [];
    const done = new Map<number, { id: number; outcome: string; at: number }>();
    const entries = completions.flatMap((each) => {
      const calls = callsOf(each, [...known.values()]);
      if (calls.length > 0) found.push(each);
      return calls.flatMap((call) => {
        const at = call.completedAt ?? completedAt(each.completion, call, now);
        const customer = customers.get(call.customerId);
        done.set(call.id, { id: call.id, outcome: each.completion.outcome, at });
        // The next one of this batch finds it completed.
        known.set(call.id, completed(call, at));
        if (!customer) return [];
        return entriesOf(each.completion, call, { customerKey: customer.externalId, now });
      });
    });
    await this.calls.complete(sql, [...done.values()]);
    const { rows, lanes } = this.inbox.rowsOf(entries);
    if (rows.length > 0) await this.inbox.insert(sql, rows);
    return { lanes, found };
  }
}

function completed(call: CompletedCall, at: number): CompletedCall {
  return { ...call, completedAt: at };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
