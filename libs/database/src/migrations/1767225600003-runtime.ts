import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/**
 * What runs: customers, events, enrollments, messages. Every row carries its lane; no foreign keys, so that the tables
 * can be sharded by lane. Times are milliseconds since the epoch, ids are 53-bit and time-ordered.
 */
export class Runtime1767225600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS customers (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         external_id VARCHAR(255) NOT NULL,
         traits MEDIUMTEXT NOT NULL,
         revision INT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         CONSTRAINT uq_customers_external_id UNIQUE (external_id))`,
      `CREATE TABLE IF NOT EXISTS event_inbox (
         lane INT NOT NULL,
         id BIGINT NOT NULL,
         kind INT NOT NULL,
         customer_key VARCHAR(255) NOT NULL,
         body MEDIUMTEXT NOT NULL,
         PRIMARY KEY (lane, id))`,
      `CREATE TABLE IF NOT EXISTS event_dead_letters (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         kind INT NOT NULL,
         customer_key VARCHAR(255) NOT NULL,
         body MEDIUMTEXT NOT NULL,
         failure VARCHAR(1000) NOT NULL,
         failed_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_event_dead_letters_failed ON event_dead_letters (failed_at, id)`,
      `CREATE TABLE IF NOT EXISTS events (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         customer_id BIGINT NOT NULL,
         name VARCHAR(150) NOT NULL,
         message_id VARCHAR(100) NULL,
         occurred_at BIGINT NOT NULL,
         properties MEDIUMTEXT NOT NULL)`,
      `CREATE INDEX ix_events_customer ON events (customer_id, occurred_at)`,
      `CREATE UNIQUE INDEX uq_events_message_id ON events (lane, message_id, customer_id)`,
      `CREATE TABLE IF NOT EXISTS enrollments (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         customer_id BIGINT NOT NULL,
         journey_id BIGINT NOT NULL,
         version_id BIGINT NOT NULL,
         entry_key VARCHAR(150) NOT NULL,
         is_active INT NOT NULL,
         step VARCHAR(100) NULL,
         visit INT NOT NULL,
         due_at BIGINT NULL,
         waiting TEXT NULL,
         context MEDIUMTEXT NOT NULL,
         entered_at BIGINT NOT NULL,
         ended_at BIGINT NULL,
         end_reason VARCHAR(100) NULL)`,
      `CREATE INDEX ix_enrollments_due ON enrollments (lane, due_at)`,
      `CREATE INDEX ix_enrollments_customer ON enrollments (customer_id, is_active)`,
      `CREATE INDEX ix_enrollments_journey ON enrollments (journey_id, id)`,
      `CREATE TABLE IF NOT EXISTS enrollment_steps (
         enrollment_id BIGINT NOT NULL,
         visit INT NOT NULL,
         step VARCHAR(100) NOT NULL,
         type VARCHAR(40) NOT NULL,
         at BIGINT NOT NULL,
         code VARCHAR(60) NOT NULL,
         detail MEDIUMTEXT NULL,
         PRIMARY KEY (enrollment_id, visit))`,
      `CREATE TABLE IF NOT EXISTS messages (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         share INT NOT NULL,
         customer_id BIGINT NOT NULL,
         enrollment_id BIGINT NOT NULL,
         step VARCHAR(100) NOT NULL,
         visit INT NOT NULL,
         channel VARCHAR(40) NOT NULL,
         connector_id BIGINT NOT NULL,
         template_version_id BIGINT NOT NULL,
         status INT NOT NULL,
         queue_at BIGINT NULL,
         attempts INT NOT NULL,
         maybe_duplicate INT NOT NULL,
         reports_outcome INT NOT NULL,
         address VARCHAR(320) NULL,
         provider_id VARCHAR(255) NULL,
         failure TEXT NULL,
         created_at BIGINT NOT NULL,
         finished_at BIGINT NULL)`,
      `CREATE UNIQUE INDEX uq_messages_step_visit ON messages (enrollment_id, step, visit)`,
      `CREATE INDEX ix_messages_queue ON messages (connector_id, share, queue_at)`,
      `CREATE INDEX ix_messages_customer ON messages (customer_id, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'messages',
      'enrollment_steps',
      'enrollments',
      'events',
      'event_dead_letters',
      'event_inbox',
      'customers',
    ]);
  }
}
