import { Injectable } from '@nestjs/common';
import { CustomerRows, explicitChannel, PREFERRED_TRAIT } from '@parcours/audience';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { type EventEntry, LANE_JOB } from './inbox/inbox-entry.js';
import { InboxStore } from './inbox/inbox.store.js';

/** By which channel a customer wants to be reached, as they have said it themselves. */
export interface ChannelChoice {
  readonly externalId: string;
  /** `undefined` for no preference. */
  readonly channel: string | undefined;
  readonly source: 'preference-page';
}

/** Takes what customers say of the channel that they prefer: a trait, and an event that is on disk with it. */
@Injectable()
export class ChannelChoices {
  constructor(
    private readonly database: Database,
    private readonly rows: CustomerRows,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** False where that is what they have said already, or where the customer is gone. */
  async choose({ externalId, channel, source }: ChannelChoice): Promise<boolean> {
    const now = this.clock.now();
    const lane = await this.database.transaction(async ({ sql }) => {
      const stored = await this.rows.lockCurrent(sql, externalId);
      if (!stored) return undefined;
      const previous = explicitChannel(stored.traits);
      if (previous === channel) return undefined;
      const { [PREFERRED_TRAIT]: _said, ...others } = stored.traits;
      const traits = channel === undefined ? others : { ...others, [PREFERRED_TRAIT]: channel };
      const customer = { ...stored, traits, revision: stored.revision + 1, updatedAt: now };
      await this.rows.save(sql, customer, stored);
      const entry: EventEntry = {
        kind: 'event',
        customerKey: stored.externalId,
        name: 'preference.changed',
        messageId: undefined,
        occurredAt: now,
        properties: { channel: channel ?? null, previous: previous ?? null, source },
        traits: undefined,
      };
      await this.inbox.insert(sql, this.inbox.rowsOf([entry]).rows);
      return stored.lane;
    });
    if (lane !== undefined) this.jobs.wake(LANE_JOB, [String(lane)]);
    return lane !== undefined;
  }
}
