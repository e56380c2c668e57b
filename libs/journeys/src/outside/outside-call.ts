import type { CallEnd, OutsideCall } from '@parcours/engine';
import { declareJob } from '@parcours/jobs';
import type { SendError } from '@parcours/sdk';

/** Wakes the calls to one system; the key is the target. */
export const OUTSIDE_CALL_JOB = declareJob('outside-call');

/** The longest answer of which a part can be kept, in bytes. */
export const LONGEST_ANSWER = 65_536;
/** The longest part that is kept, in characters of JSON: every enrollment carries it from then on. */
export const LONGEST_VALUE = 16_384;

export const ANSWER_TOO_LONG: SendError = {
  class: 'permanent',
  code: 'outside.answer-too-long',
  detail: `An answer can be ${String(LONGEST_ANSWER)} bytes long, and what is kept of it ${String(LONGEST_VALUE)} characters.`,
};

/** Where a call is on its way. The places in the list are stored. */
export const OUTSIDE_CALL_STATUSES = ['queued', 'calling', 'succeeded', 'failed', 'withdrawn'] as const;

export function callStatus(status: (typeof OUTSIDE_CALL_STATUSES)[number]): number {
  return OUTSIDE_CALL_STATUSES.indexOf(status);
}

/** Who is to do what a call asks for. */
export interface CallOwner {
  readonly team: string;
  /** The key of the member. */
  readonly key: string;
}

/** A call that waits to be given to somebody of a team. */
export interface OwnerQuestion {
  readonly team: string;
  /** Those who are there, in the order of their turns; not empty. */
  readonly present: readonly string[];
  /** The member of the input that says who. */
  readonly into: string;
  readonly keep: boolean;
  /** Whose turns they are: each step of each journey goes round by itself. */
  readonly journeyId: number;
}

/** A call that a step asks for. */
export interface NewOutsideCall {
  readonly id: number;
  readonly lane: number;
  readonly customerId: number;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly call: OutsideCall;
  /** Of a team, where somebody of one is to do it. */
  readonly owner?: CallOwner;
  /** Where that is still to be decided, in the transaction that keeps the call. */
  readonly question?: OwnerQuestion;
  /** It is made whether or not its step waits for it. */
  readonly isOrdered: boolean;
  readonly createdAt: number;
}

/** A call reserved for one attempt. */
export interface ClaimedCall {
  /** Stable over attempts: the idempotency key. */
  readonly id: number;
  readonly customerId: number;
  /** What the customer is called outside. */
  readonly customerKey: string;
  /** In which language the customer reads, where that is known. */
  readonly language?: string;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly target: string;
  readonly call: OutsideCall;
  /** 1 for the first. */
  readonly attempt: number;
  /** When its step asked for it, in milliseconds since the epoch. */
  readonly createdAt: number;
  /** Somebody wants it made, whether or not its step waits for it. */
  readonly isOrdered: boolean;
  /** Until when it is ours, in milliseconds since the epoch. */
  readonly until: number;
}

/** What came of one attempt. */
export type CallResult =
  | {
      readonly end: Extract<CallEnd, { succeeded: true }>;
      /** The id under which the other system keeps what was made. */
      readonly recordId?: string;
    }
  /** `status` where the other system has answered. */
  | { readonly error: SendError; readonly status?: number };

/** What an attempt means for its call. */
export type CallOutcome =
  | {
      readonly kind: 'ended';
      readonly end: CallEnd;
      readonly failure: CallFailure | null;
      readonly recordId?: string;
    }
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly failure: CallFailure;
      readonly maybeSent: boolean;
    }
  /** Nobody waits for it any more. */
  | { readonly kind: 'withdrawn' };

export interface CallFailure {
  readonly code: string;
  readonly detail: string;
  readonly status?: number;
}

export interface FinishedCall {
  readonly call: ClaimedCall;
  readonly outcome: CallOutcome;
}
