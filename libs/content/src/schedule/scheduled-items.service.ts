import { Injectable } from '@nestjs/common';
import { Clock, systemActor } from '@parcours/kernel';

import type { ContentItem } from '../items/content-item.entity.js';
import { ContentItemRepository } from '../items/content-item.repository.js';
import { standing } from '../items/content-status.js';
import { ContentWriter } from '../items/content-writer.js';
import { PublishingService } from '../items/publishing.service.js';
import { failureOf, isRefusal } from './publish-schedule.js';

/** Publishes things whose time has come. Safe to run twice: a thing that was published is planned no longer. */
@Injectable()
export class ScheduledItems {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly publishing: PublishingService,
    private readonly writer: ContentWriter,
    private readonly clock: Clock,
  ) {}

  /** Things that are due now or within a while, the earliest first. */
  async plannedWithin(ms: number): Promise<readonly { id: number; at: number }[]> {
    return this.items.scheduledUntil(this.clock.now() + ms);
  }

  async run(id: number): Promise<void> {
    const item = await this.items.findById(id);
    if (!item?.schedule || item.scheduledAt === null || item.scheduledAt > this.clock.now()) return;
    const { type, key, schedule } = item;
    const ifMatch = `"${String(item.revision)}"`;
    try {
      await this.publishing.publish({ type, key, ifMatch }, schedule);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Changed between our reading and writing: the next look decides on what it is then.
      if (error.code === 'http.stale') {
        await this.run(id);
        return;
      }
      await this.giveUp(item, { ...schedule, failure: failureOf(error, this.clock.now()) });
    }
  }

  private async giveUp(item: ContentItem, schedule: ContentItem['schedule']): Promise<void> {
    const change = { ...standing(item), scheduledAt: null, schedule, updatedAt: this.clock.now() };
    await this.writer.write([{ item, action: 'unscheduled', change }], { by: systemActor('schedule') });
  }
}
