import type { JsonObject } from '@parcours/kernel';

/** Reactions that tell how somebody takes to a channel, and what each is worth. */
export const REACTION_WORTH = {
  opened: 1,
  clicked: 3,
  replied: 4,
  bounced: -3,
  unsubscribed: -5,
  complained: -10,
} as const;

export type CountedReaction = keyof typeof REACTION_WORTH;

export const COUNTED_REACTIONS = [
  'opened',
  'clicked',
  'replied',
  'bounced',
  'unsubscribed',
  'complained',
] as const;

/** After so long a reaction is worth half. */
export const HALF_LIFE_MS = 30 * 86_400_000;

/** The trait in which customers say themselves how they want to be reached. */
export const PREFERRED_TRAIT = 'preferred_channel';

/** How a customer has taken to a channel. Times are in milliseconds since the epoch. */
export interface ChannelStanding {
  /** What all reactions are worth together, as of `at`. */
  readonly score: number;
  readonly at: number;
  readonly counts: Readonly<Partial<Record<CountedReaction, number>>>;
  readonly last: CountedReaction;
}

/** What reactions tell of the channels of a customer. */
export interface ChannelStandings {
  /** The best of those that are worth more than nothing. Kept, because queries ask for it. */
  readonly preferred?: string;
  readonly standings: Readonly<Record<string, ChannelStanding>>;
}

/** Channels that one customer can have a standing on: names come from policies, and are few. */
const MOST_CHANNELS = 20;

/** The standings after a reaction; they may come in any order. */
export function afterReaction(
  channels: ChannelStandings | undefined,
  { channel, kind, at }: { readonly channel: string; readonly kind: CountedReaction; readonly at: number },
): ChannelStandings | undefined {
  const standings = new Map(Object.entries(channels?.standings ?? {}));
  const known = standings.get(channel);
  if (!known && standings.size >= MOST_CHANNELS) return channels;
  const reaction = { score: REACTION_WORTH[kind], at, counts: { [kind]: 1 }, last: kind };
  standings.set(channel, known ? together(known, reaction) : reaction);
  return withPreferred(standings);
}

/** The standings of one customer out of those of two. */
export function mergeStandings(
  one: ChannelStandings | undefined,
  other: ChannelStandings | undefined,
): ChannelStandings | undefined {
  if (!one || !other) return one ?? other;
  const standings = new Map(Object.entries(one.standings));
  for (const [channel, standing] of Object.entries(other.standings)) {
    const known = standings.get(channel);
    standings.set(channel, known ? together(known, standing) : standing);
  }
  return withPreferred(standings);
}

/** What a standing is worth at a time: score · 2^(−age / half-life). */
export function scoreAt({ score, at }: ChannelStanding, now: number): number {
  return score * 2 ** ((at - now) / HALF_LIFE_MS);
}

/** The channel that a customer names; else the one whose reactions are worth most. */
export function preferredChannel(
  traits: JsonObject,
  channels: ChannelStandings | undefined,
): string | undefined {
  return explicitChannel(traits) ?? channels?.preferred;
}

export function explicitChannel(traits: JsonObject): string | undefined {
  const said = traits[PREFERRED_TRAIT];
  return typeof said === 'string' && said !== '' ? said : undefined;
}

/** The channels to try first, the best first: what was said, then what reactions are worth more than nothing. */
export function channelsInOrder(traits: JsonObject, channels: ChannelStandings | undefined): string[] {
  const explicit = explicitChannel(traits);
  if (!channels) return explicit === undefined ? [] : [explicit];
  const earned = ranked(Object.entries(channels.standings));
  return [...new Set([...(explicit === undefined ? [] : [explicit]), ...earned])];
}

/** All standings lose half in the same time, so that time alone changes nothing of their order. */
function ranked(standings: readonly (readonly [string, ChannelStanding])[]): string[] {
  const latest = Math.max(...standings.map(([, { at }]) => at));
  return standings
    .filter(([, { score }]) => score > 0)
    .map(([channel, standing]) => ({ channel, worth: scoreAt(standing, latest) }))
    .sort((a, b) => b.worth - a.worth || (a.channel < b.channel ? -1 : 1))
    .map(({ channel }) => channel);
}

function together(one: ChannelStanding, other: ChannelStanding): ChannelStanding {
  const [early, late] = one.at <= other.at ? [one, other] : [other, one];
  const counts = COUNTED_REACTIONS.flatMap((kind) => {
    const count = (one.counts[kind] ?? 0) + (other.counts[kind] ?? 0);
    return count === 0 ? [] : [[kind, count] as const];
  });
  return {
    score: rounded(scoreAt(early, late.at) + late.score),
    at: late.at,
    counts: Object.fromEntries(counts),
    last: late.last,
  };
}

function withPreferred(standings: ReadonlyMap<string, ChannelStanding>): ChannelStandings {
  const [preferred] = ranked([...standings]);
  return { ...(preferred !== undefined && { preferred }), standings: Object.fromEntries(standings) };
}

/** Enough to tell one from another after a year. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
