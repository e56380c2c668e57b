import type { Effect } from '@parcours/engine';

/** How often a step has tried something in one batch, and how often that was told to have succeeded. */
export interface TalliedTrial {
  readonly journeyId: number;
  readonly step: string;
  readonly arm: string;
  readonly shown: number;
  readonly succeeded: number;
}

/** Counts trials of a batch, so that they are written as a handful of rows however many customers there are. */
export class TrialTally {
  private readonly counted = new Map<string, TalliedTrial>();

  note(journeyId: number, { step, arm, outcome }: Extract<Effect, { type: 'trial' }>): void {
    const place = JSON.stringify([journeyId, step, arm]);
    const { shown, succeeded } = this.counted.get(place) ?? { shown: 0, succeeded: 0 };
    this.counted.set(place, {
      journeyId,
      step,
      arm,
      shown: shown + (outcome === 'shown' ? 1 : 0),
      succeeded: succeeded + (outcome === 'succeeded' ? 1 : 0),
    });
  }

  all(): TalliedTrial[] {
    return [...this.counted.values()];
  }
}
