import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { answerPage, assertMatch, assertNoDefects, HttpErrors, type ListQuery } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, isError, type Finding } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { PublishMoment } from '../items/publish-moment.js';
import { futureInstant } from '../schedule/content-schedule.service.js';
import { CONTENT_SCHEDULE_JOB, scheduleKey } from '../schedule/schedule.job.js';
import type { ContentRelease, ReleaseMember } from './content-release.entity.js';
import {
  ContentReleaseRepository,
  type ReleaseChange,
  type ReleaseEvent,
} from './content-release.repository.js';
import { ReleaseCheck } from './release-check.service.js';
import { repeatedMembers } from './release-members.js';
import { presentRelease } from './release.presenter.js';

export interface NewRelease {
  readonly name: string;
  readonly note?: string;
  readonly items: readonly Pick<ReleaseMember, 'type' | 'key' | 'action'>[];
  readonly at?: string;
}

/** Which release, and the ETag that its caller has seen. */
export interface ReleaseAddress {
  readonly id: number;
  readonly ifMatch?: string | undefined;
}

/** Releases until they are published: made, planned, taken back. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly releases: ContentReleaseRepository,
    private readonly check: ReleaseCheck,
    private readonly moment: PublishMoment,
    private readonly jobs: JobRunner,
  ) {}

  async list(query: ListQuery) {
    return answerPage(await this.releases.list(query), query, presentRelease);
  }

  /** @throws http.invalid-request for a member that is in it twice, or a time that has passed */
  async create({ name, note, items, at }: NewRelease, by: Actor): Promise<ContentRelease> {
    assertNoDefects(repeatedMembers(items), 'body');
    const { id, at: now } = this.moment.next();
    const scheduledAt = at === undefined ? null : futureInstant(at, now);
    const release: ContentRelease = {
      id,
      name,
      note: note ?? null,
      status: scheduledAt === null ? 'open' : 'scheduled',
      items,
      revision: 1,
      scheduledAt,
      schedule: scheduledAt === null ? null : { by },
      publishedAt: null,
      createdAt: now,
      createdBy: by.name,
      updatedAt: now,
    };
    await this.releases.add(release, by);
    if (scheduledAt !== null) this.wake(release, scheduledAt);
    return release;
  }

  /** @throws content.release-not-found, http.stale */
  async require({ id, ifMatch }: ReleaseAddress): Promise<ContentRelease> {
    const release = await this.releases.findById(id);
    if (!release) throw ContentErrors.releaseNotFound({ id: String(id) });
    assertMatch(ifMatch, release.revision);
    return release;
  }

  /** What stands between the release and its publication; changes nothing. @throws content.release-not-found */
  async validate(address: ReleaseAddress): Promise<{ findings: Finding[]; publishable: boolean }> {
    const { items } = await this.require(address);
    const findings = await this.check.findings(await this.check.members(items));
    return { findings, publishable: !findings.some(isError) };
  }

  /** @throws content.release-not-found, content.release-state, http.stale, http.invalid-request */
  async plan(address: ReleaseAddress, at: string, by: Actor): Promise<ContentRelease> {
    const scheduledAt = futureInstant(at, this.moment.now());
    const release = await this.requirePending(address);
    const planned = await this.change(
      release,
      { status: 'scheduled', scheduledAt, schedule: { by } },
      { event: 'scheduled', by },
    );
    this.wake(planned, scheduledAt);
    return planned;
  }

  /** Also forgets a failure. @throws content.release-not-found, content.release-state, http.stale */
  async cancel(address: ReleaseAddress, by: Actor): Promise<ContentRelease> {
    const release = await this.requirePending(address);
    const change = { status: 'open' as const, scheduledAt: null, schedule: null };
    return this.change(release, change, { event: 'unscheduled', by });
  }

  /** One that was published is history, and stays. @throws content.release-not-found, content.release-state, http.stale */
  async remove(address: ReleaseAddress, by: Actor): Promise<void> {
    const release = await this.requirePending(address);
    if (!(await this.releases.remove(release, by))) throw HttpErrors.stale({});
  }

  /** @throws content.release-not-found, content.release-state, http.stale */
  async requirePending(address: ReleaseAddress): Promise<ContentRelease> {
    const release = await this.require(address);
    const { id, status } = release;
    if (status === 'open' || status === 'scheduled') return release;
    throw ContentErrors.releaseState({ id: String(id), status });
  }

  /** In the transaction of what happens to its members. @throws http.stale */
  async changeWithin(
    sql: Sql,
    written: { release: ContentRelease; change: ReleaseChange } & ReleaseEvent,
  ): Promise<void> {
    if (!(await this.releases.changeWithin(sql, written))) throw HttpErrors.stale({});
  }

  private async change(
    release: ContentRelease,
    change: Omit<ReleaseChange, 'updatedAt'>,
    told: ReleaseEvent,
  ): Promise<ContentRelease> {
    const whole = { ...change, updatedAt: this.moment.now() };
    if (!(await this.releases.change(release, whole, told))) throw HttpErrors.stale({});
    return { ...release, ...whole, revision: release.revision + 1 };
  }

  private wake({ id }: ContentRelease, at: number): void {
    this.jobs.wakeAt(CONTENT_SCHEDULE_JOB, scheduleKey('release', id), at);
  }
}
