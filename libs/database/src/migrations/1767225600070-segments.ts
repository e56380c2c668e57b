import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropIndexes, dropTables } from './table.js';

/**
 * Who is in which segment or persona, and when a customer has to be looked at again. A row of `segment_due` is a
 * customer's next time (its id is theirs) or a request to look at all of them soon (an id of its own).
 */
export class Segments1767225600070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS segment_members (
         customer_id BIGINT NOT NULL,
         segment_id BIGINT NOT NULL,
         lane INT NOT NULL,
         entered_at BIGINT NOT NULL,
         PRIMARY KEY (customer_id, segment_id))`,
      `CREATE INDEX ix_segment_members_segment ON segment_members (segment_id, entered_at, customer_id)`,
      `CREATE TABLE IF NOT EXISTS segment_due (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         due_at BIGINT NOT NULL,
         customer_id BIGINT NOT NULL)`,
      `CREATE INDEX ix_segment_due_lane ON segment_due (lane, due_at, id)`,
      `CREATE TABLE IF NOT EXISTS segment_fills (
         lane INT NOT NULL,
         segment_id BIGINT NOT NULL,
         fingerprint VARCHAR(64) NOT NULL,
         revision BIGINT NOT NULL,
         after_id BIGINT NOT NULL,
         is_done INT NOT NULL,
         updated_at BIGINT NOT NULL,
         PRIMARY KEY (lane, segment_id))`,
      `CREATE INDEX ix_customers_lane ON customers (lane, id)`,
      `CREATE INDEX ix_events_customer_name ON events (customer_id, name, occurred_at)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'events', ['ix_events_customer_name']);
    await dropIndexes(runner, 'customers', ['ix_customers_lane']);
    await dropTables(runner, ['segment_fills', 'segment_due', 'segment_members']);
  }
}
