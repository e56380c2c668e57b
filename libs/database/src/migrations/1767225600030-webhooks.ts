import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** What happened and is to be told, to whom, and how that went. */
export class Webhooks1767225600030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS webhook_endpoints (
         item_id BIGINT NOT NULL PRIMARY KEY,
         secrets MEDIUMTEXT NOT NULL,
         disabled_version_id BIGINT NULL,
         disabled_at BIGINT NULL,
         disabled_reason VARCHAR(500) NULL)`,
      `CREATE TABLE IF NOT EXISTS webhook_events (
         id BIGINT NOT NULL PRIMARY KEY,
         type VARCHAR(100) NOT NULL,
         data MEDIUMTEXT NOT NULL,
         at BIGINT NOT NULL,
         is_pending INT NOT NULL)`,
      `CREATE INDEX ix_webhook_events_pending ON webhook_events (is_pending, id)`,
      `CREATE TABLE IF NOT EXISTS webhook_deliveries (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         event_id BIGINT NOT NULL,
         event_type VARCHAR(100) NOT NULL,
         status VARCHAR(12) NOT NULL,
         queue_at BIGINT NULL,
         give_up_at BIGINT NOT NULL,
         attempts INT NOT NULL,
         attempt_log MEDIUMTEXT NOT NULL,
         response_status INT NULL,
         response_body TEXT NULL,
         failure TEXT NULL,
         created_at BIGINT NOT NULL,
         finished_at BIGINT NULL)`,
      `CREATE UNIQUE INDEX uq_webhook_deliveries_event ON webhook_deliveries (item_id, event_id)`,
      `CREATE INDEX ix_webhook_deliveries_queue ON webhook_deliveries (item_id, queue_at)`,
      `CREATE INDEX ix_webhook_deliveries_log ON webhook_deliveries (item_id, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['webhook_deliveries', 'webhook_events', 'webhook_endpoints']);
  }
}
