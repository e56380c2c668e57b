import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

import type { RejectedRow, RowContent, StagedRow } from './customer-import.js';

/** Rows of an import that are of one lane and are worked together. */
export interface ImportChunk {
  readonly id: number;
  readonly lane: number;
  readonly rows: readonly StagedRow[];
}

interface ChunkRow {
  id: number;
  lane: number;
  body: string;
}

interface RejectionRow {
  at_row: number;
  code: string;
  field: string;
  detail: string;
  customer_key: string | null;
  content: string;
}

type Packed = readonly [row: number, externalId: string, content: RowContent];

/** The rows of imports that wait, and those that were not taken. */
@Injectable()
export class ImportRowStore {
  constructor(private readonly ids: IdGenerator) {}

  async stage(
    sql: Sql,
    importId: number,
    chunks: readonly { readonly lane: number; readonly body: string }[],
  ): Promise<void> {
    // One statement a chunk: each is large enough, and all together could be too large.
    for (const { lane, body } of chunks) {
      await sql.insert({
        table: 'import_chunks',
        columns: ['import_id', 'lane', 'id', 'body'],
        rows: [[importId, lane, this.ids.next(), body]],
      });
    }
  }

  /** Takes the lane's next chunk off the list; whoever else wants it waits for the commit. */
  async take(sql: Sql, importId: number, lane: number): Promise<ImportChunk | undefined> {
    const [row] = await sql.select<ChunkRow>(
      `SELECT id, lane, body FROM import_chunks WHERE import_id = ? AND lane = ? ORDER BY id LIMIT 1${sql.forUpdate}`,
      [importId, lane],
    );
    if (!row) return undefined;
    await sql.run('DELETE FROM import_chunks WHERE import_id = ? AND lane = ? AND id = ?', [
      importId,
      lane,
      row.id,
    ]);
    return { id: row.id, lane, rows: unpacked(row.body) };
  }

  async lanesLeft(sql: Sql, importId: number): Promise<number[]> {
    const rows = await sql.select<{ lane: number }>(
      'SELECT DISTINCT lane FROM import_chunks WHERE import_id = ? ORDER BY lane',
      [importId],
    );
    return rows.map(({ lane }) => lane);
  }

  async discard(sql: Sql, importId: number): Promise<void> {
    await sql.run('DELETE FROM import_chunks WHERE import_id = ?', [importId]);
  }

  async reject(sql: Sql, importId: number, rows: readonly RejectedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await sql.insert({
      table: 'import_rejections',
      columns: ['import_id', 'at_row', 'code', 'field', 'detail', 'customer_key', 'content'],
      rows: rows.map(({ row, code, field, detail, externalId, content }) => [
        importId,
        row,
        code,
        field.slice(0, 250),
        detail.slice(0, 500),
        externalId,
        content,
      ]),
      onDuplicate: 'ignore',
    });
  }

  /** A page of rejected rows, in the order of the file. */
  async rejected(sql: Sql, importId: number, { after, limit }: { after: number; limit: number }) {
    const rows = await sql.select<RejectionRow>(
      `SELECT at_row, code, field, detail, customer_key, content FROM import_rejections
       WHERE import_id = ? AND at_row > ? ORDER BY at_row LIMIT ?`,
      [importId, after, limit],
    );
    return rows.map((row): RejectedRow => ({
      row: row.at_row,
      code: row.code,
      field: row.field,
      detail: row.detail,
      externalId: row.customer_key,
      content: row.content,
    }));
  }

  /** Forgets rejected rows of imports that ended before; answers how many, at most `limit`. */
  async forgetRejected(sql: Sql, finishedBefore: number, limit: number): Promise<number> {
    const rows = await sql.select<{ import_id: number; at_row: number }>(
      `SELECT r.import_id, r.at_row FROM imports i JOIN import_rejections r ON r.import_id = i.id
       WHERE i.finished_at < ? LIMIT ?`,
      [finishedBefore, limit],
    );
    const byImport = new Map<number, number[]>();
    for (const { import_id: id, at_row: at } of rows) byImport.set(id, [...(byImport.get(id) ?? []), at]);
    for (const [importId, at] of byImport) {
      await sql.run('DELETE FROM import_rejections WHERE import_id = ? AND at_row IN (?)', [importId, at]);
    }
    return rows.length;
  }
}

export function packed(rows: readonly StagedRow[]): string {
  return bodyOf(rows.map(packedRow));
}

/** A row as it stands in the body of a chunk. */
export function packedRow({ row, externalId, content }: StagedRow): string {
  const parts: Packed = [row, externalId, content];
  return JSON.stringify(parts);
}

/** The body of a chunk of these rows. */
export function bodyOf(rows: readonly string[]): string {
  return `[${rows.join(',')}]`;
}

export function unpacked(body: string): StagedRow[] {
  return (JSON.parse(body) as Packed[]).map(([row, externalId, content]) => ({ row, externalId, content }));
}
