import type { JsonObject } from '@parcours/kernel';

/** An event of a customer that has happened before. `occurredAt` is in milliseconds since the epoch. */
export interface PastEvent {
  readonly occurredAt: number;
  readonly properties: JsonObject;
}

/** How a customer stands to a journey. */
export interface JourneyStanding {
  /** Under way in it at this moment. */
  readonly isActive: boolean;
  /** Has come to one of its ends at least once; an exit rule is none. */
  readonly isCompleted: boolean;
  /** Has reached one of its goals at least once, on the way or after the end. */
  readonly hasConverted: boolean;
}

/** Kinds of groups of customers that a condition can name. */
export type GroupKind = 'segment' | 'persona';

/** What became of a message. */
export const REACTIONS = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'bounced',
  'replied',
  'skipped',
  'failed',
] as const;

export type Reaction = (typeof REACTIONS)[number];

/**
 * What is known of a customer beside traits: what they did, and where they stand. Whoever asks a condition gathers what
 * its `reads` mention beforehand; a condition does no I/O.
 */
export interface CustomerFacts {
  /** Past events of a name, the earliest first. */
  events(name: string): readonly PastEvent[];
  /** When messages of a template met with a reaction, in milliseconds since the epoch. */
  reactions(template: string, reaction: Reaction): readonly number[];
  journey(key: string): JourneyStanding;
  isIn(kind: GroupKind, key: string): boolean;
  hasTag(tag: string): boolean;
}
