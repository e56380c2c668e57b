import { Injectable } from '@nestjs/common';
import { Database, DatabaseErrors, isDuplicate, type Sql, waitForLanes } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { DeclaredTraits } from '../traits/trait-catalogue.service.js';
import { ChunkWriter } from './chunk-writer.service.js';
import type { CustomerImport } from './customer-import.js';
import { ImportRowStore } from './import-rows.store.js';
import { ImportStore } from './import.store.js';

/** `empty`: nothing is left in the lane. `stopped`: the import is not running any more. */
export type ChunkResult = 'worked' | 'empty' | 'stopped';

interface Place {
  readonly importId: number;
  readonly lane: number;
}

/** One chunk of an import: taken off the list, worked and counted in one transaction, so that it is worked once. */
@Injectable()
export class ChunkWorker {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly writer: ChunkWriter,
    private readonly clock: Clock,
  ) {}

  async work({ importId, lane }: Place): Promise<ChunkResult> {
    const declared = await this.writer.declared();
    return this.database.transaction(async ({ sql }) => {
      // Whoever changes the customers of a lane by the batch, or takes them away, holds it.
      await waitForLanes(sql, [lane]);
      const current = await this.imports.find(sql, importId);
      if (current?.state !== 'running') return 'stopped';
      return this.workNext(sql, { current, lane, declared });
    });
  }

  private async workNext(
    sql: Sql,
    { current, lane, declared }: { current: CustomerImport; lane: number; declared: DeclaredTraits },
  ): Promise<ChunkResult> {
    const { id, settings, isDryRun, by } = current;
    const chunk = await this.rows.take(sql, id, lane);
    if (!chunk) return 'empty';
    const counts = await this.write(sql, { lane, rows: chunk.rows, settings, isDryRun, by, declared });
    await this.rows.reject(sql, id, counts.rejections);
    const { created, updated, unchanged, rejections } = counts;
    const step = { created, updated, unchanged, rejected: rejections.length };
    const now = this.clock.now();
    if (await this.imports.progress(sql, id, { state: 'running', now, ...step })) return 'worked';
    throw DatabaseErrors.conflict({ reason: 'cancelled meanwhile' });
  }

  /** A customer of whom a call of the API knows first is read anew. */
  private async write(...call: Parameters<ChunkWriter['write']>) {
    try {
      return await this.writer.write(...call);
    } catch (error) {
      if (isDuplicate(error))
        throw DatabaseErrors.conflict({ reason: 'created meanwhile' }, { cause: error });
      throw error;
    }
  }

  async finishIfEmpty(importId: number): Promise<boolean> {
    return this.imports.finishIfEmpty(this.database.sql, importId, this.clock.now());
  }

  async fail(importId: number, failure: string): Promise<void> {
    const change = { from: ['running'], to: 'failed', now: this.clock.now(), failure } as const;
    await this.imports.move(this.database.sql, importId, change);
  }
}
