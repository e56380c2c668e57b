import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { CLAIMED_COLUMNS, type ClaimedRow, toClaimed } from './claimed-row.js';
import { REPLACED, requeueFailed } from './failed-messages.js';
import {
  ACKNOWLEDGEMENT_LEG,
  type ClaimedMessage,
  type DeliveryOutcome,
  type FinishedMessage,
  MESSAGE_CATEGORIES,
  type NewMessage,
  type Redelivered,
  shareOf,
  statusNumber,
} from './message.js';

const NEW_COLUMNS = [
  'id',
  'lane',
  'share',
  'customer_id',
  'enrollment_id',
  'step',
  'visit',
  'channel',
  'connector_id',
  'template_version_id',
  'status',
  'queue_at',
  'attempts',
  'maybe_duplicate',
  'reports_outcome',
  'address',
  'created_at',
  'touchpoint',
  'policy',
  'wished_channel',
  'given',
  'category',
  'priority',
  'brand',
  'expires_at',
  'leg',
  'decision',
  'fallback_at',
] as const;

const QUEUE = 'ix_messages_queue';

const QUEUED = statusNumber('queued');
const SENDING = statusNumber('sending');
const SENT = statusNumber('sent');
const FAILED = statusNumber('failed');
const WITHDRAWN = statusNumber('withdrawn');
const HELD = statusNumber('held');

/** The messages of one delivery: those of a connector that fall to the share. */
export interface DeliveryShare {
  readonly connectorId: number;
  readonly share: number;
  /** Nothing due earlier is looked for: spares walking over index entries of rows that are done. */
  readonly from: number;
}

/** Which messages a delivery looks for. */
export interface ClaimRequest extends DeliveryShare {
  readonly now: number;
  readonly limit: number;
  /** Until when the claim holds; a message whose claim has run out is claimed again and marked. */
  readonly until: number;
}

/**
 * The outbox. `queue_at` is when a message is to be looked at next: its due time while queued, the end of its claim
 * while it is being sent, NULL when it is done. One index serves new messages, retries and abandoned claims alike.
 */
@Injectable()
export class MessageStore {
  async add(sql: Sql, messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await sql.insert({
      table: 'messages',
      columns: NEW_COLUMNS,
      rows: messages.map((message) => [
        message.id,
        message.lane,
        shareOf(message),
        message.customerId,
        message.enrollmentId,
        message.step,
        message.visit,
        message.channel,
        message.connectorId,
        message.templateVersionId,
        QUEUED,
        message.sendAt ?? message.createdAt,
        0,
        0,
        message.reportsOutcome,
        message.address,
        message.createdAt,
        message.asked?.touchpoint ?? null,
        message.asked?.policy ?? null,
        message.asked?.channel ?? null,
        message.given === undefined ? null : JSON.stringify(message.given),
        MESSAGE_CATEGORIES.indexOf(message.category),
        message.priority,
        message.brand ?? null,
        message.expiresAt ?? null,
        message.leg,
        message.decision === undefined ? null : JSON.stringify(message.decision),
        message.fallbackAt ?? null,
      ]),
    });
  }

  /** Takes back what these enrollments have not yet handed to a provider. */
  async withdraw(sql: Sql, enrollmentIds: readonly number[], now: number): Promise<void> {
    if (enrollmentIds.length === 0) return;
    await sql.run(
      'UPDATE messages SET status = ?, queue_at = NULL, finished_at = ? WHERE enrollment_id IN (?) AND status IN (?) AND leg < ?',
      [WITHDRAWN, now, enrollmentIds, [QUEUED, HELD], ACKNOWLEDGEMENT_LEG],
    );
  }

  /**
   * Sends what had failed for good after all, as if it had not been tried yet, as far as `isAllowed` lets it and no other
   * message was sent in its place. Answers where it waits.
   */
  async retryFailed(
    sql: Sql,
    enrollmentIds: readonly number[],
    { now, isAllowed }: { now: number; isAllowed: (message: ClaimedMessage) => boolean },
  ): Promise<Redelivered[]> {
    if (enrollmentIds.length === 0) return [];
    const rows = await sql.select<ClaimedRow & { share: number; connector_id: number }>(
      `SELECT ${CLAIMED_COLUMNS}, share, connector_id FROM messages m
       WHERE enrollment_id IN (?) AND status = ? AND NOT ${REPLACED}`,
      [enrollmentIds, FAILED],
    );
    const going = rows.filter((row) => isAllowed(toClaimed(row)));
    if (going.length === 0) return [];
    await requeueFailed(
      sql,
      going.map(({ id }) => id),
      now,
    );
    return going.map(({ share, connector_id: connectorId }) => ({ share, connectorId }));
  }

  /** Reserves due messages for an attempt, which is recorded with the reservation, before any provider hears of it. */
  async claim(sql: Sql, request: ClaimRequest): Promise<ClaimedMessage[]> {
    const { connectorId, share, now, from, limit, until } = request;
    const rows = await sql.select<ClaimedRow>(
      `SELECT ${CLAIMED_COLUMNS}
       FROM messages${sql.byIndex(QUEUE)} WHERE connector_id = ? AND share = ? AND queue_at >= ? AND queue_at <= ?
       ORDER BY queue_at, id LIMIT ?${sql.forUpdateSkipLocked}`,
      [connectorId, share, from, now, limit],
    );
    if (rows.length === 0) return [];
    // The mark comes first: MariaDB and MySQL assign from left to right and would see the new status.
    await sql.run(
      `UPDATE messages SET maybe_duplicate = CASE WHEN status = ? THEN 1 ELSE maybe_duplicate END,
         status = ?, attempts = attempts + 1, queue_at = ? WHERE id IN (?)`,
      [SENDING, SENDING, until, rows.map(({ id }) => id)],
    );
    return rows.map(toClaimed);
  }

