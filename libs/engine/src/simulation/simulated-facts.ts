import type { CustomerFacts, GroupKind, PastEvent, Reaction } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';
import type { CustomerView, EnrollmentState, EventView } from '../run/state.js';
import type { TagChange } from '../run/tags.js';

/** What lies behind a customer when a simulation begins, and how it is found out where they belong. */

export interface SimulatedPast {
  readonly tags?: readonly string[] | undefined;
  /** Keys of those that they are in, whatever their rules say. */
  readonly segments?: readonly string[] | undefined;
  readonly personas?: readonly string[] | undefined;
  /** How often they were made offers, by offer. */
  readonly offers?: ReadonlyMap<string, number> | undefined;
  /** Asks the rule of a segment or persona; where it is left out, only those given count. */
  readonly belongs?: ((asked: AskedGroup) => boolean) | undefined;
}

/** A customer of whom the rule of a segment or persona is asked. */
export interface AskedGroup {
  readonly kind: GroupKind;
  readonly key: string;
  readonly customer: CustomerView;
  readonly facts: CustomerFacts;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The end reasons after which a journey does not count as completed. */
export type IsCompleted = (state: EnrollmentState) => boolean;

/** What lies behind the customer of a simulation: what they were given, and what has happened on the way. */
export class SimulatedFacts {
  private readonly events = new Map<string, PastEvent[]>();
  /** By template and reaction. */
  private readonly reactedAt = new Map<string, number[]>();
  /** By kind and key, where it is said rather than asked. */
  private readonly groups = new Map<string, boolean>();
  private readonly tags: Set<string>;

  constructor(
    private readonly past: SimulatedPast,
    private readonly surroundings: {
      readonly journeyKey: string;
      readonly passages: () => readonly EnrollmentState[];
      readonly isCompleted: IsCompleted;
      readonly now: () => number;
    },
  ) {
    this.tags = new Set(past.tags);
    for (const key of past.segments ?? []) this.groups.set(`segment/${key}`, true);
    for (const key of past.personas ?? []) this.groups.set(`persona/${key}`, true);
  }

  tag({ add, remove }: TagChange): void {
    for (const tag of add) this.tags.add(tag);
    for (const tag of remove) this.tags.delete(tag);
  }

  /** The customer with what lies behind them. */
  behind(customer: CustomerView): CustomerView {
    return { ...customer, factsOf: (traits) => this.of(customer, traits) };
  }

  /** An event that has come. One that tells of a segment or persona says from now on who is in it. */
  hear({ name, properties, occurredAt }: EventView): void {
    const known = this.events.get(name) ?? [];
    this.events.set(
      name,
      [...known, { occurredAt, properties }].sort((a, b) => a.occurredAt - b.occurredAt),
    );
    const [, kind, change] = /^(segment|persona)\.(entered|left)$/.exec(name) ?? [];
    const key = kind === undefined ? undefined : properties[kind];
    if (kind !== undefined && typeof key === 'string')
      this.groups.set(`${kind}/${key}`, change === 'entered');
  }

  /** A message of a template that has gone out. */
  send(template: string): void {
    this.react(template, 'sent');
  }

  /** What becomes of a message of a template. */
  react(template: string, reaction: Reaction): void {
    const name = reactionName(template, reaction);
    this.reactedAt.set(name, [...(this.reactedAt.get(name) ?? []), this.surroundings.now()]);
  }

  private of(customer: CustomerView, traits: JsonObject): CustomerFacts {
    const { journeyKey, passages, isCompleted, now } = this.surroundings;
    const facts: CustomerFacts = {
      events: (name) => this.events.get(name) ?? [],
      reactions: (template, reaction) => this.reactedAt.get(reactionName(template, reaction)) ?? [],
      journey: (key) => {
        const own = key === journeyKey ? passages() : [];
        return {
          isActive: own.some(({ status }) => status === 'active'),
          isCompleted: own.some((state) => state.status === 'ended' && isCompleted(state)),
          hasConverted: own.some(({ progress }) => (progress.goals?.length ?? 0) > 0),
        };
      },
      hasTag: (tag) => this.tags.has(tag),
      isIn: (kind, key) => {
        const said = this.groups.get(`${kind}/${key}`);
        if (said !== undefined) return said;
        return (
          this.past.belongs?.({ kind, key, customer: { ...customer, traits }, facts, now: now() }) ?? false
        );
      },
    };
    return facts;
  }
}

function reactionName(template: string, reaction: Reaction): string {
  return `${template} ${reaction}`;
}
