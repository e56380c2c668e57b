import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { readRevision } from '@parcours/content';
import { Database, lockLane, type LockedLane, type Sql } from '@parcours/database';
import { Clock, IdGenerator, timeOfId } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';
import { LaneBackground } from '../facts/lane-background.service.js';
import type { DueMembers, DueRequest } from '../memberships/lane-memberships.service.js';
import { type OpenJourneys, RunningJourneys } from '../templates/running-journeys.service.js';
import type { TrialSnapshot } from '../trials/trial-counts.service.js';
import type { LaneChanges, LaneWork } from './lane-work.js';
import { LaneFollowUp } from './lane-follow-up.service.js';
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
  private trialCount: TrialSnapshot = () => undefined;

  constructor(
    private readonly ids: IdGenerator,
    private readonly config: ParcoursConfig,
    private readonly journeys: RunningJourneys,
    private readonly followUp: LaneFollowUp,
    private readonly background: LaneBackground,
  ) {}

  /** Read before the transaction: under which content the batch decides, and what is known of what was tried. */
  async openJourneys(): Promise<OpenJourneys> {
    const open = await this.journeys.open();
    this.trialCount = await this.followUp.trialCount(open);
    return open;
  }

  /** Whom segments have to be asked about whatever else happens. */
  dueMembers(sql: Sql, request: DueRequest): Promise<DueMembers> {
    return this.followUp.due(sql, request);
  }

  /**
   * Under the lane's lock: a pause that this process knows of may be over, and nothing must be put off for it; and whom
   * an operation has taken out of a journey that was closed, nobody may follow into it.
   */
  async isOutdated(
    sql: Sql,
    lane: number,
    { contentRevision }: LockedLane,
    { paused, content }: OpenJourneys,
  ): Promise<boolean> {
    if (content.revision < contentRevision) return true;
    return paused.has(lane) && (await readRevision(sql)) > content.revision;
  }

  /** Decides about all of it: what journeys make of it, where customers belong then, and what follows from that. */
  async decide(sql: Sql, work: LaneWork): Promise<LaneChanges> {
    const background = await this.background.read(sql, work);
    const { ids, trialCount } = this;
    const { timezone } = this.config.workspace;
    const offers = await this.followUp.madeOffers(sql, work);
    const session = new LaneSession(work, { ids, timezone, ...background, offers, trialCount });
    deliver(work, session);
    return this.followUp.follow(sql, work, session);
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
      const locked = await lockLane(sql, lane);
      if (!locked) return { status: 'busy' };
      if (await this.sessions.isOutdated(sql, lane, locked, open)) return { status: 'busy' };
      const now = this.clock.now();
      const { content } = open;
      const { isStale, rows } = await this.sessions.dueMembers(sql, {
        lane,
        now,
        limit: limits.due,
        content,
      });
      if (isStale) return { status: 'busy' };
      const work = await this.reader.read(sql, { lane, limits, open, now, dueMembers: rows });
      const changes = await this.sessions.decide(sql, work);
      if (hasWork(work)) await this.writer.write(sql, work, changes);
      return {
        status: 'done',
        work,
        changes,
        isFull: isFull(work, limits) || leavesEntries(changes),
      };
    });
  }
}

/** For the lane itself, to be worked at once. */
function leavesEntries({ entries, profiles, displaced }: LaneChanges): boolean {
  return entries.length + profiles.length > 0 || displaced.some(({ at }) => at === undefined);
}

function hasWork({ inbox, due, dueMembers, handedOn, outdated }: LaneWork): boolean {
  return [inbox, due, dueMembers, handedOn, outdated].some((rows) => rows.length > 0);
}

function isFull({ inbox, due, dueMembers, handedOn, outdated }: LaneWork, limits: BatchLimits): boolean {
  const taken = handedOn.reduce((sum, { ids }) => sum + ids.length, inbox.length + outdated.length);
  return taken >= limits.inbox || due.length >= limits.due || dueMembers.length >= limits.due;
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
