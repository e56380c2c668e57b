import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Sweeps } from '@parcours/jobs';
import { Clock, formatInstant } from '@parcours/kernel';

import { REVIEW_DUE } from '../collaboration-events.js';
import { ToldChanges } from '../told-changes.service.js';
import { ReviewPlanStore } from './review-plan.store.js';

const BATCH = 100;

/** Tells that reviews are due: each due date once, by whichever process comes first. */
@Injectable()
export class DueReviews implements OnModuleInit {
  constructor(
    private readonly plans: ReviewPlanStore,
    private readonly changes: ToldChanges,
    private readonly sweeps: Sweeps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('reviews', (signal) => this.sweep(signal));
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.plans.hasDue(this.clock.now()))) {
      if ((await this.tellSome()) < BATCH) return;
    }
  }

  private async tellSome(): Promise<number> {
    const at = this.clock.now();
    return this.changes.commit(async (sql, tell) => {
      const due = await this.plans.takeDue(sql, at, BATCH);
      for (const { type, key, owner, cadence, dueAt } of due) {
        await tell(REVIEW_DUE, { contentType: type, key, owner, cadence, dueAt: formatInstant(dueAt) }, at);
      }
      return due.length;
    });
  }
}
