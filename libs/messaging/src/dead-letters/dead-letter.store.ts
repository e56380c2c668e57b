import { Injectable } from '@nestjs/common';
import type { Sql, SqlParameter } from '@parcours/database';
import { firstIdAt } from '@parcours/kernel';

import { CLAIMED_COLUMNS, type ClaimedRow, toClaimed } from '../outbox/claimed-row.js';
import { REPLACED } from '../outbox/failed-messages.js';
import { type ClaimedMessage, type Redelivered, statusNumber } from '../outbox/message.js';

const FAILED = statusNumber('failed');

/** Which of the messages that have failed for good. Times are milliseconds since the epoch. */
export interface DeadLetterFilter {
  readonly connector?: string | undefined;
  readonly journey?: string | undefined;
  /** Of the failure, such as `smtp.message-refused`. */
  readonly code?: string | undefined;
  readonly createdSince: number;
  readonly createdUntil: number;
}

export interface DeadLetter extends Redelivered {
  readonly id: number;
  /** Of its customer. */
  readonly lane: number;
}

/** Why a message that failed is not sent again. */
export interface Obstacles {
  readonly isExpired: boolean;
  /** Another one was sent in its place. */
  readonly isReplaced: boolean;
}

/** Messages that have failed for good. Found by when they were made, which their ids tell. */
@Injectable()
export class DeadLetterStore {
  /** Those that can be sent again, the oldest first. Erased people's messages are nobody's any more. */
  async find(
    sql: Sql,
    filter: DeadLetterFilter,
    { now, limit }: { now: number; limit: number },
  ): Promise<DeadLetter[]> {
    const { conditions, parameters } = conditionsOf(filter);
    return sql.select<DeadLetter>(
      `SELECT m.id AS id, m.lane AS lane, m.share AS share, m.connector_id AS connectorId FROM messages m
       WHERE m.id >= ? AND m.id < ? AND m.status = ? AND m.customer_id > 0
         AND (m.expires_at IS NULL OR m.expires_at > ?) AND NOT ${REPLACED}${conditions}
       ORDER BY m.id LIMIT ?`,
      [firstIdAt(filter.createdSince), firstIdAt(filter.createdUntil), FAILED, now, ...parameters, limit],
    );
  }

  /** Of one that has failed; `undefined` where it has not. */
  async obstacles(sql: Sql, id: number, now: number): Promise<(Obstacles & DeadLetter) | undefined> {
    const [row] = await sql.select<DeadLetter & { expiresAt: number | null; replaced: number }>(
      `SELECT m.id AS id, m.lane AS lane, m.share AS share, m.connector_id AS connectorId, m.expires_at AS expiresAt,
         CASE WHEN ${REPLACED} THEN 1 ELSE 0 END AS replaced
       FROM messages m WHERE m.id = ? AND m.status = ?`,
      [id, FAILED],
    );
    if (!row) return undefined;
    const { expiresAt, replaced, ...letter } = row;
    return { ...letter, isExpired: expiresAt !== null && expiresAt <= now, isReplaced: replaced === 1 };
  }

  /** Of these, what can still be sent again and belongs to one of the lanes, the oldest first. */
  async stillFailed(
    sql: Sql,
    ids: readonly number[],
    lanes: readonly number[],
  ): Promise<readonly ClaimedMessage[]> {
    const rows = await sql.select<ClaimedRow>(
      `SELECT ${CLAIMED_COLUMNS} FROM messages m
       WHERE id IN (?) AND status = ? AND lane IN (?) AND NOT ${REPLACED} ORDER BY id`,
      [ids, FAILED, lanes],
    );
    return rows.map(toClaimed);
  }
}

function conditionsOf({ connector, journey, code }: DeadLetterFilter) {
  const parameters: SqlParameter[] = [];
  let conditions = '';
  if (connector !== undefined) {
    conditions += ` AND m.connector_id IN (SELECT id FROM content_items WHERE type = 'connectors' AND item_key = ?)`;
    parameters.push(connector);
  }
  if (journey !== undefined) {
    conditions += ` AND EXISTS (SELECT 1 FROM enrollments e JOIN content_items j ON j.id = e.journey_id
      WHERE e.id = m.enrollment_id AND j.type = 'journey-templates' AND j.item_key = ?)`;
    parameters.push(journey);
  }
  if (code !== undefined) {
    conditions += ' AND m.failure LIKE ?';
    parameters.push(`{"code":${JSON.stringify(code)},%`);
  }
  return { conditions, parameters };
}
