import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { categoryOfShare, DELIVERY_SHARES, type MessageCategory } from '../outbox/message.js';

const ALL_SHARES = Array.from({ length: DELIVERY_SHARES }, (_, share) => share);

/** Knows which deliveries have messages whose time has come. */
@Injectable()
export class DeliveryBacklog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of a category. */
  async overdue(category: MessageCategory): Promise<{ connectorId: number; share: number }[]> {
    const { sql } = this.database;
    const shares = ALL_SHARES.filter((share) => categoryOfShare(share) === category);
    const table = shares.map((share) => `SELECT ${String(share)} AS share`).join(' UNION ALL ');
    return sql.select(
      `SELECT c.id AS connectorId, s.share AS share
       FROM content_items c JOIN (${table}) s
       WHERE c.type = 'connectors' AND EXISTS (
         SELECT 1 FROM messages m${sql.byIndex('ix_messages_queue')}
         WHERE m.connector_id = c.id AND m.share = s.share AND m.queue_at <= ?)`,
      [this.clock.now()],
    );
  }
}
