import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** Which callbacks were worked: providers send one again when they did not hear our answer. */
@Injectable()
export class CallbackReceipts {
  /** False where it was noted before. */
  async note(
    sql: Sql,
    { connectorId, callback, expiresAt }: { connectorId: number; callback: string; expiresAt: number },
  ): Promise<boolean> {
    const known = await sql.select<{ callback: string }>(
      `SELECT callback FROM callback_receipts WHERE connector_id = ? AND callback = ?${sql.forUpdate}`,
      [connectorId, callback],
    );
    if (known.length > 0) return false;
    await sql.insert({
      table: 'callback_receipts',
      columns: ['connector_id', 'callback', 'expires_at'],
      rows: [[connectorId, callback, expiresAt]],
    });
    return true;
  }

  async forget(sql: Sql, now: number): Promise<void> {
    await sql.run('DELETE FROM callback_receipts WHERE expires_at <= ?', [now]);
  }
}
