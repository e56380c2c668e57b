import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { DELIVERY_SHARES, statusNumber } from '../outbox/message.js';
import type { Afterwards, MessagePause, PauseSubject } from './message-pause.js';

interface Row {
  id: number;
  about: string;
  reason: string;
  afterwards: Afterwards;
  older_than_ms: number | null;
  until_at: number | null;
  created_by: string;
  created_at: number;
  ended_by: string | null;
  ended_at: number | null;
}

/** A pause and what it holds. */
export interface PauseView extends MessagePause {
  readonly held: number;
  /** Let go when it was over. */
  readonly sent: number;
  readonly dropped: number;
}

const COLUMNS =
  'id, about, reason, afterwards, older_than_ms, until_at, created_by, created_at, ended_by, ended_at';

const VIEW = `${COLUMNS}, sent, dropped,
  (SELECT COUNT(*) FROM held_messages h WHERE h.pause_id = message_pauses.id) AS held`;

const SHARES = Array.from({ length: DELIVERY_SHARES }, (_, share) => share).join(', ');

export const PAUSE_LIST: ListSpec = {
  name: 'pauses',
  fields: {
    id: { expression: 'id', type: 'id' },
    ended: { expression: '(ended_at IS NOT NULL)', type: 'boolean', unsortable: true },
    createdAt: { expression: 'created_at', type: 'instant' },
    until: { expression: 'until_at', type: 'instant', nullable: true },
  },
  members: [
    ...[
      'id',
      'channel',
      'touchpoint',
      'category',
      'brand',
      'all',
      'reason',
      'then',
      'olderThan',
      'until',
      'createdBy',
    ],
    ...['createdAt', 'endedBy', 'endedAt', 'held', 'sent', 'dropped'],
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** Pauses of messages. */
@Injectable()
export class MessagePauseStore {
  async add(sql: Sql, pause: MessagePause): Promise<void> {
    await sql.insert({
      table: 'message_pauses',
      columns: [...COLUMNS.split(', '), 'is_released', 'sent', 'dropped'],
      rows: [
        [
          pause.id,
          JSON.stringify(pause.subject),
          pause.reason,
          pause.afterwards,
          pause.olderThanMs,
          pause.untilAt,
          pause.createdBy,
          pause.createdAt,
          null,
          null,
          0,
          0,
          0,
        ],
      ],
    });
  }

  /** Those that nobody has ended, over or not. */
  async current(sql: Sql): Promise<MessagePause[]> {
    const rows = await sql.select<Row>(
      `SELECT ${COLUMNS} FROM message_pauses WHERE is_released = 0 AND ended_at IS NULL ORDER BY id`,
    );
    return rows.map(toPause);
  }

  /** Of these, locked until the commit: nobody ends them meanwhile. */
  async lock(sql: Sql, ids: readonly number[]): Promise<MessagePause[]> {
    const rows = await sql.select<Row>(
      `SELECT ${COLUMNS} FROM message_pauses WHERE id IN (?) ORDER BY id${sql.forUpdate}`,
      [ids],
    );
    return rows.map(toPause);
  }

  async find(sql: Sql, id: number): Promise<PauseView | undefined> {
    const [row] = await sql.select<ViewRow>(`SELECT ${VIEW} FROM message_pauses WHERE id = ?`, [id]);
    return row && toView(row);
  }

  async list(sql: Sql, query: ListQuery): Promise<Page<PauseView>> {
    const page = await selectPage<ViewRow>(sql, { query, columns: VIEW, from: 'message_pauses' });
    return { ...page, data: page.data.map(toView) };
  }

  /** Answers false for one that has ended. */
  async end(sql: Sql, id: number, { by, at }: { by: string; at: number }): Promise<boolean> {
    const text = 'UPDATE message_pauses SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL';
    return (await sql.run(text, [by, at, id])) > 0;
  }

  /** That everything it held is let go. */
  async close(sql: Sql, id: number): Promise<void> {
    await sql.run('UPDATE message_pauses SET is_released = 1 WHERE id = ? AND ended_at IS NOT NULL', [id]);
  }

  async count(sql: Sql, id: number, { sent, dropped }: { sent: number; dropped: number }): Promise<void> {
    await sql.run('UPDATE message_pauses SET sent = sent + ?, dropped = dropped + ? WHERE id = ?', [
      sent,
      dropped,
      id,
    ]);
  }

  /** Ended but not yet let go altogether, or with a time at which they end. */
  async unfinished(sql: Sql): Promise<{ id: number }[]> {
    return sql.select(
      `SELECT id FROM message_pauses
       WHERE is_released = 0 AND (ended_at IS NOT NULL OR until_at IS NOT NULL)`,
    );
  }

  /** Messages that wait, by what pauses look at. */
  async waiting(sql: Sql): Promise<WaitingMessages[]> {
    return sql.select(
      `SELECT m.channel AS channel, m.touchpoint AS touchpoint, m.template_version_id AS templateVersionId,
         m.brand AS brand, COUNT(*) AS count
       FROM content_items c JOIN messages m${sql.byIndex('ix_messages_queue')}
         ON m.connector_id = c.id AND m.share IN (${SHARES}) AND m.queue_at > 0
       WHERE c.type = 'connectors' AND m.status = ?
       GROUP BY m.channel, m.touchpoint, m.template_version_id, m.brand`,
      [statusNumber('queued')],
    );
  }
}

/** Messages that wait and are alike to a pause. */
interface WaitingMessages {
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly templateVersionId: number;
  readonly brand: string | null;
  readonly count: number;
}

interface ViewRow extends Row {
  held: number;
  sent: number;
  dropped: number;
}

function toView(row: ViewRow): PauseView {
  const { held, sent, dropped } = row;
  return { ...toPause(row), held, sent, dropped };
}

function toPause(row: Row): MessagePause {
  return {
    id: row.id,
    subject: JSON.parse(row.about) as PauseSubject,
    reason: row.reason,
    afterwards: row.afterwards,
    olderThanMs: row.older_than_ms,
    untilAt: row.until_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    endedBy: row.ended_by,
    endedAt: row.ended_at,
  };
}
