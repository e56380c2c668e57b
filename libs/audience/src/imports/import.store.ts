import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import {
  type CustomerImport,
  IMPORT_STATES,
  type ImportCounts,
  type ImportSettings,
  type ImportState,
} from './customer-import.js';

interface Row {
  id: number;
  state: string;
  is_dry_run: number;
  settings: string;
  actor: string;
  received: number;
  bytes: number;
  repeated: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  failure: string | null;
  created_at: number;
  touched_at: number;
  stored_at: number | null;
  finished_at: number | null;
}

const COLUMNS = [
  'id',
  'state',
  'is_dry_run',
  'settings',
  'actor',
  'received',
  'bytes',
  'repeated',
  'created',
  'updated',
  'unchanged',
  'rejected',
  'failure',
  'created_at',
  'touched_at',
  'stored_at',
  'finished_at',
] as const;

const SELECT = `SELECT ${COLUMNS.join(', ')} FROM imports`;

const CHUNKS_LEFT = 'EXISTS (SELECT 1 FROM import_chunks c WHERE c.import_id = imports.id)';

export const IMPORT_LIST: ListSpec = {
  name: 'imports',
  fields: {
    id: { expression: 'id', type: 'id' },
    state: { expression: 'state', type: 'enum', values: IMPORT_STATES, unsortable: true },
    createdAt: { expression: 'created_at', type: 'instant' },
  },
  members: [
    'id',
    'state',
    'dryRun',
    'format',
    'encoding',
    'mapping',
    'rows',
    'bytes',
    'failure',
    'rowsPerSecond',
    'secondsLeft',
    'by',
    'createdAt',
    'storedAt',
    'finishedAt',
  ],
  defaultSort: '-createdAt',
  unique: 'id',
};

/** What an import has come to, as a step of it adds. */
export type ImportProgress = Partial<ImportCounts> & { readonly bytes?: number };

/** The list of imports. */
@Injectable()
export class ImportStore {
  constructor(private readonly database: Database) {}

  async add(sql: Sql, added: CustomerImport): Promise<void> {
    await sql.insert({
      table: 'imports',
      columns: COLUMNS,
      rows: [
        [
          added.id,
          added.state,
          added.isDryRun,
          JSON.stringify(added.settings),
          JSON.stringify(added.by),
          added.received,
          added.bytes,
          added.repeated,
          added.created,
          added.updated,
          added.unchanged,
          added.rejected,
          added.failure,
          added.createdAt,
          added.touchedAt,
          added.storedAt,
          added.finishedAt,
        ],
      ],
    });
  }

  async find(sql: Sql, id: number): Promise<CustomerImport | undefined> {
    const [row] = await sql.select<Row>(`${SELECT} WHERE id = ?`, [id]);
    return row && toImport(row);
  }

  async list(query: ListQuery): Promise<Page<CustomerImport>> {
    const page = await selectPage<Row>(this.database.sql, {
      query,
      columns: COLUMNS.join(', '),
      from: 'imports',
    });
    return { ...page, data: page.data.map(toImport) };
  }

  /** Adds to the counts of an import that is in this state; false where it is not any more. */
  async progress(
    sql: Sql,
    id: number,
    { state, now, ...step }: { state: ImportState; now: number } & ImportProgress,
  ): Promise<boolean> {
    const counts = Object.entries(step).filter(([, count]) => count !== 0);
    const changes = counts.map(([name]) => `${name} = ${name} + ?`);
    const text = `UPDATE imports SET ${[...changes, 'touched_at = ?'].join(', ')} WHERE id = ? AND state = ?`;
    const matched = await sql.run(text, [...counts.map(([, count]) => count), now, id, state]);
    return matched === 1;
  }

  async keepSettings(sql: Sql, id: number, settings: ImportSettings): Promise<void> {
    await sql.run('UPDATE imports SET settings = ? WHERE id = ?', [JSON.stringify(settings), id]);
  }

  /** Moves an import on; false where it is in none of these states. */
  async move(
    sql: Sql,
    id: number,
    change: { from: readonly ImportState[]; to: ImportState; now: number; failure?: string | null },
  ): Promise<boolean> {
    const { from, to, now, failure = null } = change;
    const isEnd = to !== 'receiving' && to !== 'running';
    const matched = await sql.run(
      `UPDATE imports SET state = ?, failure = ?, touched_at = ?, finished_at = ?,
         stored_at = CASE WHEN ? = 1 THEN COALESCE(stored_at, ?) ELSE stored_at END
       WHERE id = ? AND state IN (?)`,
      [to, failure?.slice(0, 1_000) ?? null, now, isEnd ? now : null, to === 'running', now, id, from],
    );
    return matched === 1;
  }

  /** Ends an import of which nothing is left to be worked. */
  async finishIfEmpty(sql: Sql, id: number, now: number): Promise<boolean> {
    const matched = await sql.run(
      `UPDATE imports SET state = 'done', finished_at = ?, touched_at = ?
       WHERE id = ? AND state = 'running' AND NOT ${CHUNKS_LEFT}`,
      [now, now, id],
    );
    return matched === 1;
  }

  /** Imports that were stopped and of which a process that died in between has left rows. */
  async leftovers(sql: Sql): Promise<number[]> {
    const rows = await sql.select<{ id: number }>(
      `SELECT id FROM imports WHERE state = 'cancelled' AND ${CHUNKS_LEFT} LIMIT 100`,
    );
    return rows.map(({ id }) => id);
  }

  async inState(sql: Sql, state: ImportState, touchedBefore: number): Promise<CustomerImport[]> {
    const rows = await sql.select<Row>(
      `${SELECT} WHERE state = ? AND touched_at <= ? ORDER BY id LIMIT 100`,
      [state, touchedBefore],
    );
    return rows.map(toImport);
  }
}

function toImport(row: Row): CustomerImport {
  return {
    id: row.id,
    state: IMPORT_STATES.find((state) => state === row.state) ?? 'failed',
    isDryRun: row.is_dry_run === 1,
    settings: JSON.parse(row.settings) as ImportSettings,
    by: JSON.parse(row.actor) as CustomerImport['by'],
    received: row.received,
    bytes: row.bytes,
    repeated: row.repeated,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    failure: row.failure,
    createdAt: row.created_at,
    touchedAt: row.touched_at,
    storedAt: row.stored_at,
    finishedAt: row.finished_at,
  };
}
