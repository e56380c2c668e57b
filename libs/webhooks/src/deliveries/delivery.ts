export const DELIVERY_STATUSES = ['waiting', 'sending', 'delivered', 'dead'] as const;

/** `dead`: given up; a replay brings it back. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryFailure {
  readonly code: string;
  readonly detail: string;
}

/** One try to deliver, as it is logged. */
export interface LoggedAttempt {
  readonly at: number;
  readonly durationMs: number;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly failure: DeliveryFailure | null;
}

/** A delivery that this process alone may attempt, until a time. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly eventId: number;
  readonly eventType: string;
  /** Which try this is, from 1, since it was queued or replayed. */
  readonly attempt: number;
  readonly giveUpAt: number;
  readonly log: readonly LoggedAttempt[];
  /** When the claim ends. */
  readonly until: number;
}

/** How an attempt went. */
export interface AttemptResult extends LoggedAttempt {
  readonly body: string | null;
  /** What the receiver asked for. */
  readonly retryAfterMs: number | undefined;
}

export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly at: number }
  | { readonly kind: 'dead' };

export const DAY_MS = 24 * 3_600_000;

/** How long a delivery is tried before it is given up. */
export const TRY_FOR_MS = DAY_MS;

/** How long events and deliveries are kept. */
export const KEEP_FOR_MS = 30 * DAY_MS;
