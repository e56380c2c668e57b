import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import { DELIVERY_STATUSES, type DeliveryStatus } from './delivery.js';

/** A delivery as people look at it. */
export interface DeliveryView {
  readonly id: number;
  readonly event_id: number;
  readonly event_type: string;
  readonly status: DeliveryStatus;
  readonly queue_at: number | null;
  readonly attempts: number;
  readonly attempt_log: string;
  readonly response_status: number | null;
  readonly response_body: string | null;
  readonly failure: string | null;
  readonly created_at: number;
  readonly finished_at: number | null;
}

const COLUMNS = `id, event_id, event_type, status, queue_at, attempts, attempt_log, response_status, response_body,
  failure, created_at, finished_at`;

export const DELIVERY_LIST: ListSpec = {
  name: 'webhook-deliveries',
  fields: {
    id: { expression: 'id', type: 'id' },
    event: { expression: 'event_type', type: 'text' },
    status: { expression: 'status', type: 'enum', values: DELIVERY_STATUSES },
    attempts: { expression: 'attempts', type: 'integer' },
    responseStatus: { expression: 'response_status', type: 'integer', nullable: true },
    createdAt: { expression: 'created_at', type: 'instant' },
    finishedAt: { expression: 'finished_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'webhookId',
    'event',
    'status',
    'attempts',
    'responseStatus',
    'responseBody',
    'failure',
    'createdAt',
    'nextAttemptAt',
    'finishedAt',
  ],
  defaultSort: '-id',
  unique: 'id',
};

/** Deliveries for people to look at. */
@Injectable()
export class DeliveryViews {
  constructor(private readonly database: Database) {}

  async list(itemId: number, query: ListQuery): Promise<Page<DeliveryView>> {
    return selectPage<DeliveryView>(this.database.sql, {
      query,
      columns: COLUMNS,
      from: 'webhook_deliveries',
      where: 'item_id = ?',
      parameters: [itemId],
    });
  }

  async find(itemId: number, id: number): Promise<DeliveryView | undefined> {
    const [row] = await this.database.sql.select<DeliveryView>(
      `SELECT ${COLUMNS} FROM webhook_deliveries WHERE item_id = ? AND id = ?`,
      [itemId, id],
    );
    return row;
  }

  /** How many deliveries of a webhook are still to be made. */
  async waiting(itemId: number): Promise<number> {
    const [row] = await this.database.sql.select<{ count: number }>(
      'SELECT COUNT(*) AS count FROM webhook_deliveries WHERE item_id = ? AND queue_at IS NOT NULL',
      [itemId],
    );
    return row?.count ?? 0;
  }
}
