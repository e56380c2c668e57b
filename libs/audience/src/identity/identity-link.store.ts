import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

/** How an id came to belong to a customer. The places in the list are stored. */
export const LINK_KINDS = ['identify', 'alias'] as const;

/** Two ids that are said to be of one person. */
export interface IdentityLink {
  readonly kind: (typeof LINK_KINDS)[number];
  /** The anonymous or former id. */
  readonly from: string;
  /** The id of the customer. */
  readonly into: string;
}

export interface StoredLink extends IdentityLink {
  readonly id: number;
}

interface Row {
  id: number;
  kind: number;
  from_key: string;
  into_key: string;
}

/** Links that have come in and are not worked yet, in the order in which they came. */
@Injectable()
export class IdentityLinkStore {
  constructor(private readonly ids: IdGenerator) {}

  async add(sql: Sql, links: readonly IdentityLink[]): Promise<void> {
    if (links.length === 0) return;
    await sql.insert({
      table: 'identity_links',
      columns: ['id', 'kind', 'from_key', 'into_key'],
      rows: links.map(({ kind, from, into }) => [this.ids.next(), LINK_KINDS.indexOf(kind), from, into]),
    });
  }

  async take(sql: Sql, limit: number): Promise<StoredLink[]> {
    const rows = await sql.select<Row>(
      'SELECT id, kind, from_key, into_key FROM identity_links ORDER BY id LIMIT ?',
      [limit],
    );
    return rows.map(({ id, kind, from_key: from, into_key: into }) => ({
      id,
      kind: LINK_KINDS[kind] ?? 'identify',
      from,
      into,
    }));
  }

  async remove(sql: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('DELETE FROM identity_links WHERE id IN (?)', [ids]);
  }
}
