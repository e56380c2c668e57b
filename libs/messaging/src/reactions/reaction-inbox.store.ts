import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { CommitBatch } from '@parcours/events';
import { Clock, IdGenerator } from '@parcours/kernel';

import type { NewReaction, Reaction, ReactionRow } from './reaction.js';

const COLUMNS = ['id', 'due_at', 'message_id', 'attempts', 'body'] as const;
const SELECT = 'SELECT id, message_id, attempts, body FROM reaction_inbox';
const LONGEST_FAILURE = 1_000;

interface Row {
  id: number;
  message_id: number | null;
  attempts: number;
  body: string;
}

/**
 * Reactions that have come in and of which nothing is made yet. `due_at` is when one is to be looked at; it is NULL for
 * what cannot be worked, which stays for a person to see.
 */
@Injectable()
export class ReactionInbox {
  constructor(
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  rowsOf(reactions: readonly NewReaction[]): CommitBatch {
    const now = this.clock.now();
    let bytes = 0;
    const rows = reactions.map(({ messageId, reaction, dueAt = now }) => {
      const body = JSON.stringify(reaction);
      bytes += body.length;
      return [this.ids.next(), dueAt, messageId ?? null, 0, body];
    });
    return { rows, bytes };
  }

  async insert(sql: Sql, rows: CommitBatch['rows']): Promise<void> {
    if (rows.length > 0) await sql.insert({ table: 'reaction_inbox', columns: COLUMNS, rows });
  }

  async takeDue(sql: Sql, { now, limit }: { now: number; limit: number }): Promise<ReactionRow[]> {
    const rows = await sql.select<Row>(
      `${SELECT}${sql.byIndex('ix_reaction_inbox_due')} WHERE due_at <= ? ORDER BY due_at, id
       LIMIT ?${sql.forUpdateSkipLocked}`,
      [now, limit],
    );
    return rows.map(toReaction);
  }

  /** What waits of these messages, whenever it is due. */
  async ofMessages(sql: Sql, messageIds: readonly number[]): Promise<ReactionRow[]> {
    if (messageIds.length === 0) return [];
    const rows = await sql.select<Row>(
      `${SELECT}${sql.byIndex('ix_reaction_inbox_message')} WHERE message_id IN (?) AND due_at IS NOT NULL ORDER BY id${sql.forUpdateSkipLocked}`,
      [messageIds],
    );
    return rows.map(toReaction);
  }

  async remove(sql: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await sql.run('DELETE FROM reaction_inbox WHERE id IN (?)', [ids]);
  }

  /** Looks for their messages once more, later. */
  async postpone(sql: Sql, ids: readonly number[], dueAt: number): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('UPDATE reaction_inbox SET due_at = ?, attempts = attempts + 1 WHERE id IN (?)', [
      dueAt,
      ids,
    ]);
  }

  async putAside(sql: Sql, id: number, failure: string): Promise<void> {
    await sql.run('UPDATE reaction_inbox SET due_at = NULL, failure = ? WHERE id = ?', [
      failure.slice(0, LONGEST_FAILURE),
      id,
    ]);
  }

  async nextDueAt(sql: Sql): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      `SELECT MIN(due_at) AS next FROM reaction_inbox${sql.byIndex('ix_reaction_inbox_due')}
       WHERE due_at IS NOT NULL`,
    );
    return row?.next ?? undefined;
  }
}

function toReaction({ id, message_id: messageId, attempts, body }: Row): ReactionRow {
  return { id, messageId: messageId ?? undefined, attempts, reaction: JSON.parse(body) as Reaction };
}
