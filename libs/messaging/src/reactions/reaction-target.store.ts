import { Injectable } from '@nestjs/common';
import { comparableEmail, suppressible } from '@parcours/audience';
import type { Sql } from '@parcours/database';

import { statusNumber } from '../outbox/message.js';
import {
  type ReactingCustomer,
  REACTION_KINDS,
  type ReactionKind,
  type ReactionTarget,
  timeColumn,
} from './reaction.js';

const SENT = statusNumber('sent');

const TIMES = REACTION_KINDS.map((kind) => `m.${timeColumn(kind)} AS ${kind}`).join(', ');

const SELECT = `SELECT m.id AS messageId, m.customer_id AS customerId, c.external_id AS customerKey,
  m.enrollment_id AS enrollmentId, j.item_key AS journey, m.step, m.visit, t.item_key AS template, m.channel,
  m.touchpoint, m.connector_id AS connectorId, m.address, m.created_at AS createdAt, ${TIMES}
  FROM messages m JOIN customers c ON c.id = m.customer_id
  LEFT JOIN enrollments e ON e.id = m.enrollment_id LEFT JOIN content_items j ON j.id = e.journey_id
  LEFT JOIN content_versions v ON v.id = m.template_version_id LEFT JOIN content_items t ON t.id = v.item_id
  WHERE m.id IN (?)`;

type Row = Omit<ReactionTarget, 'times'> & Record<ReactionKind, number | null>;

/** One of those who have an address. */
export interface AddressOwner extends ReactingCustomer {
  /** The last message that was sent to them on the channel. */
  readonly lastMessageId: number | null;
}

/** How often an address bounced softly of late. */
export interface SoftBounces {
  readonly customerId: number;
  readonly channel: string;
  readonly address: string;
  readonly count: number;
}

/** Finds the messages that reactions are about, and keeps when each came first. */
@Injectable()
export class ReactionTargets {
  /** Nobody's, once their customer was erased. */
  async of(sql: Sql, messageIds: readonly number[]): Promise<ReadonlyMap<number, ReactionTarget>> {
    if (messageIds.length === 0) return new Map();
    const rows = await sql.select<Row>(SELECT, [messageIds]);
    return new Map(rows.map((row) => [row.messageId, toTarget(row)]));
  }

  /** The messages that a connector's provider calls so. */
  async byProvider(
    sql: Sql,
    connectorId: number,
    providerIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    if (providerIds.length === 0) return new Map();
    const rows = await sql.select<{ id: number; provider_id: string }>(
      'SELECT id, provider_id FROM messages WHERE connector_id = ? AND provider_id IN (?)',
      [connectorId, providerIds],
    );
    return new Map(rows.map((row) => [row.provider_id, row.id]));
  }

  /** Whose first address it is, at most 20: who was written to last comes first, then who was created last. */
  async byAddress(sql: Sql, channel: string, address: string): Promise<readonly AddressOwner[]> {
    const compared = suppressible(channel, address) ?? address;
    const [column, value] = compared.includes('@')
      ? ['email', comparableEmail(compared)]
      : ['phone', compared];
    const people = await sql.select<AddressOwner>(
      `SELECT c.id AS customerId, c.external_id AS customerKey,
         (SELECT MAX(m.id) FROM messages m WHERE m.customer_id = c.id AND m.channel = ? AND m.status = ?) AS lastMessageId
       FROM customers c WHERE c.${column} = ? AND c.merged_into IS NULL ORDER BY c.id DESC LIMIT 20`,
      [channel, SENT, value],
    );
    return people.sort((a, b) => (b.lastMessageId ?? 0) - (a.lastMessageId ?? 0));
  }

  async note(sql: Sql, kind: ReactionKind, rows: readonly (readonly [number, number])[]): Promise<void> {
    if (rows.length === 0) return;
    const columns = { [timeColumn(kind)]: 'BIGINT' };
    await sql.updateEach({ table: 'messages', key: 'id', columns, rows });
  }

  /** How often messages to these customers' addresses have bounced since. */
  async bounces(sql: Sql, customerIds: readonly number[], since: number): Promise<SoftBounces[]> {
    if (customerIds.length === 0) return [];
    return sql.select<SoftBounces>(
      `SELECT customer_id AS customerId, channel, address, COUNT(*) AS count FROM messages
       WHERE customer_id IN (?) AND bounced_at >= ? AND address IS NOT NULL GROUP BY customer_id, channel, address`,
      [customerIds, since],
    );
  }
}

function toTarget(row: Row): ReactionTarget {
  const { delivered, opened, clicked, replied, bounced, complained, unsubscribed, ...target } = row;
  const times = { delivered, opened, clicked, replied, bounced, complained, unsubscribed };
  return { ...target, times };
}
