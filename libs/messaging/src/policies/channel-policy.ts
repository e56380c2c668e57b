import type { Weekday } from '@parcours/engine';
import type { JsonObject, LocalisedText } from '@parcours/kernel';

import type { FallbackReaction } from '../fallbacks/fallback.rules.js';
import type { MessageCategory } from '../outbox/message.js';

/** A channel that a policy allows, and the connector that serves it. */
export interface PolicyChannel {
  readonly channel: string;
  readonly connector: string;
  /** Messages of other categories do not take it. */
  readonly categories?: readonly MessageCategory[];
  /** For how long a message is worth sending on it. */
  readonly timeToLive?: string;
}

/** At most so many messages to a customer in any stretch of time of a length. */
export interface Cap {
  readonly max: number;
  readonly per: string;
  /** Counts and limits this channel alone. */
  readonly channel?: string;
  /** Default `marketing`. */
  readonly category?: MessageCategory | 'any';
}

/** A part of the day in which nothing, or in which alone something, is sent. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  /** Days on which it begins; every day when left out. */
  readonly weekdays?: readonly Weekday[];
  /** An IANA name, or `customer`, which is the default. */
  readonly timezone?: string;
  /** Default `hold`. */
  readonly then?: 'hold' | 'skip';
  /** Default marketing alone. */
  readonly categories?: readonly MessageCategory[];
}

/** Nothing is sent for a while after an event. */
export interface EventSuppression {
  readonly event: string;
  readonly for: string;
  /** The event that ends it early. */
  readonly until?: string;
  /** Only where this holds of the customer. */
  readonly condition?: JsonObject;
  /** Default marketing alone. */
  readonly categories?: readonly MessageCategory[];
}

/** What becomes of messages to one customer that would go out close to each other. */
export interface Arbitration {
  readonly window: string;
  /** Default `hold`: it goes out a window after the one that it has lost to. */
  readonly loser?: 'hold' | 'drop';
  /** How long a message waits for better ones. */
  readonly collect?: string;
}

/** The channel on which a message is sent again when the customer has not reacted to it. */
export interface Fallback {
  readonly channel: string;
  readonly after: string;
  /** Default `opened`. */
  readonly unless?: FallbackReaction;
}

/** Where customers are looked after better than by a message alone. */
export interface PolicyCare {
  /** The first that holds goes with the message. */
  readonly selfService?: readonly {
    readonly when?: JsonObject;
    readonly title: LocalisedText;
    readonly url: string;
  }[];
  /** A critical request is handed to somebody in place of the message. */
  readonly person?: {
    readonly when: JsonObject;
    readonly connector: string;
    readonly action: string;
    readonly input?: JsonObject;
  };
}

/** What a policy says, and what an override may say in its place. */
export interface PolicyRules {
  readonly channels?: readonly PolicyChannel[];
  /** Messages of other categories are not sent. */
  readonly categories?: readonly MessageCategory[];
  readonly priority?: number;
  readonly timeToLive?: string;
  /** What messages are about whose template names no topic. */
  readonly topic?: string;
  readonly caps?: readonly Cap[];
  readonly quietHours?: readonly Hours[];
  readonly sendWindows?: readonly Hours[];
  readonly suppress?: readonly EventSuppression[];
  readonly condition?: JsonObject;
  readonly arbitration?: Arbitration;
  /** One after the other; a message that fails is followed by the next at once. */
  readonly fallback?: readonly Fallback[];
  readonly care?: PolicyCare;
}

export interface PolicyOverride extends PolicyRules {
  readonly segment: string;
}

/** The messages that a policy of the house is about: all that match every member that is there. */
export interface PolicyReach {
  readonly channels?: readonly string[];
  readonly categories?: readonly MessageCategory[];
  readonly brands?: readonly string[];
}

export interface ChannelPolicyDocument extends PolicyRules {
  /** `house`: it applies to the messages of every step, beside the step's own policy. Default `step`. */
  readonly scope?: 'step' | 'house';
  /** For policies of the house; every message when left out. */
  readonly appliesTo?: PolicyReach;
  /** The first whose segment the customer is in replaces the members that it has. */
  readonly overrides?: readonly PolicyOverride[];
}
