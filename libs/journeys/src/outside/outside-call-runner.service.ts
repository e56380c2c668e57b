import { setTimeout as delay } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';
import { LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import { Clock, describeError } from '@parcours/kernel';
import { renewDuring } from '@parcours/messaging';

import { COMPLETION_JOB, COMPLETION_KEY } from '../completions/completion.js';
import { OutsideCallDesk, type TakenCall } from './outside-call-desk.service.js';
import { AT_ONCE, OutsideCaller } from './outside-caller.service.js';
import type { CallOutcome, ClaimedCall, FinishedCall } from './outside-call.js';
import { outcomeOf } from './outside-call.rules.js';

/** After this the calls to a system let others have a turn. */
const TURN_MS = 5_000;
/** Somebody else is just claiming what is due: look again a little later. */
const HELD_RETRY_MS = 250;
const RECORD_ATTEMPTS = 4;
const RECORD_PAUSE_MS = 250;

/** Makes the calls to one system: so many side by side, and the next one as soon as one has ended. */
@Injectable()
export class OutsideCallRunner {
  private readonly logger = new Logger(OutsideCallRunner.name);

  constructor(
    private readonly desk: OutsideCallDesk,
    private readonly caller: OutsideCaller,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** Answers when to look again; undefined when nothing waits. */
  async run(target: string, stop: AbortSignal): Promise<number | undefined> {
    const turnEnds = performance.now() + TURN_MS;
    const running = new Set<Promise<void>>();
    let hasTaken = false;
    while (!stop.aborted && performance.now() < turnEnds) {
      const limit = AT_ONCE - running.size;
      const taken = await this.desk.take(target, { now: this.clock.now(), limit });
      for (const each of taken) {
        const call = this.make(each, stop).finally(() => running.delete(call));
        running.add(call);
      }
      hasTaken ||= taken.length > 0;
      if (running.size === 0) return this.nextLook(target, hasTaken);
      await Promise.race(running);
    }
    await Promise.all(running);
    return this.clock.now();
  }

  /** The systems that calls are due to. */
  async overdue(): Promise<string[]> {
    return this.desk.overdue(this.clock.now());
  }

  private async nextLook(target: string, hasTaken: boolean): Promise<number | undefined> {
    const dueAt = await this.desk.nextDueAt(target);
    if (dueAt === undefined || hasTaken) return dueAt;
    return Math.max(dueAt, this.clock.now() + HELD_RETRY_MS);
  }

  /** Never fails: a call whose end could not be recorded is made again when its claim has run out. */
  private async make({ call, isWanted }: TakenCall, stop: AbortSignal): Promise<void> {
    try {
      await this.record(isWanted ? await this.attempt(call, stop) : { call, outcome: WITHDRAWN });
    } catch (error) {
      this.logger.error(`the end of call ${String(call.id)} was not recorded: ${describeError(error)}`);
    }
  }

  /** The claim is kept as long as the attempt goes on, and comes back as it was last renewed. */
  private async attempt(call: ClaimedCall, stop: AbortSignal): Promise<FinishedCall> {
    const { leaseMs } = this.desk;
    let { until } = call;
    const renew = async () => {
      const to = this.clock.now() + leaseMs;
      await this.desk.renew(call, { from: until, to });
      until = to;
    };
    const warn = (message: string) => {
      this.logger.warn(message);
    };
    const result = await renewDuring({ leaseMs, renew, warn }, () => this.caller.call(call, stop));
    const { attempt } = call;
    const outcome = outcomeOf(result, { attempt, now: this.clock.now(), spread: Math.random() });
    return { call: { ...call, until }, outcome };
  }

  private async record(finished: FinishedCall): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const lanes = await this.desk.finish([finished], this.clock.now());
        this.jobs.wake(LANE_JOB, [...lanes].map(String));
        if (isRecorded(finished)) this.jobs.wake(COMPLETION_JOB, [COMPLETION_KEY]);
        return;
      } catch (error) {
        if (attempt >= RECORD_ATTEMPTS) throw error;
        await delay(RECORD_PAUSE_MS * attempt);
      }
    }
  }
}

const WITHDRAWN: CallOutcome = { kind: 'withdrawn' };

/** Something may have been told of what was made before its id was known. */
function isRecorded({ outcome }: FinishedCall): boolean {
  return outcome.kind === 'ended' && outcome.recordId !== undefined;
}
