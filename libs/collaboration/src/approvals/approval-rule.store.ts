import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

const PREFIX = 'approval-rule:';

/** How many have to approve drafts of a type before they are published; one setting a type, none where nobody has to. */
@Injectable()
export class ApprovalRuleStore {
  /** 0 where there is no rule. */
  async required(sql: Sql, type: string): Promise<number> {
    const [row] = await sql.select<{ value: string }>('SELECT value FROM settings WHERE name = ?', [
      PREFIX + type,
    ]);
    return Number(row?.value ?? 0);
  }

  async save(sql: Sql, type: string, required: number): Promise<void> {
    await sql.insert({
      table: 'settings',
      columns: ['name', 'value'],
      rows: [[PREFIX + type, String(required)]],
      onDuplicate: { update: ['value'] },
    });
  }

  async remove(sql: Sql, type: string): Promise<void> {
    await sql.run('DELETE FROM settings WHERE name = ?', [PREFIX + type]);
  }
}
