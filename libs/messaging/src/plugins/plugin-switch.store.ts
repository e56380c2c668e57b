import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** A plugin that was switched off by hand. */
export interface DisabledPlugin {
  readonly plugin: string;
  readonly reason: string | null;
  readonly disabledBy: string;
  readonly disabledAt: number;
}

const SELECT = `SELECT plugin, reason, disabled_by AS disabledBy, disabled_at AS disabledAt
  FROM disabled_plugins`;

@Injectable()
export class PluginSwitchStore {
  async all(sql: Sql): Promise<DisabledPlugin[]> {
    return sql.select<DisabledPlugin>(`${SELECT} ORDER BY plugin`, []);
  }

  /** False where it is off already. */
  async add(sql: Sql, { plugin, reason, disabledBy, disabledAt }: DisabledPlugin): Promise<boolean> {
    const added = await sql.insert({
      table: 'disabled_plugins',
      columns: ['plugin', 'reason', 'disabled_by', 'disabled_at'],
      rows: [[plugin, reason, disabledBy, disabledAt]],
      onDuplicate: 'ignore',
    });
    return added > 0;
  }

  /** False where it was not off. */
  async remove(sql: Sql, plugin: string): Promise<boolean> {
    return (await sql.run('DELETE FROM disabled_plugins WHERE plugin = ?', [plugin])) > 0;
  }
}
