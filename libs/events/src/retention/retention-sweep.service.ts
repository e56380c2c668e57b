import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Sweeps } from '@parcours/jobs';
import { Clock, firstIdAt } from '@parcours/kernel';

import { EVERY_EVENT, type Retention, RetentionStore } from './retention.store.js';

const DAY_MS = 86_400_000;
/** Events looked at together, and so many times in one sweep: a million rows an hour, and no long statement. */
const PAGE = 2_000;
const PAGES = 5;

/** Deletes events whose time is over, a bounded number at a time, each rule walking once through the table. */
@Injectable()
export class RetentionSweep {
  constructor(
    private readonly database: Database,
    private readonly store: RetentionStore,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const rules = await this.store.all();
    const named = new Set(rules.map(({ event }) => event));
    for (const rule of rules) {
      const isOf = (name: string) => (rule.event === EVERY_EVENT ? !named.has(name) : name === rule.event);
      await this.runRule(rule, isOf, signal);
    }
  }

  private async runRule(
    { event, days, sweptTo }: Retention,
    isOf: (name: string) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const end = firstIdAt(this.clock.now() - days * DAY_MS);
    let from = sweptTo;
    for (let page = 0; page < PAGES && from < end && !signal.aborted; page++) {
      const rows = await this.store.between(this.database.sql, { from, to: end, limit: PAGE });
      const last = rows.at(-1);
      if (!last) return;
      const ids = rows.filter(({ name }) => isOf(name)).map(({ id }) => id);
      await this.store.sweep(event, { ids, to: last.id });
      from = last.id;
    }
  }
}

/** Runs with the other sweeps; in processes that work. */
@Injectable()
export class RetentionJobs implements OnModuleInit {
  constructor(
    private readonly sweep: RetentionSweep,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('event-retention', (signal) => this.sweep.run(signal));
  }
}
