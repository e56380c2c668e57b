import type { ConsentLookup } from '@parcours/conditions';

/** What a step can decide about a consent. */
export const DECISIONS = ['granted', 'denied', 'pending', 'unknown'] as const;

/** The topic that stands for a whole channel. */
export const EVERY = '*';

/** What a step decides about what a customer lets be sent. */
export interface ConsentDecision {
  readonly channel: string;
  /** The key of a topic, or `*` for the whole channel, which ends what was decided about its topics. */
  readonly topic: string;
  readonly state: (typeof DECISIONS)[number];
}

/** What counts once these were decided, one after the other. */
export function afterDecisions(
  before: ConsentLookup | undefined,
  decisions: readonly ConsentDecision[],
): ConsentLookup {
  return (channel, topic) => {
    const last = decisions.findLast(
      (each) => each.channel === channel && (each.topic === topic || each.topic === EVERY),
    );
    return last?.state ?? before?.(channel, topic) ?? 'unknown';
  };
}
