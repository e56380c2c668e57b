import type { EventView, TrialState } from '../run/state.js';

/** How often something was tried, and how often it did what it was tried for. */
export interface TrialCount {
  readonly shown: number;
  readonly succeeded: number;
}

/** What tells that something a step has tried did what it was tried for. */
export interface CompiledTrial {
  /** Events that can tell it. */
  readonly events: ReadonlySet<string>;
  /** True where any goal of the journey tells it. */
  readonly isByGoal: boolean;
  succeeds(event: EventView, trial: TrialState, journeyKey: string): boolean;
}

/** How long after it was tried something can still do what it was tried for, in milliseconds: 30 days. */
export const TRIAL_WINDOW_MS = 30 * 86_400_000;

/** What can tell a success, by the word that a definition has for it. */
export type TrialAim = 'opened' | 'clicked' | 'goal' | 'accepted';

const EVENT_OF: Readonly<Record<Exclude<TrialAim, 'goal'>, string>> = {
  opened: 'message.opened',
  clicked: 'message.clicked',
  accepted: 'offer.accepted',
};

/**
 * Compiles an aim. Reactions to a message name what was tried as `template`, or the journey and the step that have sent
 * it; an accepted offer names the offer. Further members have to fit where they are there.
 */
export function compileTrial(aim: TrialAim): CompiledTrial {
  if (aim === 'goal') return { events: new Set(), isByGoal: true, succeeds: () => false };
  const name = EVENT_OF[aim];
  const isOfMessage = aim !== 'accepted';
  return {
    events: new Set([name]),
    isByGoal: false,
    succeeds: (event, { step, arm, at }, journeyKey) => {
      if (event.name !== name || event.occurredAt - at > TRIAL_WINDOW_MS) return false;
      const { template, offer, journey, step: of } = event.properties;
      const isNamed = isOfMessage
        ? template === arm || (journey === journeyKey && of === step)
        : offer === arm;
      return isNamed && names(journey, journeyKey) && names(of, step);
    },
  };
}

/** A member that may be left out. */
function names(value: unknown, expected: string): boolean {
  return value === undefined || value === expected;
}
