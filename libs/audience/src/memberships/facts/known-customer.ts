import type {
  ContentNumbers,
  CustomerFacts,
  EventTally,
  GroupKind,
  JourneyStanding,
  PastEvent,
  Reaction,
} from '@parcours/conditions';
import { OUTBOX_STATUS, reactionEvent, UNCOMPLETED_ENDS } from '@parcours/conditions';

import type { Profile } from '../../customers/profile.js';

/** One passage through a journey, as far as rules ask for it. */
export interface PastPassage {
  readonly id: number;
  readonly journeyId: number;
  readonly isActive: boolean;
  readonly endReason: string | null;
  /** It has reached a goal. */
  readonly hasConverted: boolean;
}

/** A message that was sent, or given up. */
export interface PastMessage {
  readonly templateId: number;
  readonly status: number;
  readonly finishedAt: number;
}

const NO_EVENTS: readonly PastEvent[] = [];
const NO_PASSAGES: ReadonlyMap<number, PastPassage> = new Map();
const UNCOMPLETED: ReadonlySet<string> = new Set(UNCOMPLETED_ENDS);

/** What is known of one customer while rules are asked about them: what lies in the tables, and what a batch adds. */
export class KnownCustomer implements CustomerFacts {
  /** Numbers of the segments and personas that they are in. */
  readonly groups = new Set<number>();
  private readonly stored = new Map<string, PastEvent[]>();
  private readonly fresh = new Map<string, PastEvent[]>();
  /** Both together, made when somebody asks. */
  private readonly all = new Map<string, readonly PastEvent[]>();
  private storedPassages: ReadonlyMap<number, PastPassage> = NO_PASSAGES;
  private passages: ReadonlyMap<number, PastPassage> = NO_PASSAGES;
  private messages: readonly PastMessage[] = [];

  constructor(
    private readonly numbers: ContentNumbers,
    private readonly profile: Profile,
  ) {}

  events(name: string): readonly PastEvent[] {
    const known = this.all.get(name);
    if (known) return known;
    const stored = this.stored.get(name) ?? NO_EVENTS;
    const fresh = this.fresh.get(name);
    const all = fresh ? [...stored, ...fresh].sort(byTime) : stored;
    this.all.set(name, all);
    return all;
  }

  reactions(template: string, reaction: Reaction): readonly number[] {
    return this.reactionsIn(template, reaction, (name) => this.events(name));
  }

  /** The same without what a batch adds: as it was before. */
  before(): CustomerFacts {
    return {
      events: (name) => this.stored.get(name) ?? NO_EVENTS,
      reactions: (template, reaction) =>
        this.reactionsIn(template, reaction, (name) => this.stored.get(name) ?? NO_EVENTS),
      journey: (key) => this.standingIn(key, this.storedPassages),
      isIn: (kind, key) => this.isIn(kind, key),
      hasTag: (tag) => this.hasTag(tag),
    };
  }

  /** Whether what a batch adds of an event brings its number to, or past, one of the turns. */
  reachesTurn(name: string, { withinMs, turns }: EventTally, now: number): boolean {
    const since = now - withinMs;
    let added = 0;
    for (const { occurredAt } of this.fresh.get(name) ?? NO_EVENTS) if (occurredAt > since) added++;
    if (added === 0) return false;
    const stored = this.stored.get(name) ?? NO_EVENTS;
    const before = withinMs === Infinity ? stored.length : countSince(stored, since);
    for (const turn of turns) if (turn > before && turn <= before + added) return true;
    return false;
  }

  private reactionsIn(
    template: string,
    reaction: Reaction,
    eventsOf: (name: string) => readonly PastEvent[],
  ): readonly number[] {
    const status = OUTBOX_STATUS[reaction];
    if (status === undefined) {
      return eventsOf(reactionEvent(reaction))
        .filter(({ properties }) => properties['template'] === template)
        .map(({ occurredAt }) => occurredAt);
    }
    const id = this.numbers.template(template);
    return this.messages
      .filter((message) => message.templateId === id && message.status === status)
      .map(({ finishedAt }) => finishedAt);
  }

  journey(key: string): JourneyStanding {
    return this.standingIn(key, new Map([...this.storedPassages, ...this.passages]));
  }

  isIn(kind: GroupKind, key: string): boolean {
    const id = this.numbers.group(kind, key);
    return id !== undefined && this.groups.has(id);
  }

  hasTag(tag: string): boolean {
    return this.profile.tags?.includes(tag) ?? false;
  }

  /** Takes over what the tables hold of some events, in place of what was taken over of them before. */
  recall(events: ReadonlyMap<string, PastEvent[]>): void {
    for (const [name, found] of events) {
      this.stored.set(name, found.sort(byTime));
      this.all.delete(name);
    }
  }

  recallMessages(messages: readonly PastMessage[]): void {
    this.messages = messages;
  }

  /** An event that is not in the tables yet. */
  add(name: string, event: PastEvent): void {
    this.all.delete(name);
    const known = this.fresh.get(name);
    if (known) known.push(event);
    else this.fresh.set(name, [event]);
  }

  /** A passage as it is now, whatever it was before. */
  put(passage: PastPassage): void {
    this.passages = new Map(this.passages).set(passage.id, passage);
  }

  /** A passage as the tables have it. */
  putStored(passage: PastPassage): void {
    this.storedPassages = new Map(this.storedPassages).set(passage.id, passage);
  }

  private standingIn(key: string, passages: ReadonlyMap<number, PastPassage>): JourneyStanding {
    const id = this.numbers.journey(key);
    const ofJourney = [...passages.values()].filter(({ journeyId }) => journeyId === id);
    return {
      isActive: ofJourney.some(({ isActive }) => isActive),
      isCompleted: ofJourney.some(
        ({ isActive, endReason }) => !isActive && endReason !== null && !UNCOMPLETED.has(endReason),
      ),
      hasConverted: ofJourney.some(({ hasConverted }) => hasConverted),
    };
  }
}

/** Of events that lie in the order of time, those after a time. */
function countSince(events: readonly PastEvent[], since: number): number {
  let count = 0;
  for (let at = events.length - 1; at >= 0 && (events[at]?.occurredAt ?? 0) > since; at--) count++;
  return count;
}

function byTime(one: PastEvent, other: PastEvent): number {
  return one.occurredAt - other.occurredAt;
}
