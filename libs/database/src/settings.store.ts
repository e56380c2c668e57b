import { Injectable } from '@nestjs/common';

import { DatabaseErrors } from './database.errors.js';
import { Database } from './database.js';

/** Facts about the whole installation, one row each. */
@Injectable()
export class SettingsStore {
  constructor(private readonly database: Database) {}

  async read(name: string): Promise<string | undefined> {
    const [row] = await this.database.sql.select<{ value: string }>(
      'SELECT value FROM settings WHERE name = ?',
      [name],
    );
    return row?.value;
  }

  /** Stores the value unless there is one; answers the one that counts from now on. */
  async readOrStore(name: string, value: string): Promise<string> {
    await this.database.sql.insert({
      table: 'settings',
      columns: ['name', 'value'],
      rows: [[name, value]],
      onDuplicate: 'ignore',
    });
    return (await this.read(name)) ?? value;
  }

  /**
   * Creates the lane rows on first use. Rows on disk carry their lane, so the number can't change later.
   * @throws database.lane-count-changed
   */
  async fixLaneCount(configured: number): Promise<void> {
    const stored = Number(await this.readOrStore('lanes', String(configured)));
    if (stored !== configured) throw DatabaseErrors.laneCountChanged({ stored, configured });
    await this.database.sql.insert({
      table: 'lanes',
      columns: ['lane'],
      rows: Array.from({ length: stored }, (_, lane) => [lane]),
      onDuplicate: 'ignore',
    });
  }
}
