import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { InboxStore } from '@parcours/events';
import { Clock, firstIdAt } from '@parcours/kernel';
import type { InsightStream } from '@parcours/sdk';

import { EnrollmentInsights } from './enrollment-insights.service.js';
import { EventInsights } from './event-insights.service.js';
import type { InsightSource } from './insight-source.js';

/** Finds the source of a stream. */
@Injectable()
export class InsightStreams {
  private readonly sources: Readonly<Record<InsightStream, InsightSource>>;

  constructor(events: EventInsights, enrollments: EnrollmentInsights) {
    this.sources = { events, enrollments };
  }

  of(stream: InsightStream): InsightSource {
    return this.sources[stream];
  }
}

/** Says below which id nothing comes in any more. */
@Injectable()
export class InsightHorizon {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /**
   * Ids are made some time before their rows are committed, so the youngest wait for a while; and an event keeps the id
   * that it came in with, so what still lies in the inbox holds back whatever came after it. Ask before you read rows.
   */
  async now(): Promise<number> {
    const settled = firstIdAt(this.clock.now() - this.config.work.exportDelayMs);
    const waiting = await this.inbox.oldestId(this.database.sql);
    return waiting === undefined ? settled : Math.min(settled, waiting);
  }
}
