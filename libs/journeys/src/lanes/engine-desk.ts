import type { CustomerView, EngineInput, MessageDecision, MessageRequest } from '@parcours/engine';
import type { IdGenerator } from '@parcours/kernel';
import {
  type Displaced,
  type MessagePlan,
  type PlanDecision,
  planMessage,
  type PlanRequest,
  type SendingPlan,
} from '@parcours/messaging';

import { ContactDesk } from '../facts/contact-desk.js';
import type { LaneFacts } from '../facts/lane-facts.js';
import type { RunningJourney } from '../templates/running-journeys.service.js';
import type { MadeOffers } from '../trials/made-offers.js';
import { offerRefusal } from '../trials/offer-refusal.rules.js';
import type { TrialSnapshot } from '../trials/trial-counts.service.js';
import type { LaneWork } from './lane-work.js';

export interface SessionSettings {
  readonly ids: IdGenerator;
  /** The workspace's zone. */
  readonly timezone: string;
  /** How what steps try goes; nothing is known where it is left out. */
  readonly trialCount?: TrialSnapshot;
  /** What lies behind the customers, where a journey asks for it. */
  readonly facts?: LaneFacts | undefined;
  /** How often the customers were made offers, where a journey makes one that is not made for ever. */
  readonly offers?: MadeOffers | undefined;
  /** What reached them lately; nothing has where it is left out. */
  readonly contacts?: ContactDesk;
}

/** A plan with the number that its message has from now on. */
export interface NumberedPlan extends MessagePlan {
  readonly id: number;
}

export type NumberedDecision =
  Exclude<PlanDecision, SendingPlan> | (SendingPlan & { readonly plan: NumberedPlan });

/** What the engine is given in a batch, and how the messages that it decides on go out. */
export class EngineDesk {
  /** Of the passage at hand, by visit. */
  readonly plans = new Map<number, NumberedPlan>();
  /** Messages that have to make room for those that were decided on, by their number. */
  readonly displaced = new Map<number, Displaced>();
  readonly contacts: ContactDesk;

  constructor(
    private readonly work: LaneWork,
    private readonly settings: SessionSettings,
  ) {
    this.contacts = settings.contacts ?? new ContactDesk([], new Map());
  }

  /** For one passage: the plans of the one before are over. */
  of(journey: RunningJourney, customer: CustomerView): EngineInput {
    this.plans.clear();
    const { offers } = this.settings;
    const { content } = this.work.open;
    return {
      journey: journey.compiled,
      customer,
      now: this.work.now,
      timezone: this.settings.timezone,
      journeyKey: journey.key,
      decideMessage: (request, reader) => this.decide(request, reader),
      refuseOffer: (offer, { customer: { id, traits }, now, made }) =>
        offerRefusal(content, offer, { traits, now, made: made + (offers?.times(id, offer) ?? 0) }),
      trialCount: (step, arm) => this.settings.trialCount?.(journey.itemId, step, arm),
    };
  }

  /** Decides on a message, of a step or not: from now on it counts for those that follow. */
  plan(request: PlanRequest, customer: CustomerView): NumberedDecision {
    const { now, open } = this.work;
    const { timezone } = this.settings;
    const contacts = this.contacts.of(customer.id);
    const decision = planMessage(open.content, request, customer, { now, timezone, contacts });
    if (!decision.send) return decision;
    return { ...decision, plan: this.take(decision, customer, request.policy) };
  }

  private decide(request: MessageRequest, customer: CustomerView): MessageDecision {
    const decision = this.plan({ ...request, mayEscalate: true }, customer);
    if (!decision.send) return decision;
    this.plans.set(request.visit, decision.plan);
    return sending(decision);
  }

  /** From now on it counts, and what it displaces makes room. */
  private take({ plan }: SendingPlan, customer: CustomerView, policy: string): NumberedPlan {
    const id = this.settings.ids.next();
    for (const each of plan.displaced ?? []) this.displaced.set(each.id, settled(each, id));
    this.contacts.add(customer.id, plan, { id, now: this.work.now, policy });
    return { ...plan, id };
  }
}

/** With the number of the message that it has lost to, where that is the new one. */
function settled(displaced: Displaced, newcomer: number): Displaced {
  const { lostTo } = displaced;
  return { ...displaced, lostTo: { ...lostTo, id: lostTo.id ?? newcomer } };
}

/** What the engine is told of a message that goes out. */
export function sending({ channel, detail, held, plan: { sendAt } }: SendingPlan): MessageDecision {
  return {
    send: true,
    channel,
    detail,
    ...(held && { held: { reason: held.code, ...held.detail } }),
    ...(sendAt !== undefined && { sendAt }),
  };
}
