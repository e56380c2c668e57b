import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import type { OutsideCallView } from '../outside/outside-call-view.store.js';
import type { Completion } from './completion.js';
import { CompletionDesk } from './completion-desk.service.js';

/** Takes what systems without a connector tell of what they were called for. */
@Injectable()
export class OutsideCallCompletion {
  constructor(
    private readonly database: Database,
    private readonly desk: CompletionDesk,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** Resolves when it is on disk. */
  async complete({ id, target }: OutsideCallView, completion: Completion): Promise<void> {
    const told = { target, callId: id, recordId: undefined, completion };
    const { lanes } = await this.database.transaction(({ sql }) =>
      this.desk.complete(sql, [told], this.clock.now()),
    );
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
  }
}
