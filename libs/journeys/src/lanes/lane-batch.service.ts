import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database, lockLane } from '@parcours/database';
import { Clock, IdGenerator, timeOfId } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';
import { type OpenJourneys, RunningJourneys } from '../templates/running-journeys.service.js';
import type { LaneChanges, LaneWork } from './lane-work.js';
import { type BatchLimits, LaneReader } from './lane-reader.service.js';
import { LaneSession } from './lane-session.js';
import { LaneWriter } from './lane-writer.service.js';

/** What became of a batch. */
export type BatchResult = { readonly status: 'busy' } | DoneBatch;

export interface DoneBatch {
  readonly status: 'done';
  readonly work: LaneWork;
  readonly changes: LaneChanges;
  /** More may lie in the lane. */
  readonly isFull: boolean;
}

/** Opens sessions with what does not change from batch to batch. */
@Injectable()
export class LaneSessions {
  constructor(
    private readonly ids: IdGenerator,
    private readonly config: ParcoursConfig,
    private readonly journeys: RunningJourneys,
  ) {}

  /** Read before the transaction: under which content the batch decides. */
  openJourneys(): Promise<OpenJourneys> {
    return this.journeys.open();
  }

  open(work: LaneWork): LaneSession {
    return new LaneSession(work, { ids: this.ids, timezone: this.config.workspace.timezone });
  }
}

/** One batch of a lane: lock, read, decide, write, in one transaction. */
@Injectable()
export class LaneBatch {
  constructor(
    private readonly database: Database,
    private readonly reader: LaneReader,
    private readonly sessions: LaneSessions,
    private readonly writer: LaneWriter,
    private readonly clock: Clock,
  ) {}

  async run(lane: number, limits: BatchLimits): Promise<BatchResult> {
    const open = await this.sessions.openJourneys();
    return this.database.transaction(async ({ sql }) => {
      if (!(await lockLane(sql, lane))) return { status: 'busy' };
      const work = await this.reader.read(sql, { lane, limits, open, now: this.clock.now() });
      const session = this.sessions.open(work);
      deliver(work, session);
      const changes = session.changes();
      if (hasWork(work)) await this.writer.write(sql, work, changes);
      return { status: 'done', work, changes, isFull: isFull(work, limits) };
    });
  }
}

function hasWork({ inbox, due, handedOn, outdated }: LaneWork): boolean {
  return inbox.length > 0 || due.length > 0 || handedOn.length > 0 || outdated.length > 0;
}

function isFull({ inbox, due, handedOn, outdated }: LaneWork, limits: BatchLimits): boolean {
  const taken = handedOn.reduce((sum, { ids }) => sum + ids.length, inbox.length + outdated.length);
  return taken >= limits.inbox || due.length >= limits.due;
}

/** In the order of time: what came in by its arrival, who waited by the time that was due. */
function deliver({ inbox, due, customers }: LaneWork, session: LaneSession): void {
  const keys = new Map(customers.map(({ id, externalId }) => [id, externalId]));
  const wake = (enrollment: Enrollment) => {
    const key = keys.get(enrollment.customerId);
    if (key === undefined) session.abandon(enrollment);
    else session.wake(enrollment, key);
  };
  let at = 0;
  for (const row of inbox) {
    for (; at < due.length; at++) {
      const enrollment = due[at];
      if (!enrollment || (enrollment.state.dueAt ?? 0) > timeOfId(row.id)) break;
      wake(enrollment);
    }
    session.receive(row);
  }
  for (const enrollment of due.slice(at)) wake(enrollment);
}
