import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { CLAIMED_COLUMNS, type ClaimedRow, toClaimed } from '../outbox/claimed-row.js';
import {
  type ClaimedMessage,
  type FinishedMessage,
  type MessageFailure,
  type Redelivered,
  statusNumber,
} from '../outbox/message.js';
import { fallBackAtOnce } from '../outbox/message.store.js';
import type { MessagePlan } from '../policies/message-plan.rules.js';
import { isInEffect } from './message-pause.rules.js';
import { MessagePauseStore } from './message-pause.store.js';

/** A message that a pause holds. */
export interface HeldMessage extends ClaimedMessage, Redelivered {
  /** What its step asked for, like the policy; null in one that is older than pauses are. */
  readonly wishedChannel: string | null;
}

interface Row extends ClaimedRow {
  share: number;
  connector_id: number;
  wished_channel: string | null;
}

const HELD = statusNumber('held');

/** Messages that wait for the end of a pause. */
@Injectable()
export class HeldMessages {
  constructor(private readonly pauses: MessagePauseStore) {}

  /**
   * In the transaction that records how attempts ended: notes what is held by which pause. What a pause would hold that
   * has ended meanwhile goes back to the queue, for nobody would let it go.
   */
  async note(
    sql: Sql,
    finished: readonly FinishedMessage[],
    now: number,
  ): Promise<readonly FinishedMessage[]> {
    const pauseIds = new Set(
      finished.flatMap(({ outcome }) => (outcome.kind === 'held' ? [outcome.pauseId] : [])),
    );
    if (pauseIds.size === 0) return finished;
    const pauses = await this.pauses.lock(sql, [...pauseIds]);
    const holding = new Set(pauses.filter((pause) => isInEffect(pause, now)).map(({ id }) => id));
    const settled = finished.map(({ message, outcome }): FinishedMessage =>
      outcome.kind === 'held' && !holding.has(outcome.pauseId)
        ? { message, outcome: { kind: 'requeued', at: now } }
        : { message, outcome },
    );
    const rows = settled.flatMap(({ message, outcome }) =>
      outcome.kind === 'held' ? [[outcome.pauseId, message.id]] : [],
    );
    if (rows.length > 0) {
      const columns = ['pause_id', 'message_id'];
      await sql.insert({ table: 'held_messages', columns, rows, onDuplicate: 'ignore' });
    }
    return settled;
  }

  /** Takes some off the list of a pause; of those withdrawn since nothing is answered. `undefined` when none is left. */
  async take(sql: Sql, pauseId: number, limit: number): Promise<HeldMessage[] | undefined> {
    const held = await sql.select<{ message_id: number }>(
      `SELECT message_id FROM held_messages WHERE pause_id = ? ORDER BY message_id LIMIT ?${sql.forUpdate}`,
      [pauseId, limit],
    );
    if (held.length === 0) return undefined;
    const ids = held.map(({ message_id: id }) => id);
    await sql.run('DELETE FROM held_messages WHERE pause_id = ? AND message_id IN (?)', [pauseId, ids]);
    const rows = await sql.select<Row>(
      `SELECT ${CLAIMED_COLUMNS}, share, connector_id, wished_channel
       FROM messages WHERE id IN (?) AND status = ?${sql.forUpdate}`,
      [ids, HELD],
    );
    return rows.map(toHeld);
  }

  async requeue(sql: Sql, ids: readonly number[], now: number): Promise<void> {
    if (ids.length === 0) return;
    const text = 'UPDATE messages SET status = ?, queue_at = ? WHERE id IN (?) AND status = ?';
    await sql.run(text, [statusNumber('queued'), now, ids, HELD]);
  }

  async giveUp(
    sql: Sql,
    messages: readonly HeldMessage[],
    { failure, now }: { failure: MessageFailure; now: number },
  ): Promise<void> {
    if (messages.length === 0) return;
    const ids = messages.map(({ id }) => id);
    const withFallback = messages.filter(({ hasFallback }) => hasFallback).map(({ id }) => id);
    await fallBackAtOnce(sql, withFallback, { status: HELD, now });
    await sql.run(
      'UPDATE messages SET status = ?, failure = ?, finished_at = ? WHERE id IN (?) AND status = ?',
      [statusNumber('failed'), JSON.stringify(failure), now, ids, HELD],
    );
  }

  /** As they were decided anew. */
  async redirect(sql: Sql, plans: ReadonlyMap<number, MessagePlan>): Promise<void> {
    if (plans.size === 0) return;
    await sql.updateEach({
      table: 'messages',
      key: 'id',
      columns: {
        channel: 'VARCHAR(40)',
        connector_id: 'BIGINT',
        template_version_id: 'BIGINT',
        address: 'VARCHAR(4096)',
      },
      rows: [...plans].map(([id, plan]) => [
        id,
        plan.channel,
        plan.connectorId,
        plan.templateVersionId,
        plan.address,
      ]),
    });
  }
}

function toHeld(row: Row): HeldMessage {
  return {
    ...toClaimed(row),
    attempt: row.attempts,
    share: row.share,
    connectorId: row.connector_id,
    wishedChannel: row.wished_channel,
  };
}
