import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import type { TrialCount } from '@parcours/engine';
import { Clock } from '@parcours/kernel';

import type { OpenJourneys } from '../templates/running-journeys.service.js';
import type { TalliedTrial } from './trial-tally.js';
import { TrialStore } from './trial.store.js';

/** How old what a draw goes by may be. */
const FRESH_MS = 3_000;

/** What is known of trials at one moment: the input of draws that learn. */
export type TrialSnapshot = (journeyId: number, step: string, arm: string) => TrialCount | undefined;

const NOTHING: TrialSnapshot = () => undefined;

/** Keeps what is known of trials at hand, a few seconds old at the most. */
@Injectable()
export class TrialCounts {
  private known:
    { readonly at: number; readonly content: unknown; readonly snapshot: TrialSnapshot } | undefined;

  constructor(
    private readonly database: Database,
    private readonly store: TrialStore,
    private readonly clock: Clock,
  ) {}

  /** Asks the database only where a journey that is open learns from trials. Not inside a transaction. */
  async snapshot({ content, byKey }: OpenJourneys): Promise<TrialSnapshot> {
    const now = this.clock.now();
    const { known } = this;
    if (known?.content === content && (known.snapshot === NOTHING || now - known.at < FRESH_MS)) {
      return known.snapshot;
    }
    const learning = [...byKey.values()].filter(({ compiled }) => compiled.trials.size > 0);
    const ids = learning.map(({ itemId }) => itemId);
    const snapshot = ids.length === 0 ? NOTHING : snapshotOf(await this.store.of(this.database.sql, ids));
    this.known = { at: now, content, snapshot };
    return snapshot;
  }

  /** In the transaction of the batch that has counted them. */
  note(sql: Sql, lane: number, trials: readonly TalliedTrial[]): Promise<void> {
    return this.store.add(sql, lane, trials);
  }
}

function snapshotOf(trials: readonly TalliedTrial[]): TrialSnapshot {
  const counts = new Map(trials.map((trial) => [placeOf(trial.journeyId, trial.step, trial.arm), trial]));
  return (journeyId, step, arm) => counts.get(placeOf(journeyId, step, arm));
}

function placeOf(journeyId: number, step: string, arm: string): string {
  return JSON.stringify([journeyId, step, arm]);
}
