import { Injectable } from '@nestjs/common';
import { Clock, systemActor } from '@parcours/kernel';

import { failureOf, isRefusal, type PublishSchedule } from '../schedule/publish-schedule.js';
import type { ContentRelease } from './content-release.entity.js';
import { ContentReleaseRepository } from './content-release.repository.js';
import { ReleasePublishing } from './release-publishing.service.js';

/** Publishes releases whose time has come. Safe to run twice: one that was published is planned no longer. */
@Injectable()
export class ScheduledReleases {
  constructor(
    private readonly releases: ContentReleaseRepository,
    private readonly publishing: ReleasePublishing,
    private readonly clock: Clock,
  ) {}

  /** Releases that are due now or within a while, the earliest first. */
  async plannedWithin(ms: number): Promise<readonly { id: number; at: number }[]> {
    return this.releases.scheduledUntil(this.clock.now() + ms);
  }

  async run(id: number): Promise<void> {
    const release = await this.releases.findById(id);
    if (!release?.schedule || release.scheduledAt === null || release.scheduledAt > this.clock.now()) return;
    try {
      const ifMatch = `"${String(release.revision)}"`;
      await this.publishing.publish({ id, ifMatch }, release.schedule.by);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Changed between our reading and writing: the next look decides on what it is then.
      if (error.code === 'http.stale') await this.run(id);
      else await this.giveUp(release, { ...release.schedule, failure: failureOf(error, this.clock.now()) });
    }
  }

  private async giveUp(release: ContentRelease, schedule: PublishSchedule): Promise<void> {
    const updatedAt = this.clock.now();
    const change = { status: 'open' as const, scheduledAt: null, schedule, updatedAt };
    await this.releases.change(release, change, { event: 'failed', by: systemActor('schedule') });
  }
}
