import type { MessageGift } from '@parcours/engine';
import { declareJob } from '@parcours/jobs';
import type { JsonObject } from '@parcours/kernel';

/** Wakes the delivery of a connector; the key is `<connector id>-<share>`. */
export const DELIVERY_JOB = declareJob('delivery');

/** The same for transactional messages: turns of their own, which no backlog of others takes up. */
export const URGENT_DELIVERY_JOB = declareJob('urgent-delivery');

/** Looks for messages that are to be followed by one on another channel. */
export const FALLBACK_JOB = declareJob('message-fallback');

/** The one key of that job. */
export const ALL_FALLBACKS = 'all';

/** Deliveries of one connector and category that go on side by side, so that each customer's messages keep their order. */
const LANE_SHARES = 2;

/** Where a message is on its way. The numbers are stored. */
export const MESSAGE_STATUSES = ['queued', 'sending', 'sent', 'failed', 'withdrawn', 'held'] as const;

export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export function statusNumber(status: MessageStatus): number {
  return MESSAGE_STATUSES.indexOf(status);
}

/** What a message is for the law and for policies: something useful, or what the customer needs. Places are stored. */
export const MESSAGE_CATEGORIES = ['marketing', 'transactional'] as const;

export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number];

/** Every share of a connector's messages; rows on disk carry theirs. */
export const DELIVERY_SHARES = LANE_SHARES * MESSAGE_CATEGORIES.length;

/** The share that a message falls to: by its lane, and apart from those of other categories. */
export function shareOf({ lane, category }: { lane: number; category: MessageCategory }): number {
  return MESSAGE_CATEGORIES.indexOf(category) * LANE_SHARES + (lane % LANE_SHARES);
}

/** Whose messages a share holds. */
export function categoryOfShare(share: number): MessageCategory {
  return MESSAGE_CATEGORIES[Math.floor(share / LANE_SHARES)] ?? 'marketing';
}

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

/** The leg of what acknowledges the answer to a step's question: it is no part of the way of the step, and outlives it. */
export const ACKNOWLEDGEMENT_LEG = 1_000;

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
export interface Redelivered {
  readonly connectorId: number;
  readonly share: number;
}

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
  | {
      readonly kind: 'failed';
      readonly address: string | undefined;
      readonly failure: MessageFailure;
      /** Nothing is ever accepted for the address: it gets nothing more. */
      readonly refusesAddress?: true;
    }
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly failure: MessageFailure;
      /** The provider may have taken it all the same. */
      readonly maybeSent: boolean;
      /** False where the attempt says nothing of the message: its provider was out of reach. */
      readonly counts?: boolean;
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
