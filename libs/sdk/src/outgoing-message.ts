/** An email that is ready to leave: rendered, addressed to nobody in particular. */
export interface EmailContent {
  /** One line of text, without line breaks. */
  readonly subject: string;
  /** A whole HTML document, or a fragment of one. */
  readonly html: string;
  /** The plain text alternative; a connector derives it from the HTML when it is absent. */
  readonly text?: string;
}

/** A text message. */
export interface SmsContent {
  readonly text: string;
  /** In which alphabet it fits (3GPP TS 23.038). */
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** How many parts it takes; 1 or more. */
  readonly segments: number;
}

/** A notification, on a phone or in a browser. */
export interface PushContent {
  /** One line. */
  readonly title?: string;
  readonly body: string;
  /** What a tap opens: an address of the web, or of an app. */
  readonly url?: string;
  /** The address of a picture. */
  readonly image?: string;
}

/** What is said in a messenger. */
export interface ChatContent {
  readonly text: string;
}

/** The body of a request to a system of the customer's own choice. */
export interface WebhookContent {
  /** Such as `application/json`; a body of that type is JSON. */
  readonly contentType: string;
  readonly body: string;
}

/** A letter: a whole HTML document that prints as it is meant to look. */
export interface LetterContent {
  /** One line, for whoever sorts the post. */
  readonly subject?: string;
  readonly html: string;
  readonly pageSize: 'A4' | 'Letter';
}

/** What a message carries, by channel. */
export interface ChannelContents {
  readonly email: EmailContent;
  readonly sms: SmsContent;
  readonly push: PushContent;
  readonly 'web-push': PushContent;
  readonly chat: ChatContent;
  readonly webhook: WebhookContent;
  readonly letter: LetterContent;
}

/** A channel that messages are written for. */
export type ChannelName = keyof ChannelContents;

/** What a message carries on one of the channels. */
export type MessageContent = ChannelContents[ChannelName];

/** In whose name a message goes out, by channel: the sender of its brand. */
export interface ChannelSenders {
  readonly email: { readonly name?: string; readonly address: string; readonly replyTo?: string };
  /** A number in E.164, a short code, or letters where the network takes them. */
  readonly sms: { readonly id: string };
  /** Which of your apps it belongs to. */
  readonly push: { readonly app: string };
  readonly 'web-push': { readonly app: string };
  readonly chat: { readonly name: string };
  readonly webhook: { readonly name: string };
  /** The name and the lines of the address that stand on the envelope. */
  readonly letter: { readonly name: string; readonly address: string };
}

/**
 * One message on its way to one person. The channel of the connector decides what it carries: a connector for text
 * messages takes `OutgoingMessage<'sms'>`.
 */
export interface OutgoingMessage<C extends ChannelName = ChannelName> {
  /** Stable over retries: hand it to a provider that takes an idempotency key. */
  readonly id: string;
  /** Messages of one customer leave in the order in which they stand in the batch. */
  readonly customerId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * Where it goes, in the channel's own form: an email address for `email`, a number in E.164 for `sms`, the token of a
   * device for `push`, the subscription of a browser as JSON for `web-push`, the id in the messenger for `chat`, your id
   * of the customer for `webhook`, the lines of a postal address for `letter`.
   */
  readonly to: string;
  /** In whose name; where it is left out, in that of the connector's configuration. */
  readonly from?: ChannelSenders[C];
  readonly content: ChannelContents[C];
  /** Additional headers, for channels that have them, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What a failure means for the message:
 * `temporary`: the same message may succeed later. `throttled`: the provider asks for a slower pace;
 * with `retryAfterMs` it is left alone for so long by all workers.
 * `permanent`: this message will never be accepted. `rejected-recipient`: nothing will ever be accepted for this
 * address, which goes on the list of suppressions; what a person or the customer can put right is `permanent`.
 * `misconfigured`: the connector's configuration is wrong; messages wait until a person has put it right.
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
