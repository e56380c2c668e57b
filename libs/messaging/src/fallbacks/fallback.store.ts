import { Injectable } from '@nestjs/common';
import { reactionEvent } from '@parcours/conditions';
import type { Sql } from '@parcours/database';

import { statusNumber } from '../outbox/message.js';

const FALLBACKS = 'ix_messages_fallback';
const EVENTS = 'ix_events_customer_name';

/** A message whose time to be followed by another one has come. */
export interface DueFallback {
  readonly id: number;
  readonly customerId: number;
  /** Null where the customer is nobody any more. */
  readonly customerKey: string | null;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly leg: number;
  readonly channel: string;
  readonly status: number;
  readonly queueAt: number | null;
  /** When it was sent, of one that was. */
  readonly finishedAt: number | null;
  readonly reportsOutcome: number;
  readonly createdAt: number;
  /** What its step asked for; null in one of which nobody knows any more. */
  readonly policy: string | null;
  readonly touchpoint: string | null;
  readonly given: string | null;
  readonly template: string | null;
}

/** How somebody reacted to a message: the names of the events of an enrollment's steps. */
export interface Reactions {
  has(message: DueFallback, reactions: readonly string[]): boolean;
}

/** What an event of a reaction is about. */
interface Told {
  readonly message?: string;
  readonly enrollment?: string;
  readonly step?: string;
}

interface ReactionRow {
  customer_id: number;
  name: string;
  properties: string;
}

export const SENT = statusNumber('sent');
export const FAILED = statusNumber('failed');
const WAITING = [statusNumber('queued'), statusNumber('sending'), statusNumber('held')];

export function isWaiting({ status }: DueFallback): boolean {
  return WAITING.includes(status);
}

/** Messages that may have to be followed by another one. */
@Injectable()
export class FallbackStore {
  /** Locked; those that another process is at are left out. */
  async takeDue(sql: Sql, now: number, limit: number): Promise<DueFallback[]> {
    const due = await sql.select<{ id: number }>(
      `SELECT id FROM messages${sql.byIndex(FALLBACKS)} WHERE fallback_at <= ?
       ORDER BY fallback_at LIMIT ?${sql.forUpdateSkipLocked}`,
      [now, limit],
    );
    if (due.length === 0) return [];
    return sql.select<DueFallback>(
      `SELECT m.id, m.customer_id AS customerId, c.external_id AS customerKey, m.enrollment_id AS enrollmentId,
         m.step, m.visit, m.leg, m.channel, m.status, m.queue_at AS queueAt, m.finished_at AS finishedAt,
         m.reports_outcome AS reportsOutcome, m.created_at AS createdAt, m.policy, m.touchpoint, m.given, t.item_key AS template
       FROM messages m LEFT JOIN customers c ON c.id = m.customer_id
         LEFT JOIN content_versions v ON v.id = m.template_version_id
         LEFT JOIN content_items t ON t.id = v.item_id
       WHERE m.id IN (?)`,
      [due.map(({ id }) => id)],
    );
  }

  /** They are looked at again then; never, where no time is given. */
  async setDue(sql: Sql, times: ReadonlyMap<number, number | null>): Promise<void> {
    if (times.size === 0) return;
    const columns = { fallback_at: 'BIGINT' };
    await sql.updateEach({ table: 'messages', key: 'id', columns, rows: [...times] });
  }

  async nextDueAt(sql: Sql): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number }>(
      `SELECT fallback_at AS next FROM messages${sql.byIndex(FALLBACKS)} WHERE fallback_at >= 0
       ORDER BY fallback_at LIMIT 1`,
    );
    return row?.next;
  }

  /** What the customers did with these messages: one statement. */
  async reactionsTo(
    sql: Sql,
    messages: readonly DueFallback[],
    reactions: readonly ('delivered' | 'opened' | 'clicked' | 'replied')[],
  ): Promise<Reactions> {
    if (messages.length === 0 || reactions.length === 0) return { has: () => false };
    const since = Math.min(...messages.map(({ createdAt }) => createdAt));
    const rows = await sql.select<ReactionRow>(
      `SELECT customer_id, name, properties FROM events${sql.byIndex(EVENTS)}
       WHERE customer_id IN (?) AND name IN (?) AND occurred_at >= ?`,
      [[...new Set(messages.map(({ customerId }) => customerId))], reactions.map(reactionEvent), since],
    );
    const seen = new Set(
      rows.map(({ name, properties }) => {
        const { message, enrollment, step } = JSON.parse(properties) as Told;
        // Whoever tells of the step alone means the message that came first.
        return `${name} ${message ?? `${String(enrollment)} ${String(step)}`}`;
      }),
    );
    return {
      has: ({ id, enrollmentId, step, leg }, wanted) =>
        wanted.some((reaction) => {
          const name = `message.${reaction}`;
          const ofStep = leg === 1 && seen.has(`${name} ${String(enrollmentId)} ${step}`);
          return seen.has(`${name} ${String(id)}`) || ofStep;
        }),
    };
  }
}
