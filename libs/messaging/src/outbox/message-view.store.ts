import { Injectable } from '@nestjs/common';
import { CURRENT_CUSTOMER } from '@parcours/audience';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { REACTION_KINDS, type ReactionKind, timeColumn } from '../reactions/reaction.js';
import { MESSAGE_CATEGORIES, MESSAGE_STATUSES } from './message.js';

/** A message as people look at it, with keys in place of ids. */
export interface MessageView extends Readonly<Record<`${ReactionKind}_at`, number | null>> {
  readonly id: number;
  readonly customer_id: number;
  readonly template_version_id: number;
  readonly customer_key: string;
  readonly enrollment_id: number;
  /** Null where the journey was deleted since; likewise below. */
  readonly journey: string | null;
  readonly step: string;
  readonly visit: number;
  readonly channel: string;
  readonly category: number;
  readonly brand: string | null;
  readonly connector: string | null;
  readonly template: string | null;
  readonly template_version: number;
  readonly status: number;
  readonly attempts: number;
  readonly maybe_duplicate: number;
  readonly address: string | null;
  readonly provider_id: string | null;
  readonly failure: string | null;
  readonly created_at: number;
  readonly queue_at: number | null;
  readonly finished_at: number | null;
  /** What of its decision was kept. */
  readonly decision: string | null;
}

const COLUMNS = `m.id, m.customer_id, m.template_version_id, c.external_id AS customer_key, m.enrollment_id, j.item_key AS journey, m.step, m.visit, m.channel, m.category, m.brand,
  k.item_key AS connector, t.item_key AS template, v.number AS template_version, m.status, m.attempts, m.maybe_duplicate,
  m.address, m.provider_id, m.failure, m.created_at, m.queue_at, m.finished_at, m.decision,
  ${REACTION_KINDS.map((kind) => `m.${timeColumn(kind)}`).join(', ')}`;

const FROM = `messages m
  JOIN customers c ON c.id = m.customer_id
  JOIN enrollments e ON e.id = m.enrollment_id
  LEFT JOIN content_items j ON j.id = e.journey_id
  LEFT JOIN content_items k ON k.id = m.connector_id
  JOIN content_versions v ON v.id = m.template_version_id
  LEFT JOIN content_items t ON t.id = v.item_id`;

const STATUS_NAME = `CASE m.status ${MESSAGE_STATUSES.map((name, at) => `WHEN ${String(at)} THEN '${name}'`).join(' ')} END`;

const CATEGORY_NAME = `CASE m.category ${MESSAGE_CATEGORIES.map((name, at) => `WHEN ${String(at)} THEN '${name}'`).join(' ')} END`;

export const MESSAGE_LIST: ListSpec = {
  name: 'messages',
  fields: {
    id: { expression: 'm.id', type: 'id' },
    customerId: { expression: 'c.external_id', type: 'text' },
    enrollmentId: { expression: 'm.enrollment_id', type: 'id' },
    journey: { expression: 'j.item_key', type: 'text' },
    step: { expression: 'm.step', type: 'text' },
    channel: { expression: 'm.channel', type: 'text' },
    category: { expression: CATEGORY_NAME, type: 'enum', values: MESSAGE_CATEGORIES },
    brand: { expression: 'm.brand', type: 'text', nullable: true },
    connector: { expression: 'k.item_key', type: 'text' },
    template: { expression: 't.item_key', type: 'text' },
    status: { expression: STATUS_NAME, type: 'enum', values: MESSAGE_STATUSES },
    failureCode: { expression: 'm.failure', type: 'text', json: 'code', nullable: true, unsortable: true },
    maybeDuplicate: { expression: 'm.maybe_duplicate', type: 'boolean' },
    createdAt: { expression: 'm.created_at', type: 'instant' },
    finishedAt: { expression: 'm.finished_at', type: 'instant', nullable: true },
    ...Object.fromEntries(
      REACTION_KINDS.map((kind) => [
        `${kind}At`,
        { expression: `m.${timeColumn(kind)}`, type: 'instant', nullable: true } as const,
      ]),
    ),
  },
  members: [
    'id',
    'customerId',
    'enrollmentId',
    'journey',
    'step',
    'visit',
    'channel',
    'category',
    'brand',
    'connector',
    'template',
    'status',
    'attempts',
    'maybeDuplicate',
    'address',
    'providerId',
    'failure',
    'createdAt',
    'nextAttemptAt',
    'finishedAt',
    ...REACTION_KINDS.map((kind) => `${kind}At`),
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** Messages for people to look at. */
@Injectable()
export class MessageViews {
  constructor(private readonly database: Database) {}

  /** All of them, or one customer's. */
  async list(query: ListQuery, customerKey?: string): Promise<Page<MessageView>> {
    const confined = customerKey === undefined ? {} : { where: CURRENT_CUSTOMER, parameters: [customerKey] };
    return selectPage<MessageView>(this.database.sql, { query, columns: COLUMNS, from: FROM, ...confined });
  }

  /** The newest first. */
  async latest(count: number): Promise<MessageView[]> {
    const text = `SELECT ${COLUMNS} FROM ${FROM} ORDER BY m.id DESC LIMIT ?`;
    return this.database.sql.select<MessageView>(text, [count]);
  }

  async find(id: number): Promise<MessageView | undefined> {
    const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE m.id = ?`;
    const [row] = await this.database.sql.select<MessageView>(text, [id]);
    return row;
  }
}
