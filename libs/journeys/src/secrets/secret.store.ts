import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** A secret as everybody may see it. Times in milliseconds since the epoch. */
export interface KnownSecret {
  readonly name: string;
  /** Hosts, with their ports where they are others than usual, that it may be sent to. */
  readonly hosts: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The same with its encrypted text. */
export interface SealedSecret extends KnownSecret {
  readonly sealed: string;
}

interface Row {
  name: string;
  sealed: string;
  hosts: string;
  created_at: number;
  updated_at: number;
}

const COLUMNS = ['name', 'sealed', 'hosts', 'created_at', 'updated_at'] as const;

/** Secrets by name. */
@Injectable()
export class SecretStore {
  async all(sql: Sql): Promise<SealedSecret[]> {
    const rows = await sql.select<Row>(`SELECT ${COLUMNS.join(', ')} FROM secrets ORDER BY name`);
    return rows.map(toSecret);
  }

  async find(sql: Sql, names: readonly string[]): Promise<SealedSecret[]> {
    if (names.length === 0) return [];
    const rows = await sql.select<Row>(`SELECT ${COLUMNS.join(', ')} FROM secrets WHERE name IN (?)`, [
      [...names],
    ]);
    return rows.map(toSecret);
  }

  async put(sql: Sql, { name, sealed, hosts, createdAt, updatedAt }: SealedSecret): Promise<void> {
    await sql.insert({
      table: 'secrets',
      columns: COLUMNS,
      rows: [[name, sealed, JSON.stringify(hosts), createdAt, updatedAt]],
      onDuplicate: { update: ['sealed', 'hosts', 'updated_at'] },
    });
  }

  /** False where there was none. */
  async remove(sql: Sql, name: string): Promise<boolean> {
    return (await sql.run('DELETE FROM secrets WHERE name = ?', [name])) > 0;
  }
}

function toSecret({ name, sealed, hosts, created_at, updated_at }: Row): SealedSecret {
  return {
    name,
    sealed,
    hosts: JSON.parse(hosts) as string[],
    createdAt: created_at,
    updatedAt: updated_at,
  };
}
