import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@parcours/database';
import { InboxStore } from '@parcours/events';
import { Clock, describeError } from '@parcours/kernel';

import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { type BatchResult, LaneBatch } from './lane-batch.service.js';
import type { BatchLimits } from './lane-reader.service.js';

/** How long an enrollment rests that could not be worked. */
const REST_MS = 300_000;

/**
 * A batch that fails for good is worked row by row, and the one that fails alone is put aside: an inbox row among the
 * dead letters, an enrollment until later. One bad row stops nobody else.
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

  async run(lane: number): Promise<BatchResult> {
    await this.try(lane, { inbox: 1, due: 0 }, (error) => this.buryFirst(lane, error));
    return this.try(lane, { inbox: 0, due: 1 }, (error) => this.postponeFirst(lane, error));
  }

  private async try(
    lane: number,
    limits: BatchLimits,
    putAside: (error: unknown) => Promise<void>,
  ): Promise<BatchResult> {
    try {
      return await this.batch.run(lane, limits);
    } catch (error) {
      await putAside(error);
      return this.batch.run(lane, { inbox: 0, due: 0 });
    }
  }

  private async buryFirst(lane: number, error: unknown): Promise<void> {
    const failure = describeError(error);
    await this.database.transaction(async ({ sql }) => {
      const [row] = await this.inbox.take(sql, lane, 1);
      if (!row) return;
      await this.inbox.bury(sql, lane, row.id, failure, this.clock.now());
      this.logger.error(
        `lane ${String(lane)}: event ${String(row.id)} put among the dead letters: ${failure}`,
      );
    });
  }

  private async postponeFirst(lane: number, error: unknown): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async ({ sql }) => {
      const [due] = await this.enrollments.due(sql, { lane, now, limit: 1 });
      if (!due) return;
      await this.enrollments.postpone(sql, due.id, now + REST_MS);
      const id = String(due.id);
      this.logger.error(
        `lane ${String(lane)}: enrollment ${id} tried again in 5 minutes: ${describeError(error)}`,
      );
    });
  }
}
