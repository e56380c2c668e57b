import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { declareJob, JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { describeError, ParcoursError, systemActor } from '@parcours/kernel';

import { CustomerStore } from '../customers/customer.store.js';
import { type IdentityLink, IdentityLinkStore, type StoredLink } from './identity-link.store.js';
import { MergeService } from './merge.service.js';

const IDENTITY_JOB = declareJob('identity');

/** Links looked at together: most say what is known already, and one statement tells which. */
const BATCH = 500;

/** The way in for links that come with events: on disk first, worked a moment later. */
@Injectable()
export class IdentityIntake {
  constructor(
    private readonly database: Database,
    private readonly links: IdentityLinkStore,
    private readonly jobs: JobRunner,
  ) {}

  /** Resolves when the links are on disk. An id linked to itself says nothing and is left out. */
  async accept(links: readonly IdentityLink[]): Promise<void> {
    const telling = links.filter(({ from, into }) => from !== into);
    if (telling.length === 0) return;
    await this.links.add(this.database.sql, telling);
    this.jobs.wake(IDENTITY_JOB, ['all']);
  }
}

/** Connects the work on links with wake-ups and the sweep. */
@Injectable()
export class IdentityTriggers {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  connect(run: (signal: AbortSignal) => Promise<void>): void {
    this.handlers.register(IDENTITY_JOB, { concurrency: 1 }, (_key, signal) => run(signal));
    this.sweeps.register('identity', run);
  }
}

/**
 * Works links one by one, in their order: a merge holds two lanes, and the others go on meanwhile. Two processes at it at
 * once do no harm: a link made twice is one.
 */
@Injectable()
export class IdentityLinks implements OnModuleInit {
  private readonly logger = new Logger(IdentityLinks.name);

  constructor(
    private readonly database: Database,
    private readonly links: IdentityLinkStore,
    private readonly customers: CustomerStore,
    private readonly merges: MergeService,
    private readonly triggers: IdentityTriggers,
  ) {}

  onModuleInit(): void {
    this.triggers.connect((signal) => this.run(signal));
  }

  async run(signal: AbortSignal): Promise<void> {
    for (;;) {
      const links = await this.links.take(this.database.sql, BATCH);
      const news = await this.news(links);
      for (const link of news) {
        if (signal.aborted) return;
        await this.work(link);
        await this.links.remove(this.database.sql, [link.id]);
      }
      const old = links.filter((link) => !news.includes(link));
      await this.links.remove(
        this.database.sql,
        old.map(({ id }) => id),
      );
      if (links.length < BATCH || signal.aborted) return;
    }
  }

  /** Those that do not say what is known. */
  private async news(links: readonly StoredLink[]): Promise<readonly StoredLink[]> {
    const keys = [...new Set(links.flatMap(({ from, into }) => [from, into]))];
    const rows = await this.customers.findByExternalIds(this.database.sql, keys);
    const ends = new Map(rows.map(({ externalId, id, mergedInto }) => [externalId, mergedInto ?? id]));
    return links.filter(({ from, into }) => !ends.has(from) || ends.get(from) !== ends.get(into));
  }

  private async work({ kind, from, into }: StoredLink): Promise<void> {
    try {
      await this.merges.link({ from, into, reason: kind, by: systemActor(kind) });
    } catch (error) {
      // What the rules refuse stays refused; what fails for another reason stays in the table, and the sweep comes back.
      if (!(error instanceof ParcoursError) || error.retryable || error.status >= 500) throw error;
      this.logger.debug(`a link was not made: ${describeError(error)}`);
    }
  }
}
