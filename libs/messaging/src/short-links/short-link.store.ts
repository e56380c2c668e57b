import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { ShortLink } from './short-link.js';

const COLUMNS = ['code', 'message_id', 'customer_id', 'place', 'places', 'url', 'sent_at'] as const;

interface Row {
  code: string;
  message_id: number;
  customer_id: number;
  place: number;
  places: number;
  url: string;
  sent_at: number;
}

/** Where short links lead. */
@Injectable()
export class ShortLinkStore {
  /** One statement for all of a batch, none where there are none. A message that is written again has its links already. */
  async add(sql: Sql, links: readonly ShortLink[]): Promise<void> {
    if (links.length === 0) return;
    await sql.insert({
      table: 'short_links',
      columns: COLUMNS,
      rows: links.map(({ code, messageId, customerId, place, url, sentAt }) => [
        ...[code, messageId, customerId],
        ...place,
        url,
        sentAt,
      ]),
      onDuplicate: 'ignore',
    });
  }

  /** One that was sent later than a time. */
  async find(sql: Sql, code: string, sentAfter: number): Promise<ShortLink | undefined> {
    const [row] = await sql.select<Row>(
      `SELECT ${COLUMNS.join(', ')} FROM short_links WHERE code = ? AND sent_at > ?`,
      [code, sentAfter],
    );
    return (
      row && {
        code: row.code,
        messageId: row.message_id,
        customerId: row.customer_id,
        url: row.url,
        place: [row.place, row.places],
        sentAt: row.sent_at,
      }
    );
  }

  /** Deletes so many at the most of those sent up to a time; true where there may be more. */
  async sweep(sql: Sql, sentUntil: number, limit: number): Promise<boolean> {
    const rows = await sql.select<{ code: string }>(
      `SELECT code FROM short_links${sql.byIndex('ix_short_links_sent')} WHERE sent_at <= ? ORDER BY sent_at LIMIT ?`,
      [sentUntil, limit],
    );
    if (rows.length === 0) return false;
    await sql.run('DELETE FROM short_links WHERE code IN (?)', [rows.map(({ code }) => code)]);
    return rows.length === limit;
  }
}
