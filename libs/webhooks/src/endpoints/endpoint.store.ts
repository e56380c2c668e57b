import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** A secret as it is kept; `until` is null for the present one. */
export interface KeptSecret {
  readonly sealed: string;
  readonly createdAt: number;
  readonly until: number | null;
}

/** What a webhook has beside its content: secrets, and whether its receiver is gone. */
export interface Endpoint {
  readonly itemId: number;
  /** The newest first. */
  readonly secrets: readonly KeptSecret[];
  /** The published version whose receiver said that it is gone. */
  readonly disabledVersionId: number | null;
  readonly disabledAt: number | null;
  readonly disabledReason: string | null;
}

interface EndpointRow {
  item_id: number;
  secrets: string;
  disabled_version_id: number | null;
  disabled_at: number | null;
  disabled_reason: string | null;
}

@Injectable()
export class EndpointStore {
  /** `lock` inside a transaction: nobody else changes it until the commit. */
  async find(sql: Sql, itemId: number, lock?: 'lock'): Promise<Endpoint | undefined> {
    const [row] = await sql.select<EndpointRow>(
      `SELECT * FROM webhook_endpoints WHERE item_id = ?${lock ? sql.forUpdate : ''}`,
      [itemId],
    );
    return row && toEndpoint(row);
  }

  async all(sql: Sql): Promise<Endpoint[]> {
    return (await sql.select<EndpointRow>('SELECT * FROM webhook_endpoints')).map(toEndpoint);
  }

  /** Those that have something to be delivered. */
  async overdue(sql: Sql, now: number): Promise<number[]> {
    const rows = await sql.select<{ id: number }>(
      `SELECT e.item_id AS id FROM webhook_endpoints e WHERE EXISTS (
         SELECT 1 FROM webhook_deliveries d${sql.byIndex('ix_webhook_deliveries_queue')}
         WHERE d.item_id = e.item_id AND d.queue_at <= ?)`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Keeps the secret unless there is one already, of another process perhaps. */
  async addIfNew(sql: Sql, itemId: number, secret: KeptSecret): Promise<void> {
    await sql.insert({
      table: 'webhook_endpoints',
      columns: ['item_id', 'secrets'],
      rows: [[itemId, JSON.stringify([secret])]],
      onDuplicate: 'ignore',
    });
  }

  async replaceSecrets(sql: Sql, itemId: number, secrets: readonly KeptSecret[]): Promise<void> {
    await sql.run('UPDATE webhook_endpoints SET secrets = ? WHERE item_id = ?', [
      JSON.stringify(secrets),
      itemId,
    ]);
  }

  async disable(
    sql: Sql,
    itemId: number,
    { versionId, at, reason }: { versionId: number; at: number; reason: string },
  ): Promise<void> {
    await sql.run(
      'UPDATE webhook_endpoints SET disabled_version_id = ?, disabled_at = ?, disabled_reason = ? WHERE item_id = ?',
      [versionId, at, reason, itemId],
    );
  }

  async enable(sql: Sql, itemId: number): Promise<void> {
    await sql.run(
      'UPDATE webhook_endpoints SET disabled_version_id = NULL, disabled_at = NULL, disabled_reason = NULL WHERE item_id = ?',
      [itemId],
    );
  }

  async remove(sql: Sql, itemId: number): Promise<void> {
    await sql.run('DELETE FROM webhook_endpoints WHERE item_id = ?', [itemId]);
  }
}

function toEndpoint(row: EndpointRow): Endpoint {
  return {
    itemId: row.item_id,
    secrets: JSON.parse(row.secrets) as KeptSecret[],
    disabledVersionId: row.disabled_version_id,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
  };
}
