import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentChanges } from '@parcours/content';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';
import { CONNECTOR_TYPE } from '@parcours/messaging';

import { ExportRunner } from './export-runner.service.js';
import { Exporters } from './exporters.service.js';
import { ALL_EXPORTS, INSIGHT_EXPORT_JOB } from './insight.jobs.js';

/** Exports that one process works at the same time. */
const CONCURRENCY = 2;

/** Wakes the work as soon as a connector is published; in every process. */
@Injectable()
export class ExportWaker implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changed: (changes) => {
        if (changes.some(({ type }) => type === CONNECTOR_TYPE.name)) {
          this.jobs.wake(INSIGHT_EXPORT_JOB, [ALL_EXPORTS]);
        }
      },
    });
  }

  wake(connectorId: number): void {
    this.jobs.wake(INSIGHT_EXPORT_JOB, [String(connectorId)]);
  }
}

/** Does the work; in processes that work. */
@Injectable()
export class ExportJobs implements OnModuleInit {
  constructor(
    private readonly runner: ExportRunner,
    private readonly exporters: Exporters,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(INSIGHT_EXPORT_JOB, { concurrency: CONCURRENCY }, (key, signal) =>
      key === ALL_EXPORTS ? this.all(signal) : this.runner.work(Number(key), signal),
    );
    this.sweeps.register('insight-exports', (signal) => this.all(signal));
  }

  private async all(signal: AbortSignal): Promise<void> {
    for (const connectorId of await this.exporters.due(this.clock.now())) {
      if (signal.aborted) return;
      await this.runner.work(connectorId, signal);
    }
  }
}
