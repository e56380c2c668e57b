import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { type ByColumns, byValues, type Person, personIn } from '../person.js';

export const REVIEW_OUTCOMES = ['keep', 'change', 'retire'] as const;

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Something that a review leads to. */
export interface ReviewDecision {
  readonly text: string;
  readonly owner?: string;
  /** A date: `2030-03-02`. */
  readonly due?: string;
}

export interface Review {
  readonly id: number;
  readonly itemId: number;
  readonly outcome: ReviewOutcome;
  readonly note: string | null;
  readonly decisions: readonly ReviewDecision[];
  /** Which version was published then. */
  readonly version: number | null;
  readonly by: Person;
  readonly createdAt: number;
}

interface ReviewRow extends ByColumns {
  id: number;
  item_id: number;
  outcome: ReviewOutcome;
  note: string | null;
  decisions: string;
  version: number | null;
  created_at: number;
}

const COLUMNS = [
  'id',
  'item_id',
  'outcome',
  'note',
  'decisions',
  'version',
  'by_kind',
  'by_id',
  'by_name',
  'created_at',
] as const;

export const REVIEW_LIST: ListSpec = {
  name: 'thing-reviews',
  fields: {
    id: { expression: 'id', type: 'id' },
    outcome: { expression: 'outcome', type: 'enum', values: REVIEW_OUTCOMES },
    version: { expression: 'version', type: 'integer', nullable: true },
    by: { expression: 'by_name', type: 'text' },
    createdAt: { expression: 'created_at', type: 'instant' },
  },
  members: ['id', 'outcome', 'note', 'decisions', 'version', 'by', 'createdAt'],
  defaultSort: '-id',
  unique: 'id',
};

@Injectable()
export class ReviewStore {
  constructor(private readonly database: Database) {}

  async list(itemId: number, query: ListQuery): Promise<Page<Review>> {
    const page = await selectPage<ReviewRow>(this.database.sql, {
      query,
      columns: COLUMNS.join(', '),
      from: 'content_reviews',
      where: 'item_id = ?',
      parameters: [itemId],
    });
    return { ...page, data: page.data.map(toReview) };
  }

  async add(sql: Sql, review: Review): Promise<void> {
    const { id, itemId, outcome, note, decisions, version, by, createdAt } = review;
    await sql.insert({
      table: 'content_reviews',
      columns: COLUMNS,
      rows: [[id, itemId, outcome, note, JSON.stringify(decisions), version, ...byValues(by), createdAt]],
    });
  }
}

function toReview(row: ReviewRow): Review {
  return {
    id: row.id,
    itemId: row.item_id,
    outcome: row.outcome,
    note: row.note,
    decisions: JSON.parse(row.decisions) as ReviewDecision[],
    version: row.version,
    by: personIn(row),
    createdAt: row.created_at,
  };
}
