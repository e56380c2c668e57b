import type { CompiledJourney, Signal } from '@parcours/engine';
import type { OutcomeEntry } from '@parcours/events';

import type { Enrollment } from '../enrollments/enrollment.js';
import { callOutcome } from '../outside/outside-call.rules.js';
import type { HeldEntry } from '../pauses/held-entry.store.js';
import type { EnrollmentDesk } from './enrollment-desk.js';
import type { LaneWork } from './lane-work.js';

/**
 * Enrollments of paused journeys in a batch: they take no step. Whose time comes is taken off the clock, and what may
 * concern one is kept for it, in order.
 */
export class HoldDesk {
  readonly kept: HeldEntry[] = [];
  private readonly paused: ReadonlySet<number> | undefined;

  constructor(
    { open, lane }: LaneWork,
    private readonly enrollments: EnrollmentDesk,
  ) {
    this.paused = open.paused.get(lane);
  }

  isPaused(journeyId: number): boolean {
    return this.paused?.has(journeyId) ?? false;
  }

  hold(
    enrollment: Enrollment,
    { journey, customerKey, signal }: { journey: CompiledJourney; customerKey: string; signal: Signal },
  ): void {
    const { id, journeyId, state } = enrollment;
    switch (signal.type) {
      case 'due':
        this.enrollments.park(enrollment);
        return;
      case 'event': {
        const { event } = signal;
        if (!mayConcern(journey, state.waiting?.events, event.name)) return;
        this.kept.push({ journeyId, entry: { kind: 'signal', customerKey, enrollmentId: id, event } });
        return;
      }
      case 'message': {
        const { step, visit, outcome } = signal;
        const entry: OutcomeEntry = { kind: 'outcome', customerKey, enrollmentId: id, step, visit, outcome };
        this.kept.push({ journeyId, entry });
        return;
      }
      case 'call': {
        const { step, visit, end } = signal;
        this.kept.push({
          journeyId,
          entry: callOutcome({ customerKey, enrollmentId: id, step, visit }, end),
        });
      }
    }
  }
}

/** Not of where it stands alone: what comes first may lead it to where the next is awaited. */
function mayConcern(journey: CompiledJourney, awaited: readonly string[] = [], name: string): boolean {
  return (
    awaited.includes(name) ||
    journey.awaitedEvents.has(name) ||
    journey.hasExitConditions ||
    journey.exitEvents.has(name) ||
    journey.goalEvents.has(name)
  );
}
