import type { MessageCategory } from '../outbox/message.js';
import type { CompiledArbitration, CompiledPolicy, PolicyBook } from './compiled-policy.js';
import { type Contact, isWithinReach } from './contact.js';

/** A message that competes. Times are milliseconds since the epoch. */
export interface Contender {
  readonly id: number;
  readonly at: number;
  readonly priority: number;
  readonly category: MessageCategory;
}

/** One that is decided on now. */
export type Newcomer = Omit<Contender, 'id' | 'at'>;

/** A message that has to make room for another one. */
export interface Displaced {
  readonly id: number;
  /** When it goes out instead; `undefined` where it does not go out. */
  readonly at: number | undefined;
  readonly lostTo: Pick<Contender, 'priority'> & { readonly id: number | undefined };
  readonly priority: number;
  readonly window: string;
}

/** What came of the competition for the newcomer, and for those that wait. */
export interface Placement {
  /** When it goes out; `undefined` where it does not. */
  readonly at: number | undefined;
  /** The last to which it has lost. */
  readonly lostTo: Contender | undefined;
  readonly displaced: readonly Displaced[];
}

interface Entrant extends Contender {
  readonly isNewcomer: boolean;
  readonly arbitration: CompiledArbitration;
  readonly mayLose: boolean;
}

interface Order {
  readonly newcomer: Newcomer;
  readonly at: number;
  readonly arbitration: CompiledArbitration;
  readonly contacts: readonly Contact[];
  readonly book: Pick<PolicyBook, 'byKey' | 'house'>;
  /** The first time from a time on at which the hours of its policies let it go. */
  readonly allowedFrom: (at: number) => number | undefined;
}

/** The newcomer is younger than every other. */
const YOUNGEST = Number.MAX_SAFE_INTEGER;
const MOST_MOVES = 100;

/**
 * Orders what would go out to a customer close to each other: by priority, then transactional before marketing, then the
 * older first. Each takes its time, or, where one before it is too close, a window after that one, or none at all. What
 * was handed over keeps its time; transactional messages never lose.
 */
export function arbitrate({ newcomer, at, arbitration, contacts, book, allowedFrom }: Order): Placement {
  const entrants: Entrant[] = [
    {
      ...newcomer,
      id: YOUNGEST,
      at,
      arbitration,
      isNewcomer: true,
      mayLose: newcomer.category !== 'transactional',
    },
  ];
  const placed: Contender[] = [];
  for (const contact of contacts) {
    const { id, priority, category, sentAt, plannedAt, isMovable } = contact;
    const theirs = isMovable && category !== 'transactional' ? arbitrationOf(contact, book) : undefined;
    const contender = { id, priority, category, at: sentAt ?? plannedAt };
    if (theirs) entrants.push({ ...contender, arbitration: theirs, isNewcomer: false, mayLose: true });
    else placed.push(contender);
  }
  let own: Placement = { at, lostTo: undefined, displaced: [] };
  const displaced: Displaced[] = [];
  for (const entrant of entrants.sort(byRank)) {
    const { time, lostTo } = place(entrant, placed, entrant.isNewcomer ? allowedFrom : (moment) => moment);
    if (time !== undefined) placed.push({ ...entrant, at: time });
    if (entrant.isNewcomer) own = { at: time, lostTo, displaced };
    else if (lostTo) {
      const { id, priority } = entrant;
      const winner = { id: lostTo.id === YOUNGEST ? undefined : lostTo.id, priority: lostTo.priority };
      displaced.push({ id, at: time, priority, lostTo: winner, window: entrant.arbitration.window });
    }
  }
  return own;
}

/** Goes on from window to window until nobody better is close. */
function place(
  entrant: Entrant,
  placed: readonly Contender[],
  allowedFrom: (at: number) => number | undefined,
): { time: number | undefined; lostTo: Contender | undefined } {
  const { windowMs, drops } = entrant.arbitration;
  let time: number | undefined = entrant.at;
  let lostTo: Contender | undefined;
  for (let move = 0; entrant.mayLose && time !== undefined && move < MOST_MOVES; move++) {
    const moment: number = time;
    const better = placed.find(
      (other) => Math.abs(other.at - moment) < windowMs && byRank(other, entrant) < 0,
    );
    if (!better) break;
    lostTo = better;
    time = drops ? undefined : allowedFrom(better.at + windowMs);
  }
  return { time, lostTo };
}

function byRank(one: Contender, other: Contender): number {
  return (
    other.priority - one.priority ||
    Number(other.category === 'transactional') - Number(one.category === 'transactional') ||
    one.id - other.id
  );
}

/** What the policies of a message that waits say to it: its own, or else one of the house. */
function arbitrationOf(
  contact: Contact,
  { byKey, house }: Pick<PolicyBook, 'byKey' | 'house'>,
): CompiledArbitration | undefined {
  const own = contact.policy === undefined ? undefined : byKey.get(contact.policy);
  for (const policy of [...(own ? [own] : []), ...house]) {
    if (policy !== own && !isWithinReach(policy.reach, contact)) continue;
    const { arbitration } = rulesFor(policy, contact);
    if (arbitration) return arbitration;
  }
  return undefined;
}

function rulesFor({ key, rules, overrides }: CompiledPolicy, { segments }: Contact) {
  const segment = segments?.[key];
  return overrides.find((override) => override.segment === segment)?.rules ?? rules;
}
