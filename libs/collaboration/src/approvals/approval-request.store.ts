import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { type ByColumns, byValues, type Person, personIn } from '../person.js';
import { THING_LIST_FIELDS } from '../schema.parts.js';
import type { DraftState } from './approval.store.js';

export const REQUEST_STATUSES = ['open', 'approved', 'rejected', 'outdated'] as const;

/** `outdated`: the draft has changed since, or was published. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Somebody asks others to approve a draft. */
export interface ApprovalRequest {
  readonly id: number;
  readonly itemId: number;
  readonly hash: string;
  readonly status: RequestStatus;
  readonly note: string | null;
  readonly by: Person;
  readonly createdAt: number;
}

/** A request with the thing that it is about. */
export interface ListedRequest extends ApprovalRequest {
  readonly type: string;
  readonly key: string;
  readonly name: string;
}

interface RequestRow extends ByColumns {
  id: number;
  item_id: number;
  draft_hash: string;
  status: RequestStatus;
  note: string | null;
  created_at: number;
}

interface ListedRow extends RequestRow {
  type: string;
  item_key: string;
  name: string;
}

const COLUMNS =
  'r.id, r.item_id, r.draft_hash, r.status, r.note, r.by_kind, r.by_id, r.by_name, r.created_at';

export const REQUEST_LIST: ListSpec = {
  name: 'approval-requests',
  fields: {
    id: { expression: 'r.id', type: 'id' },
    ...THING_LIST_FIELDS,
    name: { expression: 'i.name', type: 'text' },
    status: { expression: 'r.status', type: 'enum', values: REQUEST_STATUSES },
    by: { expression: 'r.by_name', type: 'text' },
    createdAt: { expression: 'r.created_at', type: 'instant' },
  },
  members: ['id', 'type', 'key', 'name', 'status', 'note', 'by', 'createdAt'],
  defaultSort: '-id',
  unique: 'id',
};

@Injectable()
export class ApprovalRequestStore {
  constructor(private readonly database: Database) {}

  async list(query: ListQuery): Promise<Page<ListedRequest>> {
    const page = await selectPage<ListedRow>(this.database.sql, {
      query,
      columns: `${COLUMNS}, i.type, i.item_key, i.name`,
      from: 'content_approval_requests r JOIN content_items i ON i.id = r.item_id',
    });
    return {
      ...page,
      data: page.data.map((row) => ({
        ...toRequest(row),
        type: row.type,
        key: row.item_key,
        name: row.name,
      })),
    };
  }

  /** The latest one about a draft as it is. */
  async latest(sql: Sql, { itemId, hash }: DraftState): Promise<ApprovalRequest | undefined> {
    const [row] = await sql.select<RequestRow>(
      `SELECT ${COLUMNS} FROM content_approval_requests r
       WHERE r.item_id = ? AND r.draft_hash = ? ORDER BY r.id DESC LIMIT 1`,
      [itemId, hash],
    );
    return row && toRequest(row);
  }

  async add(sql: Sql, { id, itemId, hash, status, note, by, createdAt }: ApprovalRequest): Promise<void> {
    await sql.insert({
      table: 'content_approval_requests',
      columns: ['id', 'item_id', 'draft_hash', 'status', 'note', 'by_kind', 'by_id', 'by_name', 'created_at'],
      rows: [[id, itemId, hash, status, note, ...byValues(by), createdAt]],
    });
  }

  /** What is not outdated about a draft takes another status. */
  async settle(sql: Sql, { itemId, hash }: DraftState, status: RequestStatus): Promise<void> {
    await sql.run(
      `UPDATE content_approval_requests SET status = ? WHERE item_id = ? AND draft_hash = ? AND status <> 'outdated'`,
      [status, itemId, hash],
    );
  }

  /** These things have changed, or were published: nobody needs to look at what was asked for before. */
  async outdate(sql: Sql, itemIds: readonly number[]): Promise<void> {
    if (itemIds.length === 0) return;
    await sql.run(
      `UPDATE content_approval_requests SET status = 'outdated' WHERE item_id IN (?) AND status <> 'outdated'`,
      [itemIds],
    );
  }
}

function toRequest(row: RequestRow): ApprovalRequest {
  return {
    id: row.id,
    itemId: row.item_id,
    hash: row.draft_hash,
    status: row.status,
    note: row.note,
    by: personIn(row),
    createdAt: row.created_at,
  };
}
