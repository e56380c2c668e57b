import type {
  ConsentAnswer,
  ContentNumbers,
  CustomerFacts,
  GroupKind,
  JourneyStanding,
  PastEvent,
  Reaction,
} from '@parcours/conditions';
import { OUTBOX_STATUS, reactionEvent, UNCOMPLETED_ENDS } from '@parcours/conditions';

import { consentFor } from '../../consents/consent.rules.js';
import type { Profile } from '../../customers/profile.js';

/** One passage through a journey, as far as rules ask for it. */
export interface PastPassage {
  readonly id: number;
  readonly journeyId: number;
  readonly isActive: boolean;
  readonly endReason: string | null;
}

/** A message that was sent, or given up. */
export interface PastMessage {
  readonly templateId: number;
  readonly status: number;
  readonly finishedAt: number;
}

const NO_EVENTS: readonly PastEvent[] = [];
const UNCOMPLETED: ReadonlySet<string> = new Set(UNCOMPLETED_ENDS);

/** What is known of one customer while rules are asked about them: what lies in the tables, and what a batch adds. */
export class KnownCustomer implements CustomerFacts {
  /** Numbers of the segments and personas that they are in. */
  readonly groups = new Set<number>();
  private readonly stored = new Map<string, PastEvent[]>();
  private readonly fresh = new Map<string, PastEvent[]>();
  /** Both together, made when somebody asks. */
  private readonly all = new Map<string, readonly PastEvent[]>();
  private readonly passages = new Map<number, PastPassage>();
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
    const status = OUTBOX_STATUS[reaction];
    if (status === undefined) {
      return this.events(reactionEvent(reaction))
        .filter(({ properties }) => properties['template'] === template)
        .map(({ occurredAt }) => occurredAt);
    }
    const id = this.numbers.template(template);
    return this.messages
      .filter((message) => message.templateId === id && message.status === status)
      .map(({ finishedAt }) => finishedAt);
  }

  journey(key: string): JourneyStanding {
    const id = this.numbers.journey(key);
    const passages = [...this.passages.values()].filter(({ journeyId }) => journeyId === id);
    return {
      isActive: passages.some(({ isActive }) => isActive),
      isCompleted: passages.some(
        ({ isActive, endReason }) => !isActive && endReason !== null && !UNCOMPLETED.has(endReason),
      ),
    };
  }

  isIn(kind: GroupKind, key: string): boolean {
    const id = this.numbers.group(kind, key);
    return id !== undefined && this.groups.has(id);
  }

  hasTag(tag: string): boolean {
    return this.profile.tags?.includes(tag) ?? false;
  }

  /** As ConsentLookup. */
  readonly consent = (channel: string, topic: string): ConsentAnswer =>
    consentFor(this.profile.consents, channel, topic);

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
    this.passages.set(passage.id, passage);
  }

  /** A passage as the tables have it, unless a newer state is known. */
  putStored(passage: PastPassage): void {
    if (!this.passages.has(passage.id)) this.passages.set(passage.id, passage);
  }
}

function byTime(one: PastEvent, other: PastEvent): number {
  return one.occurredAt - other.occurredAt;
}
