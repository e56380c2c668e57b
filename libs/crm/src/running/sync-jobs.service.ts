import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentChanges } from '@parcours/content';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';
import { CONNECTOR_TYPE } from '@parcours/messaging';

import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import { ALL_SYNCS, CRM_SYNC_JOB } from './crm.jobs.js';
import { SyncRunner } from './sync-runner.service.js';
import { SyncTasks } from './sync-tasks.service.js';

/** Syncs that one process works at the same time. */
const CONCURRENCY = 2;

/** Wakes the work as soon as a sync or its connector is published; in every process. */
@Injectable()
export class SyncWaker implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    const types: readonly string[] = [CRM_SYNC_TYPE.name, CONNECTOR_TYPE.name];
    this.changes.subscribe({
      changed: (changes) => {
        if (changes.some(({ type }) => types.includes(type))) this.jobs.wake(CRM_SYNC_JOB, [ALL_SYNCS]);
      },
    });
  }

  wake(syncId: number): void {
    this.jobs.wake(CRM_SYNC_JOB, [String(syncId)]);
  }
}

/** Does the work; in processes that work. */
@Injectable()
export class SyncJobs implements OnModuleInit {
  constructor(
    private readonly runner: SyncRunner,
    private readonly tasks: SyncTasks,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CRM_SYNC_JOB, { concurrency: CONCURRENCY }, (key, signal) =>
      key === ALL_SYNCS ? this.all(signal) : this.runner.work(Number(key), signal),
    );
    this.sweeps.register('crm-syncs', (signal) => this.all(signal));
  }

  private async all(signal: AbortSignal): Promise<void> {
    for (const syncId of await this.tasks.due(this.clock.now())) {
      if (signal.aborted) return;
      await this.runner.work(syncId, signal);
    }
  }
}
