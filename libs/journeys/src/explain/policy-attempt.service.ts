import { Injectable } from '@nestjs/common';
import { type Customer, newCustomer } from '@parcours/audience';
import { DraftService } from '@parcours/content';
import { Clock, formatInstant, type JsonObject, type Language, parseInstant } from '@parcours/kernel';
import {
  CHANNEL_POLICY_TYPE,
  describeCheck,
  describeRefusal,
  type MessageCategory,
  type PlanDecision,
  planMessage,
  type PolicyCheck,
} from '@parcours/messaging';

import { RunningJourneys } from '../templates/running-journeys.service.js';
import { ExplainedCustomers, SuppressionLookups } from './journey-explain.service.js';
import { comparedAddress } from './message-outlook.rules.js';

/** A message that is tried: to a customer, or to somebody with these traits. */
export interface AttemptOrder {
  readonly customer?: string;
  readonly traits?: JsonObject;
  readonly template: string;
  /** For a template that names none. */
  readonly category?: MessageCategory;
  readonly channel?: string;
  /** RFC 3339; now when left out. */
  readonly at?: string;
}

/** A check in words. */
export type ToldCheck = PolicyCheck & { readonly words: string };

/** What would become of the message. */
export interface PolicyAttempt {
  readonly at: number;
  readonly outcome: 'send' | 'hold' | 'skip';
  readonly decision: PlanDecision;
  /** Why, where it does not go out at once. */
  readonly code: string | undefined;
  readonly words: string | undefined;
  readonly checks: readonly ToldCheck[];
}

/** Says what a channel policy would make of a message, with the rules that lanes go by. Nothing is written. */
@Injectable()
export class PolicyAttempts {
  constructor(
    private readonly drafts: DraftService,
    private readonly journeys: RunningJourneys,
    private readonly customers: ExplainedCustomers,
    private readonly suppressions: SuppressionLookups,
    private readonly clock: Clock,
  ) {}

  /** @throws content.not-found, audience.customer-not-found */
  async attempt(policy: string, order: AttemptOrder, language: Language): Promise<PolicyAttempt> {
    await this.drafts.require({ type: CHANNEL_POLICY_TYPE.name, key: policy });
    const now = order.at === undefined ? this.clock.now() : (parseInstant(order.at) ?? this.clock.now());
    const open = await this.journeys.open();
    const customer = await this.customerOf(order, now);
    const view = await this.customers.view(customer, { journeys: [], open, now });
    const contacts = await this.customers.contactsOf(customer, open.content, now);
    const trace: PolicyCheck[] = [];
    const { template, category, channel = 'policy' } = order;
    const request = { template, policy, channel, ...(category && { category }) };
    const moment = { now, timezone: this.customers.timezone, contacts, trace };
    const decision = planMessage(open.content, request, view, moment);
    const refusal = await this.refusalOf(decision);
    const { code, detail } = refusal ?? { code: undefined, detail: {} };
    return {
      at: now,
      outcome: outcomeOf(decision, refusal),
      decision,
      code,
      words: code === undefined ? undefined : describeRefusal(code, detail, language),
      checks: trace.map((check) => ({ ...check, words: describeCheck(check, language) })),
    };
  }

  private async customerOf({ customer, traits = {} }: AttemptOrder, now: number): Promise<Customer> {
    if (customer !== undefined) return this.customers.find(customer);
    return { ...newCustomer({ id: 0, lane: 0, externalId: 'somebody', now }), traits };
  }

  /** The list of addresses that get nothing is looked at when a message goes out: here at once. */
  private async refusalOf(decision: PlanDecision): Promise<{ code: string; detail: JsonObject } | undefined> {
    if (!decision.send) return decision;
    const address = comparedAddress(decision.plan);
    const reason = (await this.suppressions.of([address]))(address);
    if (reason !== undefined) return { code: 'address-suppressed', detail: { reason } };
    return decision.held;
  }
}

function outcomeOf(decision: PlanDecision, refusal: { code: string } | undefined): PolicyAttempt['outcome'] {
  if (!decision.send || refusal?.code === 'address-suppressed') return 'skip';
  return decision.plan.sendAt === undefined ? 'send' : 'hold';
}

/** As the API answers it. */
export function presentAttempt({ at, outcome, decision, code, words, checks }: PolicyAttempt) {
  const plan = decision.send ? decision.plan : undefined;
  const instant = (time: number | undefined) => (time === undefined ? null : formatInstant(time));
  return {
    at: formatInstant(at),
    outcome,
    channel: plan?.channel ?? null,
    category: plan?.category ?? null,
    priority: plan?.priority ?? null,
    sendAt: outcome === 'skip' || !plan ? null : formatInstant(plan.sendAt ?? at),
    expiresAt: instant(plan?.expiresAt),
    code: code ?? null,
    words: words ?? null,
    checks: checks.map((check) => ({
      check: check.check,
      policy: check.policy,
      channel: check.channel ?? null,
      outcome: check.outcome,
      code: check.code ?? null,
      detail: check.detail,
      words: check.words,
    })),
  };
}
