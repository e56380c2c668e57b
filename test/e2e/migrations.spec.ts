import { ParcoursConfig } from '@parcours/config';
import { dataSourceOptions, openDataSource } from '@parcours/database';
import { profiles, spawnApp } from '@parcours/testing';
import type { ProfileSetup, SpawnedApp } from '@parcours/testing';
import { DataSource } from 'typeorm';
import { AuditEntryRow } from '../../libs/audit/src/entries/audit-entry.entity.js';
import { ContentItemRow } from '../../libs/content/src/items/content-item.entity.js';
import { ContentVersionRow } from '../../libs/content/src/versions/content-version.entity.js';
import { IdempotencyKeyRow } from '../../libs/http/src/idempotency/idempotency-key.entity.js';
import { ApiTokenRow } from '../../libs/http/src/tokens/api-token.entity.js';
import { RoleRow } from '../../libs/people/src/roles/role.entity.js';
import { SessionRow } from '../../libs/people/src/sessions/session.entity.js';
import { SignInAttemptRow } from '../../libs/people/src/sign-in/sign-in-attempt.entity.js';
import { UserRow } from '../../libs/people/src/users/user.entity.js';

const ENTITIES = [
  ApiTokenRow,
  AuditEntryRow,
  ContentItemRow,
  ContentVersionRow,
  IdempotencyKeyRow,
  RoleRow,
  SessionRow,
  SignInAttemptRow,
  UserRow,
];

describe.each(profiles)('the migrations on $name', (profile) => {
  let setup: ProfileSetup;
  let source: DataSource | undefined;
  beforeEach(async () => {
    setup = await profile.prepare();
  });
  afterEach(async () => {
    if (source?.isInitialized) await source.destroy();
    await setup.dispose();
  });

  const options = async () => dataSourceOptions(new ParcoursConfig(setup.environment).database, ENTITIES);

  /** The DDL of every table and index but TypeORM's own, as the database tells it. */
  async function shape(): Promise<readonly string[]> {
    const names = await tableNames(source!);
    const texts = await Promise.all(names.map((name) => ddlOf(source!, name)));
    return texts.flat().sort();
  }

  it('go up, down to nothing, and up to the same again', async () => {
    source = await openDataSource(await options());
    const first = await shape();
    expect(first.length).toBeGreaterThanOrEqual(13);
    for (const _migration of source.migrations) await source.undoLastMigration({ transaction: 'none' });
    expect(await shape()).toEqual([]);
    await source.runMigrations({ transaction: 'none' });
    expect(await shape()).toEqual(first);
  });

  it('make the columns that the entities name, with their keys and nulls', async () => {
    source = await openDataSource(await options());
    const runner = source.createQueryRunner();
    for (const entity of source.entityMetadatas) {
      const table = await runner.getTable(entity.tableName);
      const inDatabase = table?.columns.map((column) => [column.name, column.isPrimary, column.isNullable]);
      const inCode = entity.columns.map((column) => [
        column.databaseName,
        column.isPrimary,
        column.isNullable,
      ]);
      expect(inDatabase?.sort()).toEqual(inCode.sort());
    }
    await runner.release();
  });

  it('run once when three processes start at the same moment', async () => {
    const environment = {
      ...setup.environment,
      PARCOURS_PORT: '0',
      PARCOURS_ADMIN_TOKEN: `prc_${'m'.repeat(43)}`,
    };
    const starts = [1, 2, 3].map(() =>
      spawnApp('api', environment, { ready: /ready on (http\S+)/, timeoutMs: 120_000 }),
    );
    const outcomes = await Promise.allSettled(starts);
    const apps = outcomes.flatMap((outcome): SpawnedApp[] =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    );
    const exits = await Promise.all(apps.map((app) => app.stop()));
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(exits).toEqual([1, 2, 3].map(() => ({ code: 0, signal: null })));
    source = await new DataSource(await options()).initialize();
    const done: { name: string }[] = await source.query('SELECT name FROM migrations');
    expect(done).toHaveLength(new Set(done.map(({ name }) => name)).size);
    expect(done).toHaveLength(source.migrations.length);
  });
});

describe('the schema on server', () => {
  // Large documents: MEDIUMTEXT there, TEXT on SQLite, which TypeORM knows no other name for. Nothing is synchronised.
  const LARGE_TEXTS =
    /^ALTER TABLE `(audit_log|content_items|content_versions|idempotency_keys)` (DROP COLUMN|ADD) `(changes|details|draft|document|body|schedule|search_text)`/;

  it('differs from the entities in the size of large texts alone', async () => {
    const setup = await profiles.find(({ name }) => name === 'server')!.prepare();
    const location = new ParcoursConfig(setup.environment).database;
    const source = await openDataSource(await dataSourceOptions(location, ENTITIES));
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query).filter((query) => !LARGE_TEXTS.test(query))).toEqual([]);
    } finally {
      await source.destroy();
      await setup.dispose();
    }
  });
});

async function tableNames(source: DataSource): Promise<readonly string[]> {
  const isSqlite = source.options.type === 'better-sqlite3';
  const text = isSqlite
    ? "SELECT name FROM sqlite_master WHERE type = 'table'"
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const rows: { name: string }[] = await source.query(text);
  return rows.map(({ name }) => name).filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'));
}

async function ddlOf(source: DataSource, table: string): Promise<readonly string[]> {
  if (source.options.type === 'better-sqlite3') {
    const rows: { sql: string }[] = await source.query(
      'SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL',
      [table],
    );
    return rows.map(({ sql }) => sql);
  }
  const [row]: Record<string, string>[] = await source.query(`SHOW CREATE TABLE ${table}`);
  return [row?.['Create Table'] ?? ''];
}
