import { Injectable } from '@nestjs/common';
import type { Sql, SqlParameter } from '@parcours/database';

import type { EnrollmentFilter } from './operation.js';

/** An enrollment that an operation is about. */
export interface SelectedEnrollment {
  readonly id: number;
  readonly visit: number;
  readonly customerKey: string;
}

export interface SelectionRequest {
  readonly journeyId: number;
  readonly filter: EnrollmentFilter;
  /** Nobody who entered later is meant, except while nobody enters at all: then it was a batch under way. */
  readonly at: number;
  /** Why nobody enters the journey since then, as far as it has not been opened again. */
  readonly closedBy?: 'paused' | 'unpublished' | undefined;
}

/** How many of a journey's active enrollments stand where. */
export interface Standing {
  readonly versionId: number;
  readonly version: number;
  readonly step: string;
  readonly count: number;
}

/** An active enrollment of an older version. */
export interface Migrant {
  readonly id: number;
  readonly versionId: number;
  readonly step: string;
}

const STANDING = 'ix_enrollments_standing';
const NOBODY = -1;
/** The journey is closed as it was by the operation, not opened again or closed anew. */
const CLOSED = {
  paused: `EXISTS (SELECT 1 FROM journey_pauses p
    WHERE p.journey_id = e.journey_id AND p.lane = e.lane AND p.in_flight = 'drop')`,
  unpublished: `NOT EXISTS (SELECT 1 FROM content_items j
    WHERE j.id = e.journey_id AND j.published_version_id IS NOT NULL)`,
} as const;

/** Chooses active enrollments of one journey, for operations. */
@Injectable()
export class EnrollmentSelection {
  /** Of one lane, by id. */
  async next(
    sql: Sql,
    { lane, after, limit, ...request }: SelectionRequest & { lane: number; after: number; limit: number },
  ): Promise<SelectedEnrollment[]> {
    const { text, parameters } = clauseOf(request, sql.dialect);
    return sql.select(
      `SELECT e.id, e.visit, c.external_id AS customerKey
       FROM enrollments e${sql.byIndex(STANDING)} JOIN customers c ON c.id = e.customer_id
       WHERE e.journey_id = ? AND e.is_active = 1 AND e.lane = ? AND e.id > ? AND ${text} ORDER BY e.id LIMIT ?`,
      [request.journeyId, lane, after, ...parameters, limit],
    );
  }

  async count(sql: Sql, request: SelectionRequest): Promise<number> {
    const { text, parameters } = clauseOf(request, sql.dialect);
    const [row] = await sql.select<{ count: number }>(
      `SELECT COUNT(*) AS count
       FROM enrollments e${sql.byIndex(STANDING)} JOIN customers c ON c.id = e.customer_id
       WHERE e.journey_id = ? AND e.is_active = 1 AND ${text}`,
      [request.journeyId, ...parameters],
    );
    return row?.count ?? 0;
  }

  async customersOf(sql: Sql, externalIds: readonly string[]): Promise<number[]> {
    const rows = await sql.select<{ id: number }>('SELECT id FROM customers WHERE external_id IN (?)', [
      externalIds,
    ]);
    return rows.map(({ id }) => id);
  }

  async standings(sql: Sql, journeyId: number): Promise<Standing[]> {
    return sql.select(
      `SELECT e.version_id AS versionId, v.number AS version, e.step AS step, COUNT(*) AS count
       FROM enrollments e${sql.byIndex(STANDING)} JOIN content_versions v ON v.id = e.version_id
       WHERE e.journey_id = ? AND e.is_active = 1 GROUP BY e.version_id, v.number, e.step
       ORDER BY v.number, e.step`,
      [journeyId],
    );
  }

  /** By their numbers: ids of different processes are ordered only roughly. */
  async versionsBefore(sql: Sql, journeyId: number, versionId: number): Promise<number[]> {
    const rows = await sql.select<{ id: number }>(
      `SELECT v.id AS id FROM content_versions v JOIN content_versions t ON t.item_id = v.item_id
       WHERE v.item_id = ? AND t.id = ? AND v.number < t.number`,
      [journeyId, versionId],
    );
    return rows.map(({ id }) => id);
  }

  /** Of one lane, by id: those of these versions. */
  async migrants(
    sql: Sql,
    request: { journeyId: number; lane: number; after: number; versions: readonly number[]; limit: number },
  ): Promise<Migrant[]> {
    const { journeyId, lane, after, versions, limit } = request;
    if (versions.length === 0) return [];
    return sql.select(
      `SELECT id, version_id AS versionId, step FROM enrollments${sql.byIndex(STANDING)}
       WHERE journey_id = ? AND is_active = 1 AND lane = ? AND id > ? AND version_id IN (?) ORDER BY id LIMIT ?`,
      [journeyId, lane, after, versions, limit],
    );
  }
}

function clauseOf(
  { filter, at, closedBy }: SelectionRequest,
  dialect: Sql['dialect'],
): { text: string; parameters: SqlParameter[] } {
  const waiting = (member: string) =>
    dialect === 'sqlite' ? `json_extract(e.waiting, '$.${member}')` : `JSON_VALUE(e.waiting, '$.${member}')`;
  const clauses: [string, SqlParameter][] = [
    [closedBy ? `(e.entered_at <= ? OR ${CLOSED[closedBy]})` : 'e.entered_at <= ?', at],
  ];
  const { steps, versions, waitsFor, waitingBefore, enteredBefore, customers, failed } = filter;
  if (steps) clauses.push(['e.step IN (?)', steps]);
  if (versions) {
    clauses.push([
      'e.version_id IN (SELECT v.id FROM content_versions v WHERE v.item_id = e.journey_id AND v.number IN (?))',
      versions,
    ]);
  }
  if (waitsFor) clauses.push([`${waiting('for')} = ?`, waitsFor]);
  if (waitingBefore !== undefined) clauses.push([`(${waiting('since')} + 0) < ?`, waitingBefore]);
  if (enteredBefore !== undefined) clauses.push(['e.entered_at < ?', enteredBefore]);
  // Somebody whom nobody knows is no reason to take everybody.
  if (customers) clauses.push(['e.customer_id IN (?)', customers.length === 0 ? [NOBODY] : customers]);
  if (failed !== undefined) clauses.push(['(e.failure IS NOT NULL) = ?', failed]);
  return {
    text: clauses.map(([text]) => text).join(' AND '),
    parameters: clauses.map(([, parameter]) => parameter),
  };
}
