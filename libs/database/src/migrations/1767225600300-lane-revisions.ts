import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns } from './table.js';

/** By which content a lane is decided at least: whoever closes a journey says so to each lane. */
export class LaneRevisions1767225600300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE lanes ADD COLUMN content_revision BIGINT NOT NULL DEFAULT 0']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'lanes', ['content_revision']);
  }
}
