import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

const REFUSAL = 'audit_log is append-only';
const keptFrom = (type: string) =>
  `COALESCE((SELECT CAST(value AS ${type}) FROM settings WHERE name = 'audit-kept-from'), 0)`;

const SQLITE_TRIGGERS = [
  `CREATE TRIGGER tr_audit_log_update BEFORE UPDATE ON audit_log
     BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  `CREATE TRIGGER tr_audit_log_delete BEFORE DELETE ON audit_log
     WHEN OLD.happened_at >= ${keptFrom('INTEGER')}
     BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
];

const SERVER_TRIGGERS = [
  `CREATE TRIGGER tr_audit_log_update BEFORE UPDATE ON audit_log FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${REFUSAL}'`,
  `CREATE TRIGGER tr_audit_log_delete BEFORE DELETE ON audit_log FOR EACH ROW
     IF OLD.happened_at >= ${keptFrom('SIGNED')} THEN
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${REFUSAL}';
     END IF`,
];

/**
 * Who did what. Entries can be added; they cannot be changed, and deleted only once they are older than the date up to
 * which the retention has declared them dispensable.
 */
export class AuditLog1767225600021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS audit_log (
         id BIGINT NOT NULL PRIMARY KEY,
         happened_at BIGINT NOT NULL,
         actor_kind VARCHAR(10) NOT NULL,
         actor_id BIGINT NULL,
         actor_name VARCHAR(200) NOT NULL,
         action VARCHAR(60) NOT NULL,
         subject_type VARCHAR(60) NOT NULL,
         subject_key VARCHAR(200) NOT NULL,
         changes MEDIUMTEXT NULL,
         details MEDIUMTEXT NULL,
         address VARCHAR(45) NULL,
         request_id VARCHAR(64) NULL)`,
      `CREATE INDEX ix_audit_log_happened ON audit_log (happened_at, id)`,
      `CREATE INDEX ix_audit_log_actor ON audit_log (actor_id, id)`,
      `CREATE INDEX ix_audit_log_actor_name ON audit_log (actor_name, id)`,
      `CREATE INDEX ix_audit_log_subject ON audit_log (subject_type, subject_key, id)`,
      `CREATE INDEX ix_audit_log_action ON audit_log (action, id)`,
      `CREATE INDEX ix_audit_log_address ON audit_log (address, id)`,
    ]);
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
    for (const trigger of isSqlite ? SQLITE_TRIGGERS : SERVER_TRIGGERS) {
      await runner.query(trigger).catch(unlessInPlaceOrForbidden);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['audit_log']);
    await runner.query(`DELETE FROM settings WHERE name = 'audit-kept-from'`);
  }
}

/**
 * A server with a binary log lets only privileged accounts make triggers. The log works without; each boot warns until
 * somebody who may has made them.
 */
const PASSED_OVER = [
  'ER_TRG_ALREADY_EXISTS',
  'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  'ER_TABLEACCESS_DENIED_ERROR',
];

function unlessInPlaceOrForbidden(error: unknown): void {
  if (error instanceof Error && 'code' in error && PASSED_OVER.includes(String(error.code))) return;
  throw error;
}
