import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { InsightStream, SendErrorClass } from '@parcours/sdk';

/** How far one stream is. Ids are of rows that the plugin has kept. */
export interface StreamProgress {
  /** Everything up to this id was exported; 0 at the beginning. */
  readonly after: number;
  /** The same among what was put back after its turn; 0 at the beginning. */
  readonly putBackAfter: number;
  /** Rows since the beginning. */
  readonly rows: number;
  /** When the last batch was kept. */
  readonly lastAt?: number;
  /** Whatever happened before this time was exported. */
  readonly upTo?: number;
}

export interface ExportFailure {
  readonly stream?: InsightStream;
  readonly class: SendErrorClass;
  readonly code: string;
  readonly detail: string;
  readonly at: number;
  /** How often in a row. */
  readonly attempt: number;
}

export interface ExportProgress {
  readonly streams: Readonly<Partial<Record<InsightStream, StreamProgress>>>;
  readonly failure?: ExportFailure;
}

/** An export as all processes know it. */
export interface ExportState {
  readonly connectorId: number;
  /** The version of the connector that was published when it last became due for that. */
  readonly versionId: number;
  readonly progress: ExportProgress;
  readonly nextAt: number;
  readonly claimedUntil: number;
  /** Counts the claims: a process that has lost its claim can't write. */
  readonly fence: number;
}

export type Claim = Pick<ExportState, 'connectorId' | 'fence'>;

/** A connector as it is published. */
export type PublishedExport = Pick<ExportState, 'connectorId' | 'versionId'>;

interface Row {
  connector_id: number;
  version_id: number;
  progress: string;
  next_at: number;
  claimed_until: number;
  fence: number;
}

const SELECT =
  'SELECT connector_id, version_id, progress, next_at, claimed_until, fence FROM insight_exports';

const BEGINNING: ExportProgress = { streams: {} };

export const STREAM_BEGINNING: StreamProgress = { after: 0, putBackAfter: 0, rows: 0 };

/** How exports stand, one row each. */
@Injectable()
export class ExportStore {
  async find(sql: Sql, connectorId: number): Promise<ExportState | undefined> {
    const [row] = await sql.select<Row>(`${SELECT} WHERE connector_id = ?`, [connectorId]);
    return row && toState(row);
  }

  /** Makes rows where there are none. */
  async add(sql: Sql, published: readonly PublishedExport[]): Promise<void> {
    if (published.length === 0) return;
    await sql.insert({
      table: 'insight_exports',
      columns: ['connector_id', 'version_id', 'progress', 'next_at', 'claimed_until', 'fence'],
      rows: published.map(({ connectorId, versionId }) => [
        ...[connectorId, versionId, JSON.stringify(BEGINNING)],
        ...[0, 0, 0],
      ]),
      onDuplicate: 'ignore',
    });
  }

  /** Those of some that are there. */
  async known(sql: Sql, connectorIds: readonly number[]): Promise<ExportState[]> {
    if (connectorIds.length === 0) return [];
    return (await sql.select<Row>(`${SELECT} WHERE connector_id IN (?)`, [connectorIds])).map(toState);
  }

  /** One whose connector was published anew is due at once: its settings may have been put right. */
  async renewVersion(sql: Sql, { connectorId, versionId }: PublishedExport): Promise<void> {
    const text = 'UPDATE insight_exports SET version_id = ?, next_at = 0 WHERE connector_id = ?';
    await sql.run(text, [versionId, connectorId]);
  }

  /** Takes an export that is due and that nobody is at; `undefined` where there is nothing to take. */
  async claim(
    sql: Sql,
    connectorId: number,
    { now, until }: { now: number; until: number },
  ): Promise<ExportState | undefined> {
    const taken = await sql.run(
      `UPDATE insight_exports SET fence = fence + 1, claimed_until = ?, next_at = ?
       WHERE connector_id = ? AND next_at <= ? AND claimed_until <= ?`,
      [until, now, connectorId, now, now],
    );
    return taken === 1 ? this.find(sql, connectorId) : undefined;
  }

  async renew(sql: Sql, { connectorId, fence }: Claim, until: number): Promise<void> {
    const text = 'UPDATE insight_exports SET claimed_until = ? WHERE connector_id = ? AND fence = ?';
    await sql.run(text, [until, connectorId, fence]);
  }

  /** Writes how far it is; false where the claim was lost. */
  async advance(sql: Sql, { connectorId, fence }: Claim, progress: ExportProgress): Promise<boolean> {
    const text = 'UPDATE insight_exports SET progress = ? WHERE connector_id = ? AND fence = ?';
    return (await sql.run(text, [JSON.stringify(progress), connectorId, fence])) === 1;
  }

  /** Lets go of it until then; what became due at once meanwhile stays so. */
  async release(sql: Sql, { connectorId, fence }: Claim, nextAt: number): Promise<void> {
    await sql.run(
      `UPDATE insight_exports SET claimed_until = 0, next_at = CASE WHEN next_at = 0 THEN 0 ELSE ? END
       WHERE connector_id = ? AND fence = ?`,
      [nextAt, connectorId, fence],
    );
  }

  /** Takes it out of whoever's hands it is in, to begin anew. */
  async restart(sql: Sql, connectorId: number): Promise<void> {
    await sql.run(
      'UPDATE insight_exports SET progress = ?, next_at = 0, fence = fence + 1, claimed_until = 0 WHERE connector_id = ?',
      [JSON.stringify(BEGINNING), connectorId],
    );
  }
}

function toState(row: Row): ExportState {
  return {
    connectorId: row.connector_id,
    versionId: row.version_id,
    progress: JSON.parse(row.progress) as ExportProgress,
    nextAt: row.next_at,
    claimedUntil: row.claimed_until,
    fence: row.fence,
  };
}
