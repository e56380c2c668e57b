import type { Sql } from '@parcours/database';

const NAME = 'content-revision';

/** Counts a change of what is published, inside the transaction that makes it: other processes watch the number. */
export async function touchRevision(sql: Sql): Promise<void> {
  if (await increment(sql)) return;
  await sql.insert({
    table: 'settings',
    columns: ['name', 'value'],
    rows: [[NAME, '0']],
    onDuplicate: 'ignore',
  });
  await increment(sql);
}

/** 0 when nothing was ever published. */
export async function readRevision(sql: Sql): Promise<number> {
  const [row] = await sql.select<{ value: string }>('SELECT value FROM settings WHERE name = ?', [NAME]);
  return Number(row?.value ?? 0);
}

async function increment(sql: Sql): Promise<boolean> {
  return (await sql.run('UPDATE settings SET value = value + 1 WHERE name = ?', [NAME])) > 0;
}
