import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import type { Platform } from './platform.js';

export type TableRow = Readonly<Record<string, unknown>>;

/** A look into every table of a platform, whatever tables there are. */
export class Tables {
  private constructor(readonly database: Database) {}

  static async open({ environment }: Platform): Promise<Tables> {
    const { database } = new ParcoursConfig(environment);
    return new Tables(new Database(await openDataSource(await dataSourceOptions(database))));
  }

  async names(): Promise<readonly string[]> {
    const text = this.database.isSqlite
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
    const rows = await this.database.sql.select<{ name: string }>(text);
    return rows
      .map(({ name }) => name)
      .filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'))
      .sort();
  }

  async columns(table: string): Promise<readonly string[]> {
    const text = this.database.isSqlite
      ? 'SELECT name FROM pragma_table_xinfo(?)'
      : 'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?';
    return (await this.database.sql.select<{ name: string }>(text, [table])).map(({ name }) => name);
  }

  async rows(table: string): Promise<readonly TableRow[]> {
    return this.database.sql.select<TableRow>(`SELECT * FROM ${table}`);
  }

  /** By table, the rows in which a text contains one of these. */
  async containing(...texts: readonly string[]): Promise<Readonly<Record<string, readonly TableRow[]>>> {
    const found: Record<string, readonly TableRow[]> = {};
    for (const table of await this.names()) {
      const rows = (await this.rows(table)).filter((row) => {
        const content = JSON.stringify(row).toLowerCase();
        return texts.some((text) => content.includes(text.toLowerCase()));
      });
      if (rows.length > 0) found[table] = rows;
    }
    return found;
  }

  async close(): Promise<void> {
    await this.database.dataSource.destroy();
  }
}
