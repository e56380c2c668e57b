import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { THING_LIST_FIELDS } from '../schema.parts.js';
import type { ReviewOutcome } from './review.store.js';

/** When a thing is looked at again, and by whom. */
export interface ReviewPlan {
  readonly itemId: number;
  /** ISO 8601 duration. */
  readonly cadence: string;
  readonly owner: string | null;
  readonly dueAt: number;
  readonly revision: number;
  readonly lastReviewedAt: number | null;
  readonly lastOutcome: ReviewOutcome | null;
}

/** A plan with the thing that it is about. */
export interface PlannedReview extends ReviewPlan {
  readonly type: string;
  readonly key: string;
  readonly name: string;
}

interface PlanRow {
  item_id: number;
  cadence: string;
  owner: string | null;
  due_at: number;
  revision: number;
  last_reviewed_at: number | null;
  last_outcome: ReviewOutcome | null;
}

interface PlannedRow extends PlanRow {
  type: string;
  item_key: string;
  name: string;
}

const PLAN = 'p.item_id, p.cadence, p.owner, p.due_at, p.revision, p.last_reviewed_at, p.last_outcome';
const PLANNED = `${PLAN}, i.type, i.item_key, i.name`;
const WITH_THING = 'content_review_plans p JOIN content_items i ON i.id = p.item_id';

export const PLANNED_REVIEW_LIST: ListSpec = {
  name: 'reviews',
  fields: {
    id: { expression: 'p.item_id', type: 'id' },
    ...THING_LIST_FIELDS,
    name: { expression: 'i.name', type: 'text' },
    owner: { expression: 'p.owner', type: 'text', nullable: true },
    dueAt: { expression: 'p.due_at', type: 'instant' },
    lastReviewedAt: { expression: 'p.last_reviewed_at', type: 'instant', nullable: true },
  },
  members: ['id', 'type', 'key', 'name', 'cadence', 'owner', 'dueAt', 'due', 'lastReviewedAt', 'lastOutcome'],
  parameters: {
    due: {
      pattern: '^(true|false)$',
      maxLength: 5,
      example: 'true',
      description: '`true`: those whose time has come; `false`: the others.',
    },
  },
  defaultSort: 'dueAt',
  unique: 'id',
};

/**
 * Plans of reviews. `notify_at` is when the due date is to be told: NULL once it was. The due date also stands beside the
 * thing, where lists are filtered and sorted by it.
 */
@Injectable()
export class ReviewPlanStore {
  constructor(private readonly database: Database) {}

  async find(itemId: number, sql: Sql = this.database.sql, lock = ''): Promise<ReviewPlan | undefined> {
    const [row] = await sql.select<PlanRow>(
      `SELECT ${PLAN} FROM content_review_plans p WHERE p.item_id = ?${lock}`,
      [itemId],
    );
    return row && toPlan(row);
  }

  /** Of things that are not put away. */
  async list(query: ListQuery, now: number): Promise<Page<PlannedReview>> {
    const { due } = query.parameters;
    const clause = due === undefined ? '' : ` AND p.due_at ${due === 'true' ? '<=' : '>'} ?`;
    const page = await selectPage<PlannedRow>(this.database.sql, {
      query,
      columns: PLANNED,
      from: WITH_THING,
      where: `i.archived_at IS NULL${clause}`,
      parameters: due === undefined ? [] : [now],
    });
    return { ...page, data: page.data.map(toPlanned) };
  }

  /** Writes the plan over the one there is, if any. A due date is told again only when it is another one. */
  async save(sql: Sql, plan: ReviewPlan, before: ReviewPlan | undefined): Promise<void> {
    const notify = before?.dueAt === plan.dueAt ? [] : ['notify_at'];
    await sql.insert({
      table: 'content_review_plans',
      columns: [
        'item_id',
        'cadence',
        'owner',
        'due_at',
        'notify_at',
        'revision',
        'last_reviewed_at',
        'last_outcome',
      ],
      rows: [
        [
          plan.itemId,
          plan.cadence,
          plan.owner,
          plan.dueAt,
          plan.dueAt,
          plan.revision,
          plan.lastReviewedAt,
          plan.lastOutcome,
        ],
      ],
      onDuplicate: {
        update: ['cadence', 'owner', 'due_at', ...notify, 'revision', 'last_reviewed_at', 'last_outcome'],
      },
    });
    await markThing(sql, plan.itemId, plan.dueAt);
  }

  async remove(sql: Sql, itemId: number): Promise<void> {
    await sql.run('DELETE FROM content_review_plans WHERE item_id = ?', [itemId]);
    await markThing(sql, itemId, null);
  }

  /** Whether there is anything to be told: a look without a transaction, for every few seconds. */
  async hasDue(now: number): Promise<boolean> {
    const rows = await this.database.sql.select(
      'SELECT item_id FROM content_review_plans WHERE notify_at <= ? LIMIT 1',
      [now],
    );
    return rows.length > 0;
  }

  /** Whose time has come and nobody was told of, locked until the commit; what another process holds is left to it. */
  async takeDue(sql: Sql, now: number, limit: number): Promise<PlannedReview[]> {
    const rows = await sql.select<{ item_id: number }>(
      `SELECT item_id FROM content_review_plans WHERE notify_at <= ? ORDER BY notify_at LIMIT ?${sql.forUpdateSkipLocked}`,
      [now, limit],
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ item_id }) => item_id);
    const due = await sql.select<PlannedRow>(
      `SELECT ${PLANNED} FROM ${WITH_THING} WHERE p.item_id IN (?) AND i.archived_at IS NULL`,
      [ids],
    );
    await sql.run('UPDATE content_review_plans SET notify_at = NULL WHERE item_id IN (?)', [ids]);
    return due.map(toPlanned);
  }
}

async function markThing(sql: Sql, itemId: number, dueAt: number | null): Promise<void> {
  await sql.run('UPDATE content_items SET review_due_at = ? WHERE id = ?', [dueAt, itemId]);
}

function toPlan(row: PlanRow): ReviewPlan {
  return {
    itemId: row.item_id,
    cadence: row.cadence,
    owner: row.owner,
    dueAt: row.due_at,
    revision: row.revision,
    lastReviewedAt: row.last_reviewed_at,
    lastOutcome: row.last_outcome,
  };
}

function toPlanned(row: PlannedRow): PlannedReview {
  return { ...toPlan(row), type: row.type, key: row.item_key, name: row.name };
}
