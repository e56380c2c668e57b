import type { ConditionScope, CustomerFacts } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';

import type { MessageCategory } from '../outbox/message.js';
import type { Displaced } from './arbitration.rules.js';
import type { PolicyChannel } from './channel-policy.js';
import type { CompiledPolicy, CompiledRules, PolicyBook } from './compiled-policy.js';
import type { Contact, Slot } from './contact.js';
import type { PlanRefusal, Reachable } from './message-plan.rules.js';

/** What a decision goes by beside the content and the customer. */
export interface PlanMoment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The workspace's zone, for customers of whom none is known. */
  readonly timezone: string;
  /** Messages that reached the customer lately, and those that wait. */
  readonly contacts: readonly Contact[];
  /** Takes down what was looked at, in order. */
  readonly trace?: PolicyCheck[] | undefined;
}

/** One thing that was looked at. */
export interface PolicyCheck {
  readonly check:
    | 'template'
    | 'policy'
    | 'channel'
    | 'connector'
    | 'address'
    | 'consent'
    | 'category'
    | 'condition'
    | 'suppression'
    | 'hours'
    | 'time-to-live'
    | 'cap'
    | 'arbitration';
  readonly policy: string;
  /** The one that was looked at; `undefined` where it is about every one. */
  readonly channel: string | undefined;
  readonly outcome: 'passed' | 'held' | 'refused';
  /** Why, where it was not just passed. */
  readonly code: PlanRefusal | undefined;
  readonly detail: JsonObject;
}

export type PolicyRefusal =
  | 'category-not-allowed'
  | 'condition-not-met'
  | 'suppressed-by-event'
  | 'quiet-hours'
  | 'outside-send-windows'
  | 'expires-first'
  | 'cap-reached'
  | 'outranked';

/** A policy that applies to a message of a step, with what it says to the customer. */
export interface AppliedPolicy {
  readonly policy: CompiledPolicy;
  readonly rules: CompiledRules;
  /** The segment for which it says something else than to others. */
  readonly segment: string | undefined;
}

export interface PassedVerdict {
  readonly passes: true;
  readonly slot: Slot;
  /** Why it does not go out at once. */
  readonly held: { readonly code: PolicyRefusal; readonly detail: JsonObject } | undefined;
  /** Messages that have to make room for it. */
  readonly displaced: readonly Displaced[];
}

export interface RefusedVerdict {
  readonly passes: false;
  readonly code: PolicyRefusal;
  readonly detail: JsonObject;
}

export type PolicyVerdict = PassedVerdict | RefusedVerdict;

/** What is decided on: a message of a step, on one of the channels. */
export interface Candidate {
  readonly option: PolicyChannel;
  readonly category: MessageCategory;
  readonly brand: string | undefined;
  readonly customer: Reachable;
  readonly moment: PlanMoment;
  readonly book: PolicyBook;
}

const NO_CONTEXT: JsonObject = {};

/** One message on one channel before its policies: what they ask of the customer is found out once. */
export class PolicyQuestion implements Candidate {
  readonly option: PolicyChannel;
  readonly channel: string;
  readonly category: MessageCategory;
  readonly brand: string | undefined;
  readonly customer: Reachable;
  readonly moment: PlanMoment;
  readonly book: PolicyBook;
  private knownScope: ConditionScope | undefined;

  constructor({ option, category, brand, customer, moment, book }: Candidate) {
    this.option = option;
    this.channel = option.channel;
    this.category = category;
    this.brand = brand;
    this.customer = customer;
    this.moment = moment;
    this.book = book;
  }

  get scope(): ConditionScope {
    if (!this.knownScope) {
      const { traits, consent, factsOf } = this.customer;
      this.knownScope = {
        traits,
        consent,
        context: NO_CONTEXT,
        facts: factsOf?.(traits),
        now: this.moment.now,
      };
    }
    return this.knownScope;
  }

  get facts(): CustomerFacts | undefined {
    return this.scope.facts;
  }

  /** Somebody wants to know what was looked at. */
  get isTraced(): boolean {
    return this.moment.trace !== undefined;
  }

  pass(check: PolicyCheck['check'], policy: string, detail: JsonObject = {}): void {
    const { channel } = this;
    this.moment.trace?.push({ check, policy, channel, outcome: 'passed', code: undefined, detail });
  }

  hold(check: PolicyCheck['check'], policy: string, code: PolicyRefusal, detail: JsonObject): void {
    this.moment.trace?.push({ check, policy, channel: this.channel, outcome: 'held', code, detail });
  }

  refuse(
    check: PolicyCheck['check'],
    policy: string,
    { code, detail }: { code: PolicyRefusal; detail: JsonObject },
  ): RefusedVerdict {
    this.moment.trace?.push({ check, policy, channel: this.channel, outcome: 'refused', code, detail });
    return { passes: false, code, detail: { policy, ...detail } };
  }
}
