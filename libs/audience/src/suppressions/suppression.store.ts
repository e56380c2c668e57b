import { Injectable } from '@nestjs/common';
import type { Sql, SqlParameter } from '@parcours/database';
import type { ListSpec } from '@parcours/http';

import { Pseudonyms } from '../privacy/pseudonyms.service.js';
import { suppressedPseudonym } from './suppressed-address.rules.js';
import { type Suppression, SUPPRESSION_REASONS } from './suppression.js';

export interface SuppressionRow {
  id: number;
  channel: string;
  address: string;
  reason: string;
  note: string | null;
  revision: number;
  created_at: number;
  expires_at: number | null;
}

const COLUMNS = [
  'id',
  'channel',
  'address',
  'reason',
  'note',
  'revision',
  'created_at',
  'expires_at',
] as const;

export const SUPPRESSION_COLUMNS = COLUMNS.join(', ');

const SELECT = `SELECT ${SUPPRESSION_COLUMNS} FROM suppressions`;

export const SUPPRESSION_LIST: ListSpec = {
  name: 'suppressions',
  fields: {
    id: { expression: 'id', type: 'id' },
    channel: { expression: 'channel', type: 'text', unsortable: true, operators: ['eq', 'in'] },
    address: { expression: 'address', type: 'text', operators: ['eq', 'in', 'starts'] },
    reason: { expression: 'reason', type: 'enum', values: SUPPRESSION_REASONS, unsortable: true },
    createdAt: { expression: 'created_at', type: 'instant' },
    expiresAt: { expression: 'expires_at', type: 'instant', nullable: true, unsortable: true },
  },
  members: ['id', 'channel', 'address', 'reason', 'note', 'revision', 'createdAt', 'expiresAt'],
  defaultSort: '-createdAt',
  unique: 'id',
};

/** The list of addresses that get nothing. */
@Injectable()
export class SuppressionStore {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  /**
   * Those of these addresses that are suppressed on the channel at the moment, by themselves or by the pseudonym that an
   * erasure has left; one statement for a whole delivery.
   */
  async holding(
    sql: Sql,
    { channel, addresses, now }: { channel: string; addresses: readonly string[]; now: number },
  ): Promise<ReadonlyMap<string, Suppression>> {
    if (addresses.length === 0) return new Map();
    const names = new Map(
      addresses.flatMap((address) => [
        [address, address],
        [suppressedPseudonym(this.pseudonyms.ofAddress(address)), address],
      ]),
    );
    const rows = await sql.select<SuppressionRow>(
      `${SELECT} WHERE address IN (?) AND channel = ? AND (expires_at IS NULL OR expires_at > ?)`,
      [[...names.keys()], channel, now],
    );
    return new Map(rows.map((row) => [names.get(row.address) ?? row.address, toSuppression(row)]));
  }

  async find(sql: Sql, id: number): Promise<Suppression | undefined> {
    return this.one(sql, `${SELECT} WHERE id = ?`, [id]);
  }

  async lock(sql: Sql, id: number): Promise<Suppression | undefined> {
    return this.one(sql, `${SELECT} WHERE id = ?${sql.forUpdate}`, [id]);
  }

  async findByAddress(sql: Sql, channel: string, address: string): Promise<Suppression | undefined> {
    return this.one(sql, `${SELECT} WHERE address = ? AND channel = ?`, [address, channel]);
  }

  /** Adds those that are not on the list; answers nothing about the others, whose entry stays as it is. */
  async add(sql: Sql, suppressions: readonly Suppression[], onDuplicate: 'fail' | 'ignore'): Promise<number> {
    if (suppressions.length === 0) return 0;
    return sql.insert({
      table: 'suppressions',
      columns: COLUMNS,
      rows: suppressions.map((each) => [
        each.id,
        each.channel,
        each.address,
        each.reason,
        each.note,
        each.revision,
        each.createdAt,
        each.expiresAt,
      ]),
      onDuplicate,
    });
  }

  async save(sql: Sql, { id, reason, note, revision, expiresAt }: Suppression): Promise<void> {
    await sql.run('UPDATE suppressions SET reason = ?, note = ?, revision = ?, expires_at = ? WHERE id = ?', [
      reason,
      note,
      revision,
      expiresAt,
      id,
    ]);
  }

  async remove(sql: Sql, id: number): Promise<void> {
    await sql.run('DELETE FROM suppressions WHERE id = ?', [id]);
  }

  private async one(
    sql: Sql,
    text: string,
    parameters: readonly SqlParameter[],
  ): Promise<Suppression | undefined> {
    const [row] = await sql.select<SuppressionRow>(text, parameters);
    return row && toSuppression(row);
  }
}

export function toSuppression(row: SuppressionRow): Suppression {
  return {
    id: row.id,
    channel: row.channel,
    address: row.address,
    reason: SUPPRESSION_REASONS.find((reason) => reason === row.reason) ?? 'manual',
    note: row.note,
    revision: row.revision,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
