import type { JsonObject } from '@parcours/kernel';

import type { CallContext } from './plugin-host-context.js';

/** What a provider calls the installation with: a receipt, an event, an incoming text, or a challenge. */
export interface CallbackRequest {
  readonly method: 'GET' | 'POST';
  /** The whole address as the provider has it, with its query: some signatures cover it. */
  readonly url: string;
  /** By name in lower case; several of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The last value of each parameter. */
  readonly query: Readonly<Record<string, string>>;
  /** As it came over the wire, unpacked: what a signature covers. Empty for a GET. */
  readonly rawBody: Uint8Array;
}

/** Which message a provider speaks of: by our id, which `sendBatch` was given, or by the one that it answered. */
export interface CallbackSubject {
  /** `id` of the outgoing message. */
  readonly messageId?: string;
  /** `providerId` of its result. */
  readonly providerId?: string;
  /** The provider's own id of this very receipt or text: one of a name counts once. */
  readonly id?: string;
  /** When it happened, in milliseconds since the Unix epoch; now where it is left out. */
  readonly at?: number;
}

/** What became of a message. */
export interface MessageReaction extends CallbackSubject {
  readonly kind: 'delivered' | 'opened' | 'clicked' | 'bounced' | 'complained' | 'unsubscribed';
  /** Whom it went to: lets a hard bounce or a complaint count where the message is not known any more. */
  readonly address?: string;
  /**
   * Of a bounce: `hard` where the address will never take anything, `soft` (default) where it did not take this message,
   * `policy` where the sender is refused, whoever the recipient is.
   */
  readonly bounce?: 'hard' | 'soft' | 'policy';
  /** The provider's code, such as `5.1.1`, and its words. No secrets. */
  readonly code?: string;
  readonly detail?: string;
  /** Of a click: where the link leads. */
  readonly link?: string;
  /** True where the provider says that a machine did it. */
  readonly isAutomated?: boolean;
}

/** What somebody has written back, or first. */
export interface InboundReply extends CallbackSubject {
  /** Their address on the channel: a number in E.164 for `sms`, an email address for `email`. */
  readonly from: string;
  readonly text: string;
  readonly subject?: string;
  /** True for an out-of-office note and the like. */
  readonly isAutomated?: boolean;
}

/** Which customer another system speaks of. */
export type CustomerReference =
  | { readonly customerId: string }
  | { readonly email: string }
  | { readonly phone: string }
  /** A person of the CRM behind the same connector. */
  | { readonly personId: string };

/** Something that happened to a customer in another system: it becomes an event, and may start or continue journeys. */
export interface SourceEvent {
  /** The other system's id of what happened: one of an id counts once. */
  readonly id: string;
  /** Such as `ticket.resolved`. */
  readonly name: string;
  readonly customer: CustomerReference;
  /** When it happened, in milliseconds since the Unix epoch; now where it is left out. */
  readonly at?: number;
  readonly properties?: JsonObject;
  /** What is known of the customer by it. */
  readonly traits?: JsonObject;
  /**
   * True where the connector tells what its own actions have made as done by `completions`. A step that waits for the end
   * of its action then hears of it there, with its outcome, and never takes this event for it; everything else does.
   */
  readonly hasCompletion?: boolean;
}

/** What became of a task, ticket or lead that an action has made: it continues the journey that waits for it. */
export interface ActionCompletion {
  /** `id` of the action's request. */
  readonly actionId?: string;
  /** Or the id under which the other system keeps it: `recordId` of the action's output. */
  readonly recordId?: string;
  /** What came of it, such as `reached` or `lost`. */
  readonly outcome: string;
  /** What the person has noted: it comes to the timeline of the customer. */
  readonly note?: string;
  /** Who has done it. */
  readonly by?: string;
  /** When, in milliseconds since the Unix epoch; now where it is left out. */
  readonly at?: number;
  readonly properties?: JsonObject;
  /** What is known of the customer by it. */
  readonly traits?: JsonObject;
}

/** What a callback came to. */
export type CallbackResult =
  | {
      readonly status: 'accepted';
      readonly reactions?: readonly MessageReaction[];
      readonly replies?: readonly InboundReply[];
      readonly events?: readonly SourceEvent[];
      readonly completions?: readonly ActionCompletion[];
      /** The provider's id of this delivery: a second one of the same id is answered and otherwise passed over. */
      readonly id?: string;
      /** When the provider has signed it, in milliseconds: the host refuses what is older than five minutes. */
      readonly signedAt?: number;
      /** What the provider wants to read; nothing where it is left out. */
      readonly respond?: { readonly contentType: string; readonly body: string };
    }
  /** It is not the provider's: answered with 401. */
  | { readonly status: 'bad-signature' }
  /** It is nothing that can be read: answered with 400. */
  | { readonly status: 'malformed'; readonly detail?: string }
  /**
   * What it means cannot be found out now, such as whom a ticket is about while its provider is down: answered with 503,
   * so that it is sent again.
   */
  | { readonly status: 'unavailable'; readonly detail?: string };

/** Reads what a provider sends to `/hooks/<connector>`. */
export interface ConnectorCallbacks {
  /**
   * Verifies that the provider sent it, in constant time, and says what it means. It only reads: what it answers is
   * made durable by the host before the provider gets its answer, which sends it again otherwise. An exception counts
   * as `malformed`; an `HttpFailure`, where it has to ask for a key and gets no answer, as `unavailable`.
   * @example
   * parse: ({ headers, rawBody }) =>
   *   isSignedBy(secret, headers['x-signature'], rawBody)
   *     ? { status: 'accepted', reactions: [{ kind: 'delivered', providerId: JSON.parse(rawBody.toString()).id }] }
   *     : { status: 'bad-signature' }
   */
  parse(request: CallbackRequest, call: CallContext): Promise<CallbackResult> | CallbackResult;
}

/**
 * Takes what a provider tells over a connection that the connector holds. Resolves when it is durable: answer the provider
 * only then. Rejects where it could not be kept: let the provider send it again. `respond` is left unread.
 */
export type Deliver = (told: Extract<CallbackResult, { status: 'accepted' }>) => Promise<void>;
