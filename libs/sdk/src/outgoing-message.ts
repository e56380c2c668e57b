/** An email that is ready to leave: rendered, addressed to nobody in particular. */
export interface EmailContent {
  /** One line of text, without line breaks. */
  readonly subject: string;
  /** A whole HTML document, or a fragment of one. */
  readonly html: string;
  /** The plain text alternative; a connector derives it from the HTML when it is absent. */
  readonly text?: string;
}

/** What a message carries. Further channels add their own content in later versions of the SDK. */
export type MessageContent = EmailContent;

/** One message on its way to one person. */
export interface OutgoingMessage {
  /** Stable over retries: hand it to a provider that takes an idempotency key. */
  readonly id: string;
  /** Messages of one customer leave in the order in which they stand in the batch. */
  readonly customerId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Where it goes, in the channel's own form: an email address for `email`. */
  readonly to: string;
  readonly content: MessageContent;
  /** Additional headers, for channels that have them, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What a failure means for the message:
 * `temporary`: the same message may succeed later. `throttled`: the provider asks for a slower pace;
 * with `retryAfterMs` it is left alone for so long by all workers.
 * `permanent`: this message will never be accepted. `rejected-recipient`: nothing will ever be accepted for this
 * address. `misconfigured`: the connector's configuration is wrong; messages wait until a person has put it right.
 */
export type SendErrorClass = 'temporary' | 'permanent' | 'throttled' | 'rejected-recipient' | 'misconfigured';

/** Every class of failure, for checks. */
export const SEND_ERROR_CLASSES: readonly SendErrorClass[] = [
  'temporary',
  'permanent',
  'throttled',
  'rejected-recipient',
  'misconfigured',
];

/** Why a message could not be handed over. */
export interface SendError {
  readonly class: SendErrorClass;
  /** Stable, `area.kebab-name`, such as `smtp.connection-failed`. */
  readonly code: string;
  /** For a person who looks into it. No secrets; no more personal data than the provider's own words. */
  readonly detail: string;
  /** The earliest sensible next try, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** True where the provider may have accepted the message all the same, so that a retry may arrive twice. */
  readonly maybeSent?: boolean;
  /** True where the provider as a whole cannot be reached; enough of these open the host's circuit breaker. */
  readonly outage?: boolean;
}

/** What became of one message. `sent` means that the provider has taken responsibility for it. */
export type SendResult =
  | { readonly status: 'sent'; readonly providerId?: string }
  | { readonly status: 'failed'; readonly error: SendError };
