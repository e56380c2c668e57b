import { Injectable, Logger } from '@nestjs/common';
import { Clock, describeError, parseDuration } from '@parcours/kernel';
import { nextTryAt } from '@parcours/messaging';
import type { SendError } from '@parcours/sdk';

import { DEFAULT_EVERY } from '../declaration/crm-sync.js';
import type { SyncProgress, SyncState } from '../state/sync.store.js';
import { passOf } from './outgoing-pass.rules.js';
import { SyncClaims, type TurnEnd } from './sync-claims.service.js';
import { ClaimLost } from './sync-ledger.service.js';
import { type RunStep, SyncRun } from './sync-run.service.js';
import type { SyncTask } from './sync-task.js';
import { SyncTasks } from './sync-tasks.service.js';

const PAGE_FAILED = 'What the CRM has answered could not be worked; the log says why.';

/** After this a sync lets others have a turn. */
const TURN_MS = 2_000;

/** Works a sync page by page; another process goes on where one has died. */
@Injectable()
export class SyncRunner {
  private readonly logger = new Logger(SyncRunner.name);

  constructor(
    private readonly claims: SyncClaims,
    private readonly tasks: SyncTasks,
    private readonly run: SyncRun,
    private readonly clock: Clock,
  ) {}

  /** One turn. */
  work(syncId: number, signal: AbortSignal): Promise<void> {
    return this.claims.during(syncId, (state) => this.turn(state, signal));
  }

  private async turn(state: SyncState, signal: AbortSignal): Promise<TurnEnd> {
    const turnEnds = performance.now() + TURN_MS;
    const task = await this.tasks.of(state, signal);
    if ('error' in task) return this.putOff(state.progress, task.error);
    let { progress } = state;
    while (!signal.aborted && performance.now() < turnEnds) {
      const step = await this.step(task, progress);
      if (step.failure) {
        // A call that was given up for a shutdown says nothing about the CRM.
        if (task.signal.aborted) break;
        return this.putOff(step.progress, step.failure);
      }
      const { failure: _mended, ...well } = step.progress;
      progress = well;
      if (step.isRunOver) return this.finished(task, progress);
    }
    return { progress, nextAt: this.clock.now() };
  }

  /** A page that cannot be worked must be seen, and must not be tried without end. */
  private async step(task: SyncTask, progress: SyncProgress): Promise<RunStep> {
    try {
      return await this.run.step(task, progress);
    } catch (error) {
      if (error instanceof ClaimLost) throw error;
      this.logger.error(`the sync ${task.key} could not work a page: ${describeError(error)}`);
      const failure = { class: 'temporary', code: 'crm.page-failed', detail: PAGE_FAILED } as const;
      return { progress, isOver: false, isRunOver: false, failure };
    }
  }

  private finished({ document: { every = DEFAULT_EVERY } }: SyncTask, progress: SyncProgress): TurnEnd {
    const now = this.clock.now();
    const { run: _over, ...rest } = progress;
    const out = passOf(progress);
    return {
      progress: { ...rest, ...(out && { out }), lastRunAt: now },
      nextAt: now + (parseDuration(every) ?? 0),
    };
  }

  /** Whatever its class: a CRM that refuses for good today may be put right tomorrow. */
  private putOff(progress: SyncProgress, error: SendError): TurnEnd {
    const now = this.clock.now();
    const attempt = (progress.failure?.attempt ?? 0) + 1;
    const { class: kind, code, detail } = error;
    const again = { ...error, class: 'temporary' } as const;
    const nextAt = nextTryAt({ error: again, attempt, now, spread: 0.5 }, Infinity) ?? now;
    const failure = { class: kind, code, detail, at: now, attempt };
    return { progress: { ...progress, failure }, nextAt };
  }
}
