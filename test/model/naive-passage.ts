import type { JourneyDefinition } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';

/** Something that a customer did. Times are milliseconds since the epoch. */
export interface NaiveEvent {
  readonly name: string;
  readonly properties: JsonObject;
  readonly occurredAt: number;
}

export interface NaiveMessage {
  readonly passage: NaivePassage;
  readonly step: string;
  readonly visit: number;
  readonly template: string;
  state: 'queued' | 'sent' | 'failed' | 'withdrawn';
}

/** One passage of the customer through a journey, with everything that may be compared afterwards. */
export interface NaivePassage {
  readonly journey: string;
  readonly definition: JourneyDefinition;
  /** From 0, in the order in which passages began. */
  readonly number: number;
  readonly entryKey: string;
  readonly enteredAt: number;
  context: JsonObject;
  readonly heldOut: boolean;
  step: string | null;
  visit: number;
  dueAt: number | null;
  waitsForMessage: boolean;
  /** The end of a call to another system. */
  waitsForCall: boolean;
  /** When the wait at hand began. */
  since: number;
  /** Which of several awaited events have come. */
  come: number[];
  /** When what let them in occurred, never later than the entry: goals count from then. */
  triggeredAt: number;
  goals: string[];
  lastMessage: { readonly step: string; readonly visit: number } | null;
  endedAt: number | null;
  endReason: string | null;
  /** `step:code` of everything that was left. */
  readonly trail: string[];
}
