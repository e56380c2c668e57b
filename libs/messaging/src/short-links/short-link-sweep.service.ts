import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { TRACKED_FOR_MS } from '../tracking/reading.service.js';
import { ShortLinkStore } from './short-link.store.js';

/** Links deleted together, and so many times in one sweep: no long statement. */
const PAGE = 2_000;
const PAGES = 25;

/** Deletes links that lead nowhere any more. */
@Injectable()
export class ShortLinkSweep implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly database: Database,
    private readonly links: ShortLinkStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('short-links', (signal) => this.run(signal));
  }

  private async run(signal: AbortSignal): Promise<void> {
    const until = this.clock.now() - TRACKED_FOR_MS;
    let isMore = true;
    for (let page = 0; page < PAGES && isMore && !signal.aborted; page++) {
      isMore = await this.links.sweep(this.database.sql, until, PAGE);
    }
  }
}
