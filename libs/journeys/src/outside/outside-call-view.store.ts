import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { OUTSIDE_CALL_STATUSES } from './outside-call.js';
import { CALL_KINDS } from './outside-call.rules.js';

/** A call as people look at it, with keys in place of ids. */
export interface OutsideCallView {
  readonly id: number;
  /** Null where the customer was erased. */
  readonly customer_key: string | null;
  readonly enrollment_id: number;
  /** Null where the journey was deleted since, or the customer erased. */
  readonly journey: string | null;
  readonly step: string;
  readonly visit: number;
  readonly target: string;
  /** As it was asked for; null when it is over, unless it has failed. */
  readonly request: string | null;
  readonly status: number;
  readonly attempts: number;
  readonly maybe_duplicate: number;
  readonly failure: string | null;
  readonly created_at: number;
  readonly queue_at: number | null;
  readonly finished_at: number | null;
  readonly record_id: string | null;
  readonly team: string | null;
  readonly owner: string | null;
  readonly outcome: string | null;
  readonly completed_at: number | null;
}

const COLUMNS = `o.id, c.external_id AS customer_key, o.enrollment_id, j.item_key AS journey, o.step, o.visit, o.target,
  o.request, o.status, o.attempts, o.maybe_duplicate, o.failure, o.created_at, o.queue_at, o.finished_at,
  o.record_id, o.team, o.owner, o.outcome, o.completed_at`;

const FROM = `outside_calls o
  LEFT JOIN customers c ON c.id = o.customer_id
  LEFT JOIN enrollments e ON e.id = o.enrollment_id
  LEFT JOIN content_items j ON j.id = e.journey_id`;

const NAMES = OUTSIDE_CALL_STATUSES.map((name, at) => `WHEN ${String(at)} THEN '${name}'`);

const KINDS = CALL_KINDS.map((kind) => `WHEN o.target LIKE '${kind}-%' THEN '${kind}'`);
const SYSTEMS = CALL_KINDS.map(
  (kind) => `WHEN o.target LIKE '${kind}-%' THEN SUBSTR(o.target, ${String(kind.length + 2)})`,
);

export const OUTSIDE_CALL_LIST: ListSpec = {
  name: 'calls to other systems',
  fields: {
    id: { expression: 'o.id', type: 'id' },
    customerId: { expression: 'c.external_id', type: 'text', nullable: true },
    enrollmentId: { expression: 'o.enrollment_id', type: 'id' },
    journey: { expression: 'j.item_key', type: 'text', nullable: true },
    step: { expression: 'o.step', type: 'text' },
    kind: { expression: `CASE ${KINDS.join(' ')} END`, type: 'enum', values: CALL_KINDS },
    system: { expression: `CASE ${SYSTEMS.join(' ')} END`, type: 'text' },
    status: {
      expression: `CASE o.status ${NAMES.join(' ')} END`,
      type: 'enum',
      values: OUTSIDE_CALL_STATUSES,
    },
    attempts: { expression: 'o.attempts', type: 'integer' },
    maybeDuplicate: { expression: 'o.maybe_duplicate', type: 'boolean' },
    createdAt: { expression: 'o.created_at', type: 'instant' },
    nextAttemptAt: { expression: 'o.queue_at', type: 'instant', nullable: true },
    finishedAt: { expression: 'o.finished_at', type: 'instant', nullable: true },
    recordId: { expression: 'o.record_id', type: 'text', nullable: true },
    team: { expression: 'o.team', type: 'text', nullable: true },
    owner: { expression: 'o.owner', type: 'text', nullable: true },
    outcome: { expression: 'o.outcome', type: 'text', nullable: true },
    completedAt: { expression: 'o.completed_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'customerId',
    'enrollmentId',
    'journey',
    'step',
    'visit',
    'kind',
    'system',
    'request',
    'status',
    'attempts',
    'maybeDuplicate',
    'failure',
    'createdAt',
    'nextAttemptAt',
    'finishedAt',
    'recordId',
    'team',
    'owner',
    'outcome',
    'completedAt',
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** Calls to other systems, for people to look at. */
@Injectable()
export class OutsideCallViews {
  constructor(private readonly database: Database) {}

  async list(query: ListQuery): Promise<Page<OutsideCallView>> {
    return selectPage<OutsideCallView>(this.database.sql, { query, columns: COLUMNS, from: FROM });
  }

  async find(id: number): Promise<OutsideCallView | undefined> {
    const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = ?`;
    const [row] = await this.database.sql.select<OutsideCallView>(text, [id]);
    return row;
  }
}
