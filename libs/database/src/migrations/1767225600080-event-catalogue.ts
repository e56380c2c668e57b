import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

const ORIGIN = ['layer', 'channel', 'touchpoint', 'device', 'department', 'context', 'breaks_schema'];

/** Where each event came from, and which names of events there are. */
export class EventCatalogue1767225600080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE events ADD COLUMN layer INT NOT NULL DEFAULT 0',
      'ALTER TABLE events ADD COLUMN channel VARCHAR(40) NULL',
      'ALTER TABLE events ADD COLUMN touchpoint VARCHAR(100) NULL',
      'ALTER TABLE events ADD COLUMN device VARCHAR(40) NULL',
      'ALTER TABLE events ADD COLUMN department VARCHAR(100) NULL',
      'ALTER TABLE events ADD COLUMN context MEDIUMTEXT NULL',
      'ALTER TABLE events ADD COLUMN breaks_schema INT NOT NULL DEFAULT 0',
      `CREATE TABLE IF NOT EXISTS event_names (
         name VARCHAR(150) NOT NULL PRIMARY KEY,
         definition_key VARCHAR(100) NULL,
         received BIGINT NOT NULL,
         violating BIGINT NOT NULL,
         first_seen_at BIGINT NULL,
         last_seen_at BIGINT NULL)`,
      'CREATE INDEX ix_event_names_definition ON event_names (definition_key)',
      `CREATE TABLE IF NOT EXISTS event_violations (
         id BIGINT NOT NULL PRIMARY KEY,
         name VARCHAR(150) NOT NULL,
         pointer VARCHAR(250) NOT NULL,
         code VARCHAR(60) NOT NULL,
         detail VARCHAR(500) NOT NULL,
         occurrences BIGINT NOT NULL,
         last_message_id VARCHAR(100) NULL,
         first_seen_at BIGINT NOT NULL,
         last_seen_at BIGINT NOT NULL)`,
      'CREATE UNIQUE INDEX uq_event_violations_place ON event_violations (name, pointer, code)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['event_violations', 'event_names']);
    await dropColumns(runner, 'events', ORIGIN);
  }
}