  /** Lengthens claims that are still held: one that ran out and was taken by another worker ends at another time. */
  async renew(sql: Sql, ids: readonly number[], { from, to }: { from: number; to: number }): Promise<void> {
    await sql.run('UPDATE messages SET queue_at = ? WHERE id IN (?) AND status = ? AND queue_at = ?', [
      to,
      ids,
      SENDING,
      from,
    ]);
  }

  /** Records how attempts ended. A message sent is sent, whatever another worker made of it meanwhile. */
  async finish(sql: Sql, finished: readonly FinishedMessage[], now: number): Promise<void> {
    await this.finishSent(sql, finished, now);
    for (const group of groupsOf(finished)) await this.finishGroup(sql, group, now);
  }

  /** When the next message of a share is due: another's backlog is no reason to look. */
  async nextDueAt(sql: Sql, { connectorId, share, from }: DeliveryShare): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      `SELECT MIN(queue_at) AS next FROM messages${sql.byIndex(QUEUE)}
       WHERE connector_id = ? AND share = ? AND queue_at >= ?`,
      [connectorId, share, from],
    );
    return row?.next ?? undefined;
  }

  private async finishSent(sql: Sql, finished: readonly FinishedMessage[], now: number): Promise<void> {
    const sent = finished.flatMap(({ message, outcome }) =>
      outcome.kind === 'sent' ? [{ message, outcome }] : [],
    );
    if (sent.length === 0) return;
    await sql.run(
      'UPDATE messages SET status = ?, queue_at = NULL, failure = NULL, finished_at = ? WHERE id IN (?)',
      [SENT, now, sent.map(({ message }) => message.id)],
    );
    const rows = sent.flatMap(({ message, outcome: { address, providerId } }) =>
      providerId === undefined && address === message.address
        ? []
        : [[message.id, address, providerId ?? null]],
    );
    if (rows.length === 0) return;
    const columns = { address: 'VARCHAR(4096)', provider_id: 'VARCHAR(255)' };
    await sql.updateEach({ table: 'messages', key: 'id', columns, rows });
  }

  /** Only what is still being sent: another worker may have sent it since. */
  private async finishGroup(sql: Sql, group: OutcomeGroup, now: number): Promise<void> {
    const { status, queueAt, failure, maybeSent, ids } = group;
    await fallBackAtOnce(sql, group.withFallback, { status: SENDING, now });
    const mark = `${maybeSent ? ', maybe_duplicate = 1' : ''}${group.wasTried === false ? ', attempts = attempts - 1' : ''}`;
    await sql.run(
      `UPDATE messages SET status = ?, queue_at = ?, failure = ?, finished_at = ?${mark}
       WHERE id IN (?) AND status = ?`,
      [status, queueAt, failure, queueAt === null && status !== HELD ? now : null, ids, SENDING],
    );
  }
}

/** The search for fallbacks finds them from now on. */
export async function fallBackAtOnce(
  sql: Sql,
  ids: readonly number[],
  { status, now }: { status: number; now: number },
): Promise<void> {
  if (ids.length === 0) return;
  await sql.run(
    'UPDATE messages SET fallback_at = ? WHERE id IN (?) AND status = ? AND fallback_at IS NOT NULL',
    [now, ids, status],
  );
}

/** Messages of a batch that ended in the same way. */
interface OutcomeGroup {
  readonly status: number;
  readonly queueAt: number | null;
  readonly failure: string | null;
  readonly maybeSent: boolean;
  readonly wasTried?: boolean;
  readonly ids: number[];
  /** Of those that failed, the ones that are followed by another one. */
  readonly withFallback: number[];
}

/** Failures of one batch are mostly one failure: a statement each distinct one, not each message. */
function groupsOf(finished: readonly FinishedMessage[]): Iterable<OutcomeGroup> {
  const groups = new Map<string, OutcomeGroup>();
  for (const { message, outcome } of finished) {
    if (outcome.kind === 'sent') continue;
    const end = endOf(outcome);
    const name = JSON.stringify(end);
    const group = groups.get(name) ?? { ...end, ids: [], withFallback: [] };
    groups.set(name, group);
    group.ids.push(message.id);
    if (outcome.kind === 'failed' && message.hasFallback) group.withFallback.push(message.id);
  }
  return groups.values();
}

function endOf(
  outcome: Exclude<DeliveryOutcome, { kind: 'sent' }>,
): Omit<OutcomeGroup, 'ids' | 'withFallback'> {
  if (outcome.kind === 'withdrawn')
    return { status: WITHDRAWN, queueAt: null, failure: null, maybeSent: false };
  if (outcome.kind === 'held')
    return { status: HELD, queueAt: null, failure: null, maybeSent: false, wasTried: false };
  if (outcome.kind === 'requeued')
    return { status: QUEUED, queueAt: outcome.at, failure: null, maybeSent: false, wasTried: false };
  const failure = JSON.stringify(outcome.failure);
  if (outcome.kind === 'failed') return { status: FAILED, queueAt: null, failure, maybeSent: false };
  const { at, maybeSent, counts = true } = outcome;
  return { status: QUEUED, queueAt: at, failure, maybeSent, wasTried: counts };
}
