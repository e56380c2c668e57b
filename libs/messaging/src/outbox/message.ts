import type { MessageGift } from '@parcours/engine';
import { declareJob } from '@parcours/jobs';
import type { JsonObject } from '@parcours/kernel';

/** Wakes the delivery of a connector; the key is `<connector id>-<share>`. */
export const DELIVERY_JOB = declareJob('delivery');

/** Looks for messages that are to be followed by one on another channel. */
export const FALLBACK_JOB = declareJob('message-fallback');

/** The one key of that job. */
export const ALL_FALLBACKS = 'all';

/**
 * Deliveries of one connector that go on side by side. Each takes the messages of its share of the lanes, so that a
 * customer's messages stay in one of them and in their order. Rows on disk carry their share.
 */
export const DELIVERY_SHARES = 2;

/** The share that the messages of a lane fall to. */
export function shareOf(lane: number): number {
  return lane % DELIVERY_SHARES;
}

/** Where a message is on its way. The numbers are stored. */
export const MESSAGE_STATUSES = ['queued', 'sending', 'sent', 'failed', 'withdrawn', 'held'] as const;

export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export function statusNumber(status: MessageStatus): number {
  return MESSAGE_STATUSES.indexOf(status);
}

/** What a message is for the law and for policies: something useful, or what the customer needs. Places are stored. */
export const MESSAGE_CATEGORIES = ['marketing', 'transactional'] as const;

export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** What decides when and before which others a message goes out. */
export interface MessageUrgency {
  readonly category: MessageCategory;
  /** From 0 to 100; the higher goes first where messages compete. */
  readonly priority: number;
  /** The key of the brand in whose name it goes out. */
  readonly brand: string | undefined;
  /** From then on it is not worth sending any more. */
  readonly expiresAt: number | undefined;
}

export const DEFAULT_PRIORITY = 50;

/** Why a message was not sent, or not yet. */
export interface MessageFailure {
  /** Stable code, such as `smtp.recipient-rejected` or `templates.variable-missing`. */
  readonly code: string;
  readonly detail: string;
}

/** What a step asked for when it decided on a message. */
export interface AskedMessage {
  readonly touchpoint: string | undefined;
  readonly policy: string;
  /** A channel's name, or `policy` where the policy chooses. */
  readonly channel: string;
}

/** A message that the engine decided to send. */
export interface NewMessage extends MessageUrgency {
  readonly id: number;
  readonly lane: number;
  readonly customerId: number;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly channel: string;
  readonly connectorId: number;
  readonly templateVersionId: number;
  /** The customer's address at the moment of the decision. */
  readonly address: string;
  /** What the step asked for, should it have to be decided again. */
  readonly asked?: AskedMessage;
  /** The step waits for the outcome. */
  readonly reportsOutcome: boolean;
  /** What its step gives the template. */
  readonly given?: MessageGift | undefined;
  readonly createdAt: number;
  /** Not before then; at once where it is left out. */
  readonly sendAt?: number | undefined;
  /** 1 for the message itself; 2 and more for those sent in its place on other channels. */
  readonly leg: number;
  /** What of the decision is kept; see `MessagePlan`. */
  readonly decision?: JsonObject | undefined;
  /** From then on it is followed by one on another channel, unless the customer has reacted. */
  readonly fallbackAt?: number | undefined;
}

/** Where a message waits for its delivery. */
export type Redelivered = Pick<NewMessage, 'connectorId' | 'lane'>;

/** A message reserved for one delivery attempt. */
export interface ClaimedMessage extends MessageUrgency {
  readonly id: number;
  readonly customerId: number;
  readonly enrollmentId: number;
  readonly step: string;
  readonly visit: number;
  readonly templateVersionId: number;
  /** As it was decided; the message goes to the one that the customer has now. */
  readonly address: string | null;
  /** 1 for the first. */
  readonly attempt: number;
  readonly reportsOutcome: boolean;
  readonly given?: MessageGift | undefined;
  readonly queueAt: number;
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly createdAt: number;
  readonly leg: number;
  /** The channel policy of its step. */
  readonly policy: string | null;
  readonly decision?: JsonObject | undefined;
  /** Another one takes its place if it fails. */
  readonly hasFallback: boolean;
}

/** The end of one delivery attempt. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly address: string; readonly providerId: string | undefined }
  | { readonly kind: 'failed'; readonly address: string | undefined; readonly failure: MessageFailure }
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly failure: MessageFailure;
      /** The provider may have taken it all the same. */
      readonly maybeSent: boolean;
    }
  /** An exit rule has ended its passage. */
  | { readonly kind: 'withdrawn' }
  /** It waits for the end of a pause. */
  | { readonly kind: 'held'; readonly pauseId: number }
  /** It was not tried, and waits again. */
  | { readonly kind: 'requeued'; readonly at: number };

export interface FinishedMessage {
  readonly message: ClaimedMessage;
  readonly outcome: DeliveryOutcome;
}
