import {
  type ConsentChange,
  type ConsentEntry,
  type ConsentState,
  type ConsentStates,
  EVERY,
} from './consent.js';

/** A decision about a channel and a topic. */
export interface ConsentDecision extends ConsentEntry {
  readonly channel: string;
  readonly topic: string;
}

/**
 * What counts for a channel and a topic: the entry of the topic, else that of the whole channel, else nothing is known.
 * A decision about a whole channel clears those about its topics when it is made (see {@link decided}), so that the
 * narrower entry is always the later one.
 */
export function consentFor(states: ConsentStates | undefined, channel: string, topic: string): ConsentState {
  const byTopic = ownMember(states, channel);
  return (ownMember(byTopic, topic) ?? ownMember(byTopic, EVERY))?.state ?? 'unknown';
}

/** The states after decisions, one after the other. */
export function decided(
  states: ConsentStates | undefined,
  decisions: readonly ConsentDecision[],
): ConsentStates {
  const changed = new Map(Object.entries(states ?? {}));
  for (const { channel, topic, ...entry } of decisions) {
    const others = topic === EVERY ? {} : changed.get(channel);
    const byTopic = { ...others, [topic]: entry };
    changed.set(channel, byTopic);
  }
  return Object.fromEntries(changed);
}

/** What decisions come to. */
export interface Settled {
  /** What is decided then. */
  readonly states: ConsentStates;
  /** The decisions that say something new. */
  readonly news: readonly ConsentChange[];
}

/** Decisions in their turn. One that is older than what is decided changes nothing, and is no news. */
export function settled(current: ConsentStates | undefined, changes: readonly ConsentChange[]): Settled {
  const counting = changes.filter((change) => !isOutdated(current, change));
  const states = decided(
    current,
    counting.map(({ proof: _proof, ...decision }) => decision),
  );
  const news = counting.filter(({ channel, topic, state }) => current?.[channel]?.[topic]?.state !== state);
  return { states: known(states), news };
}

/** Somebody who sends last year's list again must not undo what a customer has decided since. */
function isOutdated(current: ConsentStates | undefined, { channel, topic, at }: ConsentChange): boolean {
  const byTopic = current?.[channel];
  return [byTopic?.[topic], byTopic?.[EVERY]].some((entry) => entry !== undefined && entry.at > at);
}

/** A topic of which nothing is known needs an entry only where its channel has one that would count instead. */
function known(states: ConsentStates): ConsentStates {
  const channels = Object.entries(states).map(([channel, byTopic]) => {
    const isWide = Object.hasOwn(byTopic, EVERY);
    const kept = Object.entries(byTopic).filter(
      ([topic, { state }]) => state !== 'unknown' || (isWide && topic !== EVERY),
    );
    return [channel, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(channels.filter(([, byTopic]) => Object.keys(byTopic).length > 0));
}

/** Every entry, in the order of channels and topics. */
export function listDecisions(states: ConsentStates | undefined): ConsentDecision[] {
  return Object.entries(states ?? {})
    .flatMap(([channel, byTopic]) =>
      Object.entries(byTopic).map(([topic, entry]) => ({ channel, topic, ...entry })),
    )
    .sort((a, b) => compare(a.channel, b.channel) || compare(a.topic, b.topic));
}

/**
 * The consents of two who turn out to be one: for each channel and topic the later decision, and of two made at the same
 * moment the more careful one. A decision about a whole channel clears what was decided about its topics before. The
 * answer is the same in whichever order three or more become one.
 */
export function mergeConsents(
  one: ConsentStates | undefined,
  other: ConsentStates | undefined,
): ConsentStates {
  const latest = new Map<string, ConsentDecision>();
  for (const decision of [...listDecisions(one), ...listDecisions(other)]) {
    const place = JSON.stringify([decision.channel, decision.topic]);
    const rival = latest.get(place);
    if (!rival || isStronger(decision, rival)) latest.set(place, decision);
  }
  const kept = [...latest.values()].filter(({ channel, topic, at }) => {
    const wide = topic === EVERY ? undefined : latest.get(JSON.stringify([channel, EVERY]));
    return !wide || at >= wide.at;
  });
  const merged = new Map<string, Record<string, ConsentEntry>>();
  for (const { channel, topic, ...entry } of kept) {
    merged.set(channel, { ...merged.get(channel), [topic]: entry });
  }
  return Object.fromEntries(merged);
}

const CARE: readonly ConsentState[] = ['unknown', 'granted', 'pending', 'denied'];

function isStronger(one: ConsentEntry, other: ConsentEntry): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.state !== other.state) return CARE.indexOf(one.state) > CARE.indexOf(other.state);
  return one.source < other.source;
}

function ownMember<T>(of: Readonly<Record<string, T>> | undefined, member: string): T | undefined {
  return of && Object.hasOwn(of, member) ? of[member] : undefined;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
