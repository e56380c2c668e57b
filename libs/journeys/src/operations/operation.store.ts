import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { type Operation, OPERATION_ACTIONS, type OperationBody } from './operation.js';

/** How far one lane of an operation has come. */
export interface LaneProgress {
  /** The last enrollment that was looked at. */
  readonly cursor: number;
  readonly isSelected: boolean;
}

/** An operation and how far it has come. */
export interface OperationView {
  readonly id: number;
  readonly action: string;
  readonly journey: string | null;
  readonly body: string;
  readonly reason: string;
  readonly requested_by: string;
  readonly requested_at: number;
  /** Lanes in which somebody may be left to choose. */
  readonly lanes_left: number;
  readonly selected: number;
  readonly done: number;
  readonly missed: number;
  readonly touched_at: number | null;
}

interface Row {
  id: number;
  journey_id: number;
  body: string;
  reason: string;
  requested_by: string;
  requested_at: number;
}

const sum = (column: string) =>
  `(SELECT COALESCE(SUM(l.${column}), 0) FROM operation_lanes l WHERE l.operation_id = o.id) + 0`;

const COLUMNS = `o.id, o.action, j.item_key AS journey, o.body, o.reason, o.requested_by, o.requested_at,
  (SELECT COUNT(*) FROM operation_lanes l WHERE l.operation_id = o.id AND l.is_selected = 0) AS lanes_left,
  ${sum('selected')} AS selected, ${sum('done')} AS done, ${sum('missed')} AS missed,
  (SELECT MAX(l.touched_at) FROM operation_lanes l WHERE l.operation_id = o.id) AS touched_at`;

const FROM = 'operations o LEFT JOIN content_items j ON j.id = o.journey_id';

export const OPERATION_LIST: ListSpec = {
  name: 'operations',
  fields: {
    id: { expression: 'o.id', type: 'id' },
    action: { expression: 'o.action', type: 'enum', values: OPERATION_ACTIONS },
    journey: { expression: 'j.item_key', type: 'text', nullable: true },
    requestedAt: { expression: 'o.requested_at', type: 'instant' },
  },
  members: [
    'id',
    'action',
    'journey',
    'order',
    'reason',
    'requestedBy',
    'requestedAt',
    'state',
    'selected',
    'done',
    'missed',
    'finishedAt',
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** Operations on enrollments and how far they have come, a row for each lane. */
@Injectable()
export class OperationStore {
  /** With a row for each of the lanes in which there is something to do. */
  async add(
    sql: Sql,
    { id, journeyId, body, reason, by, at }: Operation,
    lanes: readonly number[],
  ): Promise<void> {
    await sql.insert({
      table: 'operations',
      columns: ['id', 'action', 'journey_id', 'body', 'reason', 'requested_by', 'requested_at'],
      rows: [[id, body.action, journeyId, JSON.stringify(body), reason, by, at]],
    });
    await sql.insert({
      table: 'operation_lanes',
      columns: [...LANE_COLUMNS],
      rows: lanes.map((lane) => [id, lane, 0, 0, 0, 0, 0, at]),
    });
  }

  async allLanes(sql: Sql): Promise<number[]> {
    const rows = await sql.select<{ lane: number }>('SELECT lane FROM lanes');
    return rows.map(({ lane }) => lane);
  }

  async find(sql: Sql, id: number): Promise<Operation | undefined> {
    const [row] = await sql.select<Row>(
      'SELECT id, journey_id, body, reason, requested_by, requested_at FROM operations WHERE id = ?',
      [id],
    );
    return (
      row && {
        id: row.id,
        journeyId: row.journey_id,
        body: JSON.parse(row.body) as OperationBody,
        reason: row.reason,
        by: row.requested_by,
        at: row.requested_at,
      }
    );
  }

  /** Locks a lane of an operation until the commit; `undefined` when somebody else is at it. */
  async lock(sql: Sql, id: number, lane: number): Promise<LaneProgress | undefined> {
    const [row] = await sql.select<{ cursor_id: number; is_selected: number }>(
      `SELECT cursor_id, is_selected FROM operation_lanes WHERE operation_id = ? AND lane = ?${sql.forUpdateSkipLocked}`,
      [id, lane],
    );
    return row && { cursor: row.cursor_id, isSelected: row.is_selected === 1 };
  }

  /** What one step through a lane has come to. */
  async advance(
    sql: Sql,
    { id, lane, now, step }: { id: number; lane: number; now: number; step: LaneStep },
  ): Promise<void> {
    const { cursor, isSelected, selected, done = 0, missed = 0 } = step;
    await sql.run(
      `UPDATE operation_lanes SET cursor_id = ?, is_selected = ?, selected = selected + ?, done = done + ?,
         missed = missed + ?, touched_at = ? WHERE operation_id = ? AND lane = ?`,
      [cursor, isSelected, selected, done, missed, now, id, lane],
    );
  }

  /** What a lane's batch made of entries of the operation. */
  async count(
    sql: Sql,
    { id, lane, now, done, missed }: { id: number; lane: number; now: number; done: number; missed: number },
  ): Promise<void> {
    // A customer may have changed lanes since they were chosen: then the row is made here.
    await sql.insert({
      table: 'operation_lanes',
      columns: [...LANE_COLUMNS],
      rows: [[id, lane, 0, 1, 0, done, missed, now]],
      onDuplicate: { update: ['touched_at'], add: ['done', 'missed'] },
    });
  }

  /** Lanes of operations in which somebody may be left to choose. */
  async unfinished(sql: Sql): Promise<{ id: number; lane: number }[]> {
    return sql.select(
      'SELECT operation_id AS id, lane FROM operation_lanes WHERE is_selected = 0 ORDER BY operation_id LIMIT 1000',
    );
  }

  async list(sql: Sql, query: ListQuery): Promise<Page<OperationView>> {
    return selectPage<OperationView>(sql, { query, columns: COLUMNS, from: FROM });
  }

  async view(sql: Sql, id: number): Promise<OperationView | undefined> {
    const [row] = await sql.select<OperationView>(`SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = ?`, [id]);
    return row;
  }
}

/** `done` and `missed` only where the step does the work itself. */
export interface LaneStep extends LaneProgress {
  readonly selected: number;
  readonly done?: number;
  readonly missed?: number;
}

const LANE_COLUMNS = [
  'operation_id',
  'lane',
  'cursor_id',
  'is_selected',
  'selected',
  'done',
  'missed',
  'touched_at',
] as const;
