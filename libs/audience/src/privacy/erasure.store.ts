import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

/** That a person was erased, without a word that would tell who it was. */
export interface Erasure {
  readonly id: number;
  /** The pseudonym of the customer's own external id. */
  readonly subject: string;
  /** Rows changed or deleted, by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** What did it: a token's or a user's name. */
  readonly by: Readonly<Pick<Actor, 'kind' | 'id' | 'name'>>;
  readonly erasedAt: number;
  /** Old events that came again since and were not taken. */
  readonly dropped: number;
}

interface Row {
  id: number;
  subject: string;
  table_counts: string;
  actor: string;
  erased_at: number;
  dropped: number | string;
}

const COLUMNS = `r.id, r.subject, r.table_counts, r.actor, r.erased_at,
  (SELECT COALESCE(SUM(t.dropped), 0) FROM customer_tombstones t WHERE t.erasure_id = r.id) AS dropped`;

export const ERASURE_LIST: ListSpec = {
  name: 'erasures',
  fields: {
    id: { expression: 'r.id', type: 'id' },
    subject: { expression: 'r.subject', type: 'text', unsortable: true, operators: ['eq'] },
    erasedAt: { expression: 'r.erased_at', type: 'instant' },
  },
  members: ['id', 'subject', 'rows', 'by', 'erasedAt', 'droppedEvents'],
  defaultSort: '-erasedAt',
  unique: 'id',
};

/** The book of erasures. */
@Injectable()
export class ErasureStore {
  constructor(private readonly database: Database) {}

  async add(sql: Sql, { id, subject, counts, by, erasedAt }: Erasure): Promise<void> {
    await sql.insert({
      table: 'erasures',
      columns: ['id', 'subject', 'table_counts', 'actor', 'erased_at'],
      rows: [[id, subject, JSON.stringify(counts), JSON.stringify(by), erasedAt]],
    });
  }

  async list(query: ListQuery): Promise<Page<Erasure>> {
    const page = await selectPage<Row>(this.database.sql, { query, columns: COLUMNS, from: 'erasures r' });
    return { ...page, data: page.data.map(toErasure) };
  }

  /** Those of an id, the last one first: the customer's own, or another that led to them. */
  async of(sql: Sql, pseudonym: string): Promise<Erasure[]> {
    const rows = await sql.select<Row>(
      `SELECT ${COLUMNS} FROM erasures r
       WHERE r.subject = ? OR r.id IN (SELECT erasure_id FROM customer_tombstones WHERE subject = ?)
       ORDER BY r.erased_at DESC, r.id DESC LIMIT 100`,
      [pseudonym, pseudonym],
    );
    return rows.map(toErasure);
  }
}

function toErasure(row: Row): Erasure {
  return {
    id: row.id,
    subject: row.subject,
    counts: JSON.parse(row.table_counts) as Record<string, number>,
    by: JSON.parse(row.actor) as Erasure['by'],
    erasedAt: row.erased_at,
    dropped: Number(row.dropped),
  };
}
