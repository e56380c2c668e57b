import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock, describeError, isRetryable, ParcoursError } from '@parcours/kernel';

import { ChunkWorker } from './chunk-worker.service.js';
import { IMPORT_JOB } from './customer-import.js';
import { ImportRowStore } from './import-rows.store.js';
import { ImportStore } from './import.store.js';

/** After this a lane lets others have a turn: other lanes of the import, and events of its own. */
const TURN_MS = 400;
/** An import that nobody has touched for so long has lost its wake-up. */
const UNTOUCHED_MS = 2_000;
/** An upload that has not shown a sign of life for so long is dead. */
const SILENT_MS = 60_000;
/** How long rejected rows can be had. */
const REJECTED_KEPT_MS = 30 * 86_400_000;
const FORGOTTEN_AT_ONCE = 1_000;

/** Works imports lane by lane, a chunk at a time. */
@Injectable()
export class ImportRunner {
  private readonly logger = new Logger(ImportRunner.name);

  constructor(
    private readonly chunks: ChunkWorker,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  async run(key: string, signal: AbortSignal): Promise<void> {
    const [importId = 0, lane = 0] = key.split('-').map(Number);
    const turnEnds = performance.now() + TURN_MS;
    try {
      while (!signal.aborted) {
        const result = await this.chunks.work({ importId, lane });
        if (result === 'stopped') return;
        if (result === 'empty') {
          await this.chunks.finishIfEmpty(importId);
          return;
        }
        if (performance.now() < turnEnds) continue;
        this.jobs.wakeAt(IMPORT_JOB, key, this.clock.now());
        return;
      }
    } catch (error) {
      await this.giveUp(importId, error);
    }
  }

  /** What time may mend is tried again; what will not get better waits for a person. */
  private async giveUp(importId: number, error: unknown): Promise<void> {
    if (error instanceof ParcoursError && isRetryable(error)) throw error;
    this.logger.error(`import ${String(importId)} failed: ${describeError(error)}`);
    await this.chunks.fail(importId, describeError(error));
  }
}

/** Looks after imports that nobody works, and what they leave behind. */
@Injectable()
export class ImportCare {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly clock: Clock,
  ) {}

  /** The keys of work that waits and that no job seems to be at. */
  async stalled(): Promise<string[]> {
    const { sql } = this.database;
    const now = this.clock.now();
    const keys: string[] = [];
    for (const { id } of await this.imports.inState(sql, 'running', now - UNTOUCHED_MS)) {
      const lanes = await this.rows.lanesLeft(sql, id);
      if (lanes.length === 0) await this.imports.finishIfEmpty(sql, id, now);
      keys.push(...lanes.map((lane) => `${String(id)}-${String(lane)}`));
    }
    return keys;
  }

  async tidy(): Promise<void> {
    const { sql } = this.database;
    const now = this.clock.now();
    for (const { id } of await this.imports.inState(sql, 'receiving', now - SILENT_MS)) {
      const failure = 'The upload ended before it was complete.';
      await this.imports.move(sql, id, { from: ['receiving'], to: 'failed', now, failure });
      await this.rows.discard(sql, id);
    }
    for (const id of await this.imports.leftovers(sql)) await this.rows.discard(sql, id);
    await this.rows.forgetRejected(sql, now - REJECTED_KEPT_MS, FORGOTTEN_AT_ONCE);
  }
}

/** Connects the runner with wake-ups and the sweep, which also tidies up. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly runner: ImportRunner,
    private readonly care: ImportCare,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly config: ParcoursConfig,
  ) {}

  onModuleInit(): void {
    const concurrency = this.config.work.laneConcurrency;
    this.handlers.register(IMPORT_JOB, { concurrency }, (key, signal) => this.runner.run(key, signal));
    this.sweeps.register('imports', async (signal) => {
      for (const key of await this.care.stalled()) {
        if (signal.aborted) return;
        await this.runner.run(key, signal);
      }
      await this.care.tidy();
    });
  }
}
