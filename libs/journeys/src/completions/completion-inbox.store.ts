import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

import type { Completion, CompletionRow, NewCompletion } from './completion.js';

interface Row {
  id: number;
  attempts: number;
  target: string;
  call_id: number | null;
  record_id: string | null;
  body: string;
}

/** Completions whose call was not found yet, and those of which nothing was made yet. */
@Injectable()
export class CompletionInbox {
  constructor(private readonly ids: IdGenerator) {}

  async add(sql: Sql, completions: readonly NewCompletion[], now: number): Promise<void> {
    if (completions.length === 0) return;
    await sql.insert({
      table: 'completion_inbox',
      columns: ['id', 'due_at', 'attempts', 'target', 'call_id', 'record_id', 'body'],
      rows: completions.map(({ target, callId, recordId, completion }) => [
        this.ids.next(),
        now,
        0,
        target,
        callId ?? null,
        recordId ?? null,
        JSON.stringify(completion),
      ]),
    });
  }

  async takeDue(sql: Sql, { now, limit }: { now: number; limit: number }): Promise<CompletionRow[]> {
    const rows = await sql.select<Row>(
      `SELECT id, attempts, target, call_id, record_id, body FROM completion_inbox${sql.byIndex('ix_completion_inbox_due')}
       WHERE due_at <= ? ORDER BY due_at, id LIMIT ?${sql.forUpdateSkipLocked}`,
      [now, limit],
    );
    return rows.map((row) => ({
      id: row.id,
      attempts: row.attempts,
      target: row.target,
      callId: row.call_id ?? undefined,
      recordId: row.record_id ?? undefined,
      completion: JSON.parse(row.body) as Completion,
    }));
  }

  async remove(sql: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await sql.run('DELETE FROM completion_inbox WHERE id IN (?)', [ids]);
  }

  /** Looks for their calls once more, later. */
  async postpone(sql: Sql, ids: readonly number[], dueAt: number): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('UPDATE completion_inbox SET due_at = ?, attempts = attempts + 1 WHERE id IN (?)', [
      dueAt,
      ids,
    ]);
  }

  async nextDueAt(sql: Sql): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      `SELECT MIN(due_at) AS next FROM completion_inbox${sql.byIndex('ix_completion_inbox_due')} WHERE due_at >= 0`,
    );
    return row?.next ?? undefined;
  }
}
