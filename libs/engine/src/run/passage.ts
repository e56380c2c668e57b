import type { JsonObject, JsonValue, LocalisedText } from '@parcours/kernel';
import type { ConsentDecision } from './consent.js';
import type { CustomerView, EnrollmentState, EventView } from './state.js';

/** A message that a step wants to send. */
export interface MessageRequest {
  readonly step: string;
  readonly visit: number;
  readonly template: string;
  readonly policy: string;
  /** A channel's name, or `policy` where the policy chooses. */
  readonly channel: string;
  readonly touchpoint?: string;
}

/** What the channel policy says to a message. */
export type MessageDecision =
  | {
      readonly send: true;
      readonly channel: string;
      readonly detail?: JsonObject;
      /** Why it does not go out at once (`reason`), and until when it waits (`until`, RFC 3339). */
      readonly held?: JsonObject;
      /** When it is to go out, where that is later. Milliseconds since the epoch. */
      readonly sendAt?: number;
    }
  | {
      readonly send: false;
      readonly code: string;
      readonly detail?: JsonObject;
      /** What a person is asked to do in place of the message. */
      readonly escalation?: {
        readonly connector: string;
        readonly action: string;
        readonly input?: JsonObject;
      };
    };

/** A call to another system, with every value read: the same for each attempt. `timeoutMs` is the time of one attempt. */
export type OutsideCall =
  | {
      readonly kind: 'http';
      readonly method: HttpMethod;
      readonly url: string;
      /** A secret is named, and read when the call is made. */
      readonly headers: Readonly<Record<string, HeaderValue>>;
      readonly body?: JsonValue;
      /** What of the answer is wanted; see `savedValue`. */
      readonly save?: string;
      readonly timeoutMs: number;
    }
  /** An action that a configured connector offers. */
  | {
      readonly kind: 'action';
      readonly connector: string;
      readonly action: string;
      readonly input: JsonObject;
      readonly save?: string;
      /** The event that says that it is done, once it is. */
      readonly awaits?: string;
      /** Traits for the person who takes over, by their paths. */
      readonly traits?: JsonObject;
      readonly owner?: OwnerWish;
      readonly timeoutMs: number;
    }
  /** A step of a plugin; the customer, the event and the context as they are when it is entered. */
  | {
      readonly kind: 'step';
      /** `plugin.name`. */
      readonly type: string;
      readonly config: JsonObject;
      readonly traits: JsonObject;
      readonly event?: EventView;
      readonly context: JsonObject;
      readonly save?: string;
      readonly timeoutMs: number;
    };

/** Somebody of a team is to do it; `into` is the member of the input that says who. */
export interface OwnerWish {
  readonly team: string;
  readonly into: string;
  /** Whom the customer had of this team, where that can be. */
  readonly keep: boolean;
}

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type HttpMethod = (typeof HTTP_METHODS)[number];

/** The value of a header: a text, or the name of a secret. */
export type HeaderValue = string | { readonly secret: string };

/** How a call to another system has ended. */
export type CallEnd =
  | {
      readonly succeeded: true;
      /** The status of an HTTP answer. */
      readonly status?: number;
      /** What the step asked to be saved. */
      readonly value?: JsonValue;
      /** The way that a plugin has decided on. */
      readonly way?: string;
    }
  | { readonly succeeded: false; readonly code: string; readonly status?: number };

/** What a step gives the template of its message. */
export type MessageGift =
  | {
      readonly choices: readonly {
        readonly key: string;
        readonly label: LocalisedText;
        readonly keyword?: string;
      }[];
    }
  | { readonly survey: string }
  | { readonly offer: string }
  /** Of what acknowledges an answer. */
  | {
      readonly answer: { readonly survey: string; readonly score: number; readonly comment?: string };
    };

/** The offer that a message makes, if it makes one. */
export function givenOffer(given: MessageGift | undefined): string | undefined {
  return given && 'offer' in given ? given.offer : undefined;
}

/** What the shell has to do, in the transaction that stores the state. */
export type Effect =
  | {
      readonly type: 'message';
      readonly request: MessageRequest;
      readonly decision: Extract<MessageDecision, { send: true }>;
      /** What the step gives the template beside what every template reads. */
      readonly given?: MessageGift;
    }
  | { readonly type: 'traits'; readonly set: JsonObject; readonly unset: readonly string[] }
  /** Tags of the customer, and what they let be sent from now on. */
  | {
      readonly type: 'profile';
      readonly tags: { readonly add: readonly string[]; readonly remove: readonly string[] };
      readonly consents: readonly ConsentDecision[];
    }
  /** An event of the customer that a step raises. */
  | {
      readonly type: 'event';
      readonly step: string;
      readonly visit: number;
      readonly event: string;
      readonly properties: JsonObject;
    }
  /** Another system is to be called; the end of the call comes back as a `call` signal. */
  | {
      readonly type: 'call';
      readonly step: string;
      readonly visit: number;
      readonly call: OutsideCall;
      /** Its step goes on without its end, which nobody waits for. */
      readonly isDetached?: boolean;
    }
  /** The customer is to enter another journey, or to leave it. */
  | {
      readonly type: 'enter' | 'leave';
      readonly step: string;
      readonly visit: number;
      readonly journey: string;
    }
  /** A goal is reached. `credit` is the last message before it. */
  | {
      readonly type: 'goal';
      readonly goal: string;
      readonly value: number | null;
      /** When its event occurred, in milliseconds since the epoch. */
      readonly at: number;
      readonly credit: { readonly step: string; readonly visit: number } | null;
    }
  /** A step has tried something with the customer, or what it has tried did what it was tried for. */
  | {
      readonly type: 'trial';
      readonly step: string;
      readonly arm: string;
      readonly outcome: 'shown' | 'succeeded';
    }
  /** The enrollment ends early: messages of the enrollment that no provider has yet are withdrawn. */
  | { readonly type: 'withdraw' };

/**
 * Why an enrollment left a step, and how: exactly one for each visit, written when the step is left. An exit rule's
 * record carries the step and visit at which the enrollment stood.
 */
export interface StepRecord {
  readonly visit: number;
  readonly step: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What happened: see the `explain` table of the step type. */
  readonly code: string;
  /** What decided; `next` where it went on to a step. */
  readonly detail: JsonObject | undefined;
}

/** What came of a start or a signal. */
export interface Passage {
  readonly state: EnrollmentState;
  readonly records: readonly StepRecord[];
  readonly effects: readonly Effect[];
  /** The customer with the traits that update steps changed. */
  readonly customer: CustomerView;
}

/** What sets a journey off. */
export type Trigger =
  | { readonly type: 'event'; readonly event: EventView }
  | { readonly type: 'api'; readonly context: JsonObject }
  /** A step of another journey; it needs no trigger of its own. */
  | { readonly type: 'journey'; readonly journey: string; readonly context: JsonObject };

/** What happens to a waiting enrollment. */
export type Signal =
  | { readonly type: 'due' }
  | { readonly type: 'event'; readonly event: EventView }
  | {
      readonly type: 'message';
      readonly step: string;
      readonly visit: number;
      readonly outcome: 'sent' | 'failed';
    }
  | { readonly type: 'call'; readonly step: string; readonly visit: number; readonly end: CallEnd };
