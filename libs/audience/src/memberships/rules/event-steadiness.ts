import type { EventTally } from '@parcours/conditions';

import type { MembershipRule } from './membership-rule.js';

/** What another event of one name can change of the answers of all rules. */
export interface EventSteadiness {
  /** Windows with the numbers of events at which an answer changes. Rules that ask for nothing else have theirs here. */
  readonly tallies: readonly EventTally[];
  /** Rules that ask for more of the event than how many there are. */
  readonly others: readonly number[];
}

/** `places` are those of the rules that mention the event. */
export function eventSteadiness(
  name: string,
  { places, rules }: { places: readonly number[]; rules: readonly MembershipRule[] },
): EventSteadiness {
  const byWindow = new Map<number, Set<number>>();
  const others: number[] = [];
  for (const place of places) {
    const rule = rules[place];
    const own = rule?.tallies.get(name);
    if (!own || rule?.reads.messages.length !== 0) {
      others.push(place);
      continue;
    }
    for (const { withinMs, turns } of own) {
      const known = byWindow.get(withinMs) ?? new Set();
      byWindow.set(withinMs, known);
      for (const turn of turns) known.add(turn);
    }
  }
  const tallies = [...byWindow].map(([withinMs, turns]) => ({
    withinMs,
    turns: [...turns].sort((a, b) => a - b),
  }));
  return { tallies, others };
}
