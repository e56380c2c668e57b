import { Injectable } from '@nestjs/common';

import { DatabaseErrors } from './database.errors.js';
import { Database } from './database.js';

/** Enough to keep two dozen cores at work; few enough for large batches on two. */
const DEFAULT_LANES = 8;

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
   * Creates the lane rows on first use and answers how many there are. Rows on disk carry their lane, so the number
   * can't change later; where none is configured, the stored one counts.
   * @throws database.lane-count-changed
   */
  async fixLaneCount(configured: number | undefined): Promise<number> {
    const stored = Number(await this.readOrStore('lanes', String(configured ?? DEFAULT_LANES)));
    if (configured !== undefined && stored !== configured) {
      throw DatabaseErrors.laneCountChanged({ stored, configured });
    }
    // A plain look first: an insert waits for every lane that is being worked, even by a process that stalls.
    const [lanes] = await this.database.sql.select<{ count: number }>('SELECT COUNT(*) AS count FROM lanes');
    if (lanes?.count === stored) return stored;
    await this.database.sql.insert({
      table: 'lanes',
      columns: ['lane'],
      rows: Array.from({ length: stored }, (_, lane) => [lane]),
      onDuplicate: 'ignore',
    });
    return stored;
  }
}
