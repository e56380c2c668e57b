import { declareJob } from '@parcours/jobs';
import type { JsonObject } from '@parcours/kernel';

import type { EventSetting } from '../event-origin.js';

/** Wakes the worker of a lane; the key is the lane's number. */
export const LANE_JOB = declareJob('lane');

/** The kinds of entries. Their places in the list are stored. */
export const INBOX_KINDS = [
  'event',
  'trigger',
  'outcome',
  'operation',
  'signal',
  'answer',
  'fallback',
] as const;

/**
 * How many journeys in a row may set each other off without a wait or anything from outside, before what follows is put
 * aside. `hops` counts them.
 */
export const MAX_HOPS = 25;

/** Something that happened to a customer. */
export interface EventEntry extends EventSetting {
  readonly kind: 'event';
  readonly customerKey: string;
  /** The id is that of a device: whoever is not known by it yet is anonymous. */
  readonly isAnonymous?: boolean;
  readonly name: string;
  /** Events of one id happen once. */
  readonly messageId: string | undefined;
  /** Milliseconds since the epoch; when it happened, as its sender says. */
  readonly occurredAt: number;
  readonly properties: JsonObject;
  /** Merged into the customer's traits before the event is looked at; null removes a trait. */
  readonly traits: JsonObject | undefined;
  readonly hops?: number;
}

/** Somebody asks through the API that a customer enters a journey, or a step of another journey does. */
export interface TriggerEntry {
  readonly kind: 'trigger';
  readonly customerKey: string;
  readonly journey: string;
  readonly messageId: string | undefined;
  readonly occurredAt: number;
  readonly context: JsonObject;
  readonly traits: JsonObject | undefined;
  /** Key of the journey whose step asks. */
  readonly from?: string;
  readonly hops?: number;
}

/** A message that a step waits for was sent, or given up; or a call to another system has ended. */
export interface OutcomeEntry {
  readonly kind: 'outcome';
  readonly customerKey: string;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly outcome: 'sent' | 'failed';
  /** How the call has ended, in the engine's words; left out for a message. */
  readonly call?: JsonObject;
}

/** What somebody who looks after journeys wants of one enrollment. */
export interface OperationEntry {
  readonly kind: 'operation';
  readonly customerKey: string;
  readonly enrollmentId: number;
  /** The operation that it is part of. */
  readonly operationId: number;
  /** Only while it stands at this visit. */
  readonly visit?: number;
  readonly action: 'exit' | 'move' | 'skip' | 'retry';
  /** Of `move`: where to. */
  readonly step?: string;
  /** Of `exit`: the end reason. */
  readonly endReason?: 'exited-by-operator' | 'paused' | 'unpublished';
  /** In words. */
  readonly reason: string;
  /** The name of who wants it. */
  readonly by: string;
}

/** An event that came while the enrollment's journey was paused, and is brought to it now. */
export interface SignalEntry {
  readonly kind: 'signal';
  readonly customerKey: string;
  readonly enrollmentId: number;
  readonly event: {
    readonly name: string;
    readonly properties: JsonObject;
    readonly occurredAt: number;
  };
}

/** An answer to a survey that is to be acknowledged. Its event lies before it and has moved its journey on. */
export interface AnswerEntry {
  readonly kind: 'answer';
  readonly customerKey: string;
  readonly answerId: number;
  readonly enrollmentId: number;
  /** Key of the journey that has asked. */
  readonly journey: string;
  readonly step: string;
  readonly visit: number;
  readonly survey: string;
  readonly score: number;
  readonly comment?: string;
  readonly occurredAt: number;
}

/** A message failed, or nobody has reacted to it in time: another one is wanted in its place. */
export interface FallbackEntry {
  readonly kind: 'fallback';
  readonly customerKey: string;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  /** Which one of its step it is to be: 2 for the first that takes another's place. */
  readonly leg: number;
  readonly channel: string;
  readonly policy: string;
  readonly template: string;
  readonly touchpoint?: string;
  /** What its step gives the template. */
  readonly given?: JsonObject;
  /** The message before it, and its channel. */
  readonly messageId: string;
  readonly from: string;
  /** The step waits for what becomes of it. */
  readonly isAwaited: boolean;
}

export type InboxEntry =
  EventEntry | TriggerEntry | OutcomeEntry | OperationEntry | SignalEntry | AnswerEntry | FallbackEntry;

/** An entry as it lies in a lane. Its id is its time of arrival and its place in the order. */
export interface InboxRow {
  readonly id: number;
  readonly entry: InboxEntry;
}
