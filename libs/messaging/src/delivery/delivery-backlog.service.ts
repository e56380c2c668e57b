import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { DELIVERY_SHARES } from '../outbox/message.js';

const SHARES = Array.from({ length: DELIVERY_SHARES }, (_, share) => `SELECT ${String(share)} AS share`);

/** Knows which deliveries have messages whose time has come. */
@Injectable()
export class DeliveryBacklog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async overdue(): Promise<{ connectorId: number; share: number }[]> {
    const { sql } = this.database;
    return sql.select(
      `SELECT c.id AS connectorId, s.share AS share
       FROM content_items c JOIN (${SHARES.join(' UNION ALL ')}) s
       WHERE c.type = 'connectors' AND EXISTS (
         SELECT 1 FROM messages m${sql.byIndex('ix_messages_queue')}
         WHERE m.connector_id = c.id AND m.share = s.share AND m.queue_at <= ?)`,
      [this.clock.now()],
    );
  }
}
