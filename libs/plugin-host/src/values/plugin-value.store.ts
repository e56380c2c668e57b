import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';

import type { OwnedValue, PluginValues } from './plugin-values.js';

const TABLE = 'plugin_values';
const COLUMNS = ['owner', 'name', 'value', 'expires_at'] as const;

/** What connectors keep between calls, shared by all processes. */
@Injectable()
export class PluginValueStore implements PluginValues {
  constructor(private readonly database: Database) {}

  async read(owner: string, name: string, now: number): Promise<string | undefined> {
    const [row] = await this.database.sql.select<{ value: string }>(
      `SELECT value FROM ${TABLE} WHERE owner = ? AND name = ? AND (expires_at IS NULL OR expires_at > ?)`,
      [owner, name, now],
    );
    return row?.value;
  }

  async write(value: OwnedValue): Promise<void> {
    await this.database.sql.insert({
      table: TABLE,
      columns: COLUMNS,
      rows: [rowOf(value)],
      onDuplicate: { update: ['value', 'expires_at'] },
    });
  }

  async claim(value: OwnedValue, now: number): Promise<boolean> {
    const { owner, name } = value;
    return this.database.transaction(async ({ sql }) => {
      await sql.run(`DELETE FROM ${TABLE} WHERE owner = ? AND name = ? AND expires_at <= ?`, [
        owner,
        name,
        now,
      ]);
      const added = await sql.insert({
        table: TABLE,
        columns: COLUMNS,
        rows: [rowOf(value)],
        onDuplicate: 'ignore',
      });
      return added === 1;
    });
  }

  async remove(owner: string, name: string): Promise<void> {
    await this.database.sql.run(`DELETE FROM ${TABLE} WHERE owner = ? AND name = ?`, [owner, name]);
  }

  /** Forgets values whose time has run out, some at a time. */
  async forgetExpired(now: number, limit: number): Promise<number> {
    const { sql } = this.database;
    const rows = await sql.select<{ owner: string; name: string }>(
      `SELECT owner, name FROM ${TABLE} WHERE expires_at <= ? LIMIT ?`,
      [now, limit],
    );
    for (const { owner, name } of rows) {
      await sql.run(`DELETE FROM ${TABLE} WHERE owner = ? AND name = ? AND expires_at <= ?`, [
        owner,
        name,
        now,
      ]);
    }
    return rows.length;
  }
}

function rowOf({ owner, name, value, expiresAt }: OwnedValue) {
  return [owner, name, value, expiresAt ?? null];
}
