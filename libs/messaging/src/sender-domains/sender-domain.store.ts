import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { DomainDay } from './sender-domain.rules.js';

interface Row {
  domain: string;
  day: string;
  sent: number;
}

const COLUMNS = 'domain, sent_on AS day, sent';

/** One row a domain, which all workers share. */
@Injectable()
export class SenderDomainStore {
  /** Locked until the commit. */
  async lock(sql: Sql, domain: string): Promise<DomainDay> {
    const text = `SELECT ${COLUMNS} FROM sender_domains WHERE domain = ?${sql.forUpdate}`;
    const [row] = await sql.select<Row>(text, [domain]);
    if (row) return row;
    await sql.insert({
      table: 'sender_domains',
      columns: ['domain', 'sent_on', 'sent'],
      rows: [[domain, '', 0]],
      onDuplicate: 'ignore',
    });
    const [made] = await sql.select<Row>(text, [domain]);
    return made ?? { domain, day: '', sent: 0 };
  }

  /** Of one that is locked. */
  async save(sql: Sql, { domain, day, sent }: DomainDay): Promise<void> {
    await sql.run('UPDATE sender_domains SET sent_on = ?, sent = ? WHERE domain = ?', [day, sent, domain]);
  }

  async all(sql: Sql): Promise<ReadonlyMap<string, DomainDay>> {
    const rows = await sql.select<Row>(`SELECT ${COLUMNS} FROM sender_domains`);
    return new Map(rows.map((row) => [row.domain, row]));
  }
}
