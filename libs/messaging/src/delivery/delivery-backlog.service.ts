import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

/** Knows which connectors have messages whose time has come. */
@Injectable()
export class DeliveryBacklog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async overdue(): Promise<number[]> {
    const rows = await this.database.sql.select<{ id: number }>(
      `SELECT id FROM content_items WHERE type = 'connectors'
       AND EXISTS (SELECT 1 FROM messages m WHERE m.connector_id = content_items.id AND m.queue_at <= ?)`,
      [this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }
}
