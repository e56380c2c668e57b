import { Injectable } from '@nestjs/common';
import { assertNoDefects } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, type Finding, isError, parseInstant } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { standing } from '../items/content-status.js';
import { ContentWriter } from '../items/content-writer.js';
import { DraftCheck } from '../items/draft-check.js';
import { DraftService, type ItemAddress } from '../items/draft.service.js';
import { PublishMoment } from '../items/publish-moment.js';
import type { PublishRequest } from '../items/publishing.service.js';
import { CONTENT_SCHEDULE_JOB, scheduleKey } from './schedule.job.js';

/** Plans publishes: a thing has one planned at most, and the draft that it has then is what is published. */
@Injectable()
export class ContentSchedule {
  constructor(
    private readonly drafts: DraftService,
    private readonly check: DraftCheck,
    private readonly writer: ContentWriter,
    private readonly moment: PublishMoment,
    private readonly jobs: JobRunner,
  ) {}

  /**
   * What it refers to may be published before its time comes; anything else that would stop it is told at once.
   * @throws content.not-found, content.archived, content.not-publishable, http.stale, http.invalid-request
   */
  async plan(address: ItemAddress, at: string, { by, note, options }: PublishRequest): Promise<ContentItem> {
    const scheduledAt = futureInstant(at, this.moment.now());
    const item = await this.drafts.require(address);
    await this.check.assertPublishable(item, (finding) => isError(finding) && !canCome(finding));
    const schedule = { by, ...(note !== undefined && { note }), ...(options && { options }) };
    const change = { ...standing(item), scheduledAt, schedule, updatedAt: this.moment.now() };
    const write = { item, action: 'scheduled' as const, change, ifMatch: address.ifMatch };
    const [planned = item] = await this.writer.write([write], { by });
    this.jobs.wakeAt(CONTENT_SCHEDULE_JOB, scheduleKey('item', item.id), scheduledAt);
    return planned;
  }

  /** Also forgets a failure. @throws content.not-found, http.stale, content.not-scheduled */
  async cancel(address: ItemAddress, by: Actor): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.schedule === null) throw ContentErrors.notScheduled({ key: item.key });
    const change = { ...standing(item), scheduledAt: null, schedule: null, updatedAt: this.moment.now() };
    const write = { item, action: 'unscheduled' as const, change, ifMatch: address.ifMatch };
    const [cancelled = item] = await this.writer.write([write], { by });
    return cancelled;
  }
}

/** @throws http.invalid-request */
export function futureInstant(text: string, now: number): number {
  const at = parseInstant(text) ?? 0;
  if (at <= now) {
    const detail = 'Must be a time to come, such as 2030-03-02T08:00:00Z.';
    assertNoDefects([{ pointer: '/at', code: 'schema.range', detail }], 'body');
  }
  return at;
}

function canCome({ code }: Finding): boolean {
  return code === 'content.reference-not-published';
}
