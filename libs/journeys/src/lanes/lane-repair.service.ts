import { Injectable, Logger } from '@nestjs/common';
import { Database, lockLane, type Sql } from '@parcours/database';
import { InboxStore } from '@parcours/events';
import { Clock, describeError } from '@parcours/kernel';

import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { type BatchResult, LaneBatch } from './lane-batch.service.js';
import { isOutage } from './lane-outage.rules.js';
import type { BatchLimits } from './lane-reader.service.js';

/** How long an enrollment rests that could not be worked. */
const REST_MS = 300_000;

/** What stands first in a lane, in one of its two queues. */
interface First {
  readonly limits: BatchLimits;
  readonly find: (sql: Sql, now: number) => Promise<number | undefined>;
  readonly putAside: (sql: Sql, id: number, failure: string, now: number) => Promise<void>;
}

/**
 * A batch that fails for good is worked in ever smaller parts, and the row that fails alone is put aside: an inbox row
 * among the dead letters, an enrollment until later. One bad row stops nobody else.
 */
@Injectable()
export class LaneRepair {
  private readonly logger = new Logger(LaneRepair.name);

  constructor(
    private readonly batch: LaneBatch,
    private readonly database: Database,
    private readonly inbox: InboxStore,
    private readonly enrollments: EnrollmentStore,
    private readonly clock: Clock,
  ) {}

  /** Works what can be worked in front of the bad row, or puts that aside. `limit` is the size that failed. */
  async run(lane: number, limit: number): Promise<readonly BatchResult[]> {
    for (let size = Math.floor(limit / 2); size > 1; size = Math.floor(size / 2)) {
      const result = await this.attempt(lane, { inbox: size, due: size });
      if ('status' in result) return [result];
    }
    const results = [
      await this.runFirst(lane, this.firstEntry(lane)),
      await this.runFirst(lane, this.firstDue(lane)),
    ];
    return results.filter((result) => result !== undefined);
  }

  private async runFirst(lane: number, first: First): Promise<BatchResult | undefined> {
    const id = await first.find(this.database.sql, this.clock.now());
    if (id === undefined) return undefined;
    const result = await this.attempt(lane, first.limits);
    if ('status' in result) return result;
    const failure = describeError(result.error);
    const now = this.clock.now();
    await this.database.transaction(async ({ sql }) => {
      // Another worker may have had the lane in between: only what stood first before and still does has failed.
      if (!(await lockLane(sql, lane)) || (await first.find(sql, now)) !== id) return;
      await first.putAside(sql, id, failure, now);
    });
    return this.batch.run(lane, { inbox: 0, due: 0 });
  }

  private async attempt(
    lane: number,
    limits: BatchLimits,
  ): Promise<BatchResult | { readonly error: unknown }> {
    try {
      return await this.batch.run(lane, limits);
    } catch (error) {
      if (isOutage(error)) throw error;
      return { error };
    }
  }

  private firstEntry(lane: number): First {
    return {
      limits: { inbox: 1, due: 0 },
      find: (sql) => this.inbox.firstId(sql, lane),
      putAside: async (sql, id, failure, now) => {
        await this.inbox.bury(sql, lane, id, failure, now);
        this.logger.error(`lane ${String(lane)}: entry ${String(id)} put among the dead letters: ${failure}`);
      },
    };
  }

  private firstDue(lane: number): First {
    return {
      limits: { inbox: 0, due: 1 },
      find: (sql, now) => this.enrollments.firstDueId(sql, lane, now),
      putAside: async (sql, id, failure, now) => {
        await this.enrollments.postpone(sql, id, { until: now + REST_MS, failure: failure.slice(0, 1_000) });
        this.logger.error(
          `lane ${String(lane)}: enrollment ${String(id)} tried again in 5 minutes: ${failure}`,
        );
      },
    };
  }
}
