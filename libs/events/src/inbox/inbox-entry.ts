import { declareJob } from '@parcours/jobs';
import type { JsonObject } from '@parcours/kernel';

/** Wakes the worker of a lane; the key is the lane's number. */
export const LANE_JOB = declareJob('lane');

/** The kinds of entries. Their places in the list are stored. */
export const INBOX_KINDS = ['event', 'trigger', 'outcome'] as const;

/** Something that happened to a customer. */
export interface EventEntry {
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
}

/** Somebody asks through the API that a customer enters a journey. */
export interface TriggerEntry {
  readonly kind: 'trigger';
  readonly customerKey: string;
  readonly journey: string;
  readonly messageId: string | undefined;
  readonly occurredAt: number;
  readonly context: JsonObject;
  readonly traits: JsonObject | undefined;
}

/** A message that a step waits for was sent, or given up. */
export interface OutcomeEntry {
  readonly kind: 'outcome';
  readonly customerKey: string;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly outcome: 'sent' | 'failed';
}

export type InboxEntry = EventEntry | TriggerEntry | OutcomeEntry;

/** An entry as it lies in a lane. Its id is its time of arrival and its place in the order. */
export interface InboxRow {
  readonly id: number;
  readonly entry: InboxEntry;
}
