import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** Why somebody is not in step. */
export interface SyncIssue {
  /** `person/123`, `ticket/7` or `customer/ada`. */
  readonly subject: string;
  readonly customerKey: string | null;
  readonly code: string;
  readonly detail: string;
  readonly at: number;
}

interface Row {
  subject: string;
  customer_key: string | null;
  code: string;
  detail: string;
  at: number;
}

const COLUMNS = ['sync_id', 'subject', 'customer_key', 'code', 'detail', 'at'] as const;

/** What stands between both sides, one row a record; it goes when the record is in step. */
@Injectable()
export class IssueStore {
  async save(sql: Sql, syncId: number, issues: readonly SyncIssue[]): Promise<void> {
    if (issues.length === 0) return;
    await sql.insert({
      table: 'crm_issues',
      columns: COLUMNS,
      rows: issues.map(({ subject, customerKey, code, detail, at }) => [
        syncId,
        subject.slice(0, 300),
        customerKey,
        code.slice(0, 100),
        detail.slice(0, 500),
        at,
      ]),
      onDuplicate: { update: ['customer_key', 'code', 'detail', 'at'] },
    });
  }

  async settle(sql: Sql, syncId: number, subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    await sql.run('DELETE FROM crm_issues WHERE sync_id = ? AND subject IN (?)', [syncId, subjects]);
  }

  async clear(sql: Sql, syncId: number): Promise<void> {
    await sql.run('DELETE FROM crm_issues WHERE sync_id = ?', [syncId]);
  }

  async latest(sql: Sql, syncId: number, limit: number): Promise<SyncIssue[]> {
    const rows = await sql.select<Row>(
      'SELECT subject, customer_key, code, detail, at FROM crm_issues WHERE sync_id = ? ORDER BY at DESC, subject LIMIT ?',
      [syncId, limit],
    );
    return rows.map(({ customer_key: customerKey, ...row }) => ({ ...row, customerKey }));
  }

  async count(sql: Sql, syncId: number): Promise<number> {
    const text = 'SELECT COUNT(*) AS issues FROM crm_issues WHERE sync_id = ?';
    const [row] = await sql.select<{ issues: number }>(text, [syncId]);
    return row?.issues ?? 0;
  }
}
