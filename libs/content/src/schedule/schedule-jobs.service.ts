import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { ScheduledReleases } from '../releases/scheduled-releases.service.js';
import { CONTENT_SCHEDULE_JOB, parseScheduleKey, scheduleKey, type ScheduleKind } from './schedule.job.js';
import { ScheduledItems } from './scheduled-items.service.js';

const CONCURRENCY = 2;
/** A sweep sees to what is due before the next one, and with a margin. */
const HORIZON_MS = 60_000;

/** Connects planned publishes with wake-ups and the sweep. */
@Injectable()
export class ScheduleJobs implements OnModuleInit {
  constructor(
    private readonly items: ScheduledItems,
    private readonly releases: ScheduledReleases,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CONTENT_SCHEDULE_JOB, { concurrency: CONCURRENCY }, (key) => this.run(key));
    this.sweeps.register('content-schedule', () => this.sweep());
  }

  private async run(key: string): Promise<void> {
    const named = parseScheduleKey(key);
    if (named?.kind === 'item') await this.items.run(named.id);
    if (named?.kind === 'release') await this.releases.run(named.id);
  }

  /** Wakes rather than works: what fails in one thing must not keep the others waiting. */
  private async sweep(): Promise<void> {
    const wake = (kind: ScheduleKind, { id, at }: { id: number; at: number }) => {
      this.jobs.wakeAt(CONTENT_SCHEDULE_JOB, scheduleKey(kind, id), at);
    };
    for (const item of await this.items.plannedWithin(HORIZON_MS)) wake('item', item);
    for (const release of await this.releases.plannedWithin(HORIZON_MS)) wake('release', release);
  }
}
