import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { Contact } from '../policies/contact.js';
import { segmentsIn } from '../policies/decision.js';
import { MESSAGE_CATEGORIES, statusNumber } from './message.js';

const CONTACTS = 'ix_messages_contact';
const COLUMNS = `id, customer_id, channel, category, brand, created_at, queue_at, expires_at, finished_at, attempts,
  status, priority, policy, decision`;

const QUEUED = statusNumber('queued');
const SENT = statusNumber('sent');
const GIVEN_UP = [statusNumber('failed'), statusNumber('withdrawn')];

interface Row {
  id: number;
  customer_id: number;
  channel: string;
  category: number;
  brand: string | null;
  created_at: number;
  queue_at: number | null;
  expires_at: number | null;
  finished_at: number | null;
  attempts: number;
  status: number;
  priority: number;
  policy: string | null;
  decision: string | null;
}

/** Messages that reached customers, and those that may still reach them. */
@Injectable()
export class ContactStore {
  /**
   * What caps count of these customers, in one statement: messages sent after `since` (one that was given up may have
   * been sent all the same), and every one that waits, is being sent or is held.
   */
  async recent(
    sql: Sql,
    { customerIds, since, now }: { customerIds: readonly number[]; since: number; now: number },
  ): Promise<ReadonlyMap<number, Contact[]>> {
    if (customerIds.length === 0) return new Map();
    const from = `FROM messages${sql.byIndex(CONTACTS)} WHERE customer_id IN (?)`;
    const rows = await sql.select<Row>(
      `SELECT ${COLUMNS} ${from} AND finished_at IS NULL
       UNION ALL
       SELECT ${COLUMNS} ${from} AND finished_at > ?
         AND (status = ? OR (status IN (?) AND maybe_duplicate = 1))`,
      [customerIds, customerIds, since, SENT, GIVEN_UP],
    );
    const contacts = new Map<number, Contact[]>();
    for (const row of rows) {
      const known = contacts.get(row.customer_id);
      const contact = contactOf(row, now);
      if (known) known.push(contact);
      else contacts.set(row.customer_id, [contact]);
    }
    return contacts;
  }
}

/** One that was tried before may be with its provider already: it has no time before which it cannot have been sent. */
function contactOf(row: Row, now: number): Contact {
  return {
    id: row.id,
    channel: row.channel,
    category: MESSAGE_CATEGORIES[row.category] ?? 'marketing',
    brand: row.brand ?? undefined,
    sentAt: row.finished_at ?? undefined,
    plannedAt: row.attempts > 0 ? 0 : (row.queue_at ?? row.created_at),
    expiresAt: row.expires_at ?? undefined,
    priority: row.priority,
    isMovable: row.status === QUEUED && row.attempts === 0 && (row.queue_at ?? 0) > now,
    policy: row.policy ?? undefined,
    segments: row.decision === null ? undefined : segmentsIn(JSON.parse(row.decision)),
  };
}
