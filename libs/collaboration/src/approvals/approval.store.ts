import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { Actor } from '@parcours/kernel';

import { type ByColumns, byValues, type Person, personIn } from '../person.js';
import type { Approval, Decision } from './approval.rules.js';

interface ApprovalRow extends ByColumns {
  decision: Decision;
  note: string | null;
  created_at: number;
}

/** One state of a thing's draft. */
export interface DraftState {
  readonly itemId: number;
  readonly hash: string;
}

/** Who last changed drafts, and who approved them. */
@Injectable()
export class ApprovalStore {
  async decisions(sql: Sql, { itemId, hash }: DraftState): Promise<Approval[]> {
    const rows = await sql.select<ApprovalRow>(
      `SELECT decision, note, by_kind, by_id, by_name, created_at FROM content_approvals
       WHERE item_id = ? AND draft_hash = ? ORDER BY created_at, id`,
      [itemId, hash],
    );
    return rows.map((row) => ({
      decision: row.decision,
      note: row.note,
      by: personIn(row),
      at: row.created_at,
    }));
  }

  /** Takes the place of what the same person decided about the same draft before. */
  async decide(sql: Sql, id: number, { itemId, hash }: DraftState, approval: Approval): Promise<void> {
    const { decision, note, by, at } = approval;
    await sql.insert({
      table: 'content_approvals',
      columns: [
        'id',
        'item_id',
        'draft_hash',
        'approver',
        'decision',
        'note',
        'by_kind',
        'by_id',
        'by_name',
        'created_at',
      ],
      rows: [[id, itemId, hash, `${by.kind}-${String(by.id)}`, decision, note, ...byValues(by), at]],
      onDuplicate: { update: ['decision', 'note', 'by_name', 'created_at'] },
    });
  }

  /** Undefined where it was last changed before anybody took note of that. */
  async lastAuthor(sql: Sql, itemId: number): Promise<Person | undefined> {
    const [row] = await sql.select<{ kind: Actor['kind']; author_id: number | null; name: string }>(
      'SELECT kind, author_id, name FROM content_authors WHERE item_id = ?',
      [itemId],
    );
    return row && { kind: row.kind, id: row.author_id, name: row.name };
  }

  async noteAuthors(sql: Sql, authors: readonly { itemId: number; by: Person }[]): Promise<void> {
    if (authors.length === 0) return;
    await sql.insert({
      table: 'content_authors',
      columns: ['item_id', 'kind', 'author_id', 'name'],
      rows: authors.map(({ itemId, by }) => [itemId, ...byValues(by)]),
      onDuplicate: { update: ['kind', 'author_id', 'name'] },
    });
  }

  /** True for a version that was published before and is now published again, after a later one. */
  async isReinstated(sql: Sql, itemId: number, version: number | null): Promise<boolean> {
    if (version === null) return false;
    const rows = await sql.select(
      'SELECT id FROM content_versions WHERE item_id = ? AND number > ? LIMIT 1',
      [itemId, version],
    );
    return rows.length > 0;
  }
}
