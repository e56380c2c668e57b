import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ContentChanges, PublishedContent } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { declareJob, JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { type TraitIndex, TraitIndexStore } from './trait-index.store.js';
import { indexKindOf, INDEXED_TRAITS_MAX, TRAIT_TYPE } from './trait.type.js';

/** Brings the indexes of traits in line with what is declared. */
const TRAIT_INDEX_JOB = declareJob('trait-indexes');

/** Builds the index of a trait when its declaration asks for one, and drops it when it no longer does. */
@Injectable()
export class TraitIndexes {
  private readonly logger = new Logger(TraitIndexes.name);

  constructor(
    private readonly content: PublishedContent,
    private readonly store: TraitIndexStore,
    private readonly clock: Clock,
  ) {}

  async reconcile(): Promise<void> {
    const wanted = await this.wanted();
    const known = await this.store.all();
    if (isSettled(wanted, known)) return;
    await this.store.alone(async (sql) => {
      const kept = await this.dropUnwanted(sql, wanted);
      const planned = await this.planMissing(sql, wanted, kept);
      // Left behind by a build that was never written down.
      for (const { slot } of planned) await this.store.drop(sql, slot);
      for (const index of [...kept, ...planned]) {
        if (index.isReady) continue;
        await this.store.build(sql, index);
        await this.store.markReady(sql, index.slot);
        this.logger.log(`customers can be listed by the trait '${index.trait}'`);
      }
    });
  }

  /** By the path of the trait. */
  private async wanted(): Promise<ReadonlyMap<string, TraitIndex['kind']>> {
    const snapshot = await this.content.snapshot();
    return new Map(
      snapshot.all(TRAIT_TYPE).flatMap(({ document: { trait, schema, indexed } }) => {
        const kind = indexed === true ? indexKindOf(schema) : undefined;
        return kind === undefined ? [] : [[trait, kind] as const];
      }),
    );
  }

  private async dropUnwanted(
    sql: Sql,
    wanted: ReadonlyMap<string, TraitIndex['kind']>,
  ): Promise<TraitIndex[]> {
    const kept: TraitIndex[] = [];
    for (const index of await this.store.all(sql)) {
      if (wanted.get(index.trait) === index.kind) {
        kept.push(index);
        continue;
      }
      await this.store.drop(sql, index.slot);
      await this.store.forget(sql, index.slot);
    }
    return kept;
  }

  private async planMissing(
    sql: Sql,
    wanted: ReadonlyMap<string, TraitIndex['kind']>,
    kept: readonly TraitIndex[],
  ): Promise<TraitIndex[]> {
    const taken = new Set(kept.map(({ slot }) => slot));
    const free = Array.from({ length: INDEXED_TRAITS_MAX }, (_, at) => at + 1).filter(
      (slot) => !taken.has(slot),
    );
    const planned: TraitIndex[] = [];
    for (const [trait, kind] of wanted) {
      if (kept.some((index) => index.trait === trait)) continue;
      const slot = free.shift();
      if (slot === undefined) break;
      const index = { slot, trait, kind, isReady: false };
      await this.store.plan(sql, index, this.clock.now());
      planned.push(index);
    }
    return planned;
  }
}

function isSettled(wanted: ReadonlyMap<string, TraitIndex['kind']>, known: readonly TraitIndex[]): boolean {
  return (
    wanted.size === known.length &&
    known.every(({ trait, kind, isReady }) => isReady && wanted.get(trait) === kind)
  );
}

/** Wakes the work on indexes as soon as a declaration changes; in every process. */
@Injectable()
export class TraitIndexWaker implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changed: (changes) => {
        if (changes.some(({ type }) => type === TRAIT_TYPE.name)) this.jobs.wake(TRAIT_INDEX_JOB, ['all']);
      },
    });
  }
}

/** Does the work; in processes that work. */
@Injectable()
export class TraitIndexJobs implements OnModuleInit {
  constructor(
    private readonly indexes: TraitIndexes,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.handlers.register(TRAIT_INDEX_JOB, { concurrency: 1 }, () => this.indexes.reconcile());
    this.sweeps.register('trait-indexes', () => this.indexes.reconcile());
  }
}
