import { Injectable } from '@nestjs/common';
import { Clock } from '@parcours/kernel';

import { PeopleIn } from '../people/people-in.service.js';
import { ForgottenPeople } from '../people/forgotten-people.service.js';
import { PeopleOut } from '../people/people-out.service.js';
import { RecordsIn } from '../records/records-in.service.js';
import type { SyncProgress } from '../state/sync.store.js';
import { runFrom } from './outgoing-pass.rules.js';
import type { StepOutcome, SyncTask } from './sync-task.js';

/** What a step left to be done. */
export interface RunStep extends StepOutcome {
  /** The run has come to its end. */
  readonly isRunOver: boolean;
}

/** The order of a run: people come in, those who were erased are forgotten, then comes what is about people, then customers go out. */
@Injectable()
export class SyncRun {
  constructor(
    private readonly peopleIn: PeopleIn,
    private readonly forgottenPeople: ForgottenPeople,
    private readonly recordsIn: RecordsIn,
    private readonly peopleOut: PeopleOut,
    private readonly clock: Clock,
  ) {}

  /** One page of whatever is next. */
  async step(task: SyncTask, progress: SyncProgress): Promise<RunStep> {
    const run = progress.run ?? runFrom(progress, task.document, this.clock.now());
    const begun = { ...progress, run };
    if (!run.done.includes('person')) return this.kindDone(await this.peopleIn.step(task, begun), 'person');
    if (isForgetting(task) && run.forgetting?.isOver !== true) {
      return { ...(await this.forgottenPeople.step(task, begun)), isRunOver: false };
    }
    const line = task.document.records?.find(({ kind }) => !run.done.includes(kind));
    if (line) return this.kindDone(await this.recordsIn.step(task, begun, line), line.kind);
    if (!task.document.send) return { progress: begun, isOver: true, isRunOver: true };
    const outcome = await this.peopleOut.step(task, begun);
    return { ...outcome, isRunOver: outcome.isOver && !outcome.failure };
  }

  private kindDone(outcome: StepOutcome, kind: NonNullable<SyncProgress['run']>['done'][number]): RunStep {
    const { run } = outcome.progress;
    if (!outcome.isOver || !run) return { ...outcome, isRunOver: false };
    const done = [...run.done, kind];
    return { ...outcome, progress: { ...outcome.progress, run: { ...run, done } }, isRunOver: false };
  }
}

/** A connector may have been replaced by one that cannot. */
function isForgetting({ document, calls }: SyncTask): boolean {
  return document.onErasure === 'forget' && calls.records.forgets === true;
}
