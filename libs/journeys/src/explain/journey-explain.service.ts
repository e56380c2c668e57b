import { AudienceErrors, type Customer, CustomerStore, SuppressionStore } from '@parcours/audience';
import { ParcoursConfig } from '@parcours/config';
import { type ContentSnapshot, DraftService } from '@parcours/content';
import { Database } from '@parcours/database';
import type { CustomerView } from '@parcours/engine';
import { Clock, type Language } from '@parcours/kernel';
import { type Contact, ContactStore, policyBookOf } from '@parcours/messaging';
import { Injectable } from '@nestjs/common';

import { customerViewOf } from '../customer-view.js';
import { LaneFactReader } from '../facts/lane-fact-reader.service.js';
import { TRIGGER_EVENT } from '../lanes/lane-words.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { type OpenJourneys, RunningJourneys } from '../templates/running-journeys.service.js';
import { type Attempt, attemptsOf } from './attempts.rules.js';
import { ExplainStore, type PastEvent } from './explain.store.js';
import { type Reason, reasonsOf } from './entry-reasons.rules.js';
import {
  addressesOf,
  type ComparedAddress,
  type MessageOutlook,
  outlookOf,
  plannedMessages,
  type SuppressionLookup,
} from './message-outlook.rules.js';
import { publishedJourney, type Situation, triggersAmong } from './situation.js';

/** Why a customer is, or is not, in a journey. */
export interface StandingExplanation {
  readonly situation: Situation;
  readonly reasons: readonly Reason[];
}

/** The same with what came of each trigger, and what each message step would do. */
export interface JourneyExplanation extends StandingExplanation {
  readonly attempts: readonly Attempt[];
  readonly messages: readonly MessageOutlook[];
}

/** Addresses that get nothing, at this moment. */
@Injectable()
export class SuppressionLookups {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionStore,
    private readonly clock: Clock,
  ) {}

  /** One statement a channel. */
  async of(addresses: readonly ComparedAddress[]): Promise<SuppressionLookup> {
    const now = this.clock.now();
    const found = new Map<string, string>();
    for (const channel of new Set(addresses.map((each) => each.channel))) {
      const ofChannel = addresses.filter((each) => each.channel === channel).map(({ address }) => address);
      const held = await this.suppressions.holding(this.database.sql, {
        channel,
        addresses: [...new Set(ofChannel)],
        now,
      });
      for (const [address, { reason }] of held) found.set(`${channel} ${address}`, reason);
    }
    return ({ channel, address }) => found.get(`${channel} ${address}`);
  }
}

/** A customer as journeys see them at this moment. */
@Injectable()
export class ExplainedCustomers {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly facts: LaneFactReader,
    private readonly contacts: ContactStore,
    private readonly config: ParcoursConfig,
  ) {}

  /** The workspace's zone. */
  get timezone(): string {
    return this.config.workspace.timezone;
  }

  /** What caps count of them. */
  async contactsOf({ id }: Customer, content: ContentSnapshot, now: number): Promise<readonly Contact[]> {
    const { contactWindowMs } = policyBookOf(content);
    const request = { customerIds: [id], since: now - contactWindowMs, now };
    return (await this.contacts.recent(this.database.sql, request)).get(id) ?? [];
  }

  /** @throws audience.customer-not-found */
  async find(key: string): Promise<Customer> {
    const found = (await this.customers.findCurrentByKeys(this.database.sql, [key])).get(key);
    if (!found) throw AudienceErrors.customerNotFound({});
    return found;
  }

  /** With what lies behind them, as far as the journeys ask for it. */
  async view(
    customer: Customer,
    asked: Omit<Parameters<LaneFactReader['behind']>[1], 'customer'>,
  ): Promise<CustomerView> {
    const facts = await this.facts.behind(this.database.sql, { ...asked, customer });
    return { ...customerViewOf(customer), factsOf: (traits) => facts.of(customer, traits) };
  }
}

/** What is known now that journeys decide by. Nothing is written. */
@Injectable()
export class CustomerSituations {
  constructor(
    private readonly customers: ExplainedCustomers,
    private readonly journeys: RunningJourneys,
    private readonly store: ExplainStore,
    private readonly clock: Clock,
  ) {}

  /** @throws audience.customer-not-found */
  async of(
    customerKey: string,
    journeyKey: string,
  ): Promise<{ situation: Situation; content: ContentSnapshot }> {
    const customer = await this.customers.find(customerKey);
    const open = await this.journeys.open();
    const running = open.byKey.get(journeyKey);
    const passages = running ? await this.store.passages(customer.id, running.itemId) : [];
    const names = running ? [...running.compiled.triggerEvents, TRIGGER_EVENT] : [];
    const events = await this.store.events(customer.id, names);
    const [situation] = await this.situations(open, [journeyKey], { customer, passages, events });
    if (!situation) throw new TypeError('a journey that was asked for has a situation');
    return { situation, content: open.content };
  }

  /** Of all journeys that are published. @throws audience.customer-not-found */
  async ofAll(customerKey: string): Promise<Situation[]> {
    const customer = await this.customers.find(customerKey);
    const open = await this.journeys.open();
    const passages = await this.store.passages(customer.id);
    const events = await this.store.events(customer.id, [...open.byTriggerEvent.keys(), TRIGGER_EVENT]);
    return this.situations(open, [...open.byKey.keys()], { customer, passages, events });
  }

  private async situations(
    open: OpenJourneys,
    keys: readonly string[],
    { customer, passages, events }: Known,
  ): Promise<Situation[]> {
    const { byKey, content, paused } = open;
    const running = keys.flatMap((key) => byKey.get(key) ?? []);
    const published = await this.store.firstPublished(running.map(({ itemId }) => itemId));
    const now = this.clock.now();
    const journeys = running.map(({ compiled }) => compiled);
    const view = await this.customers.view(customer, { journeys, open, now });
    const contacts = await this.customers.contactsOf(customer, content, now);
    const { timezone } = this.customers;
    return keys.map((journeyKey) => {
      const journey = byKey.get(journeyKey);
      const known = journey && publishedJourney(journey, content, published.get(journey.itemId) ?? 0);
      const looked = { customer: view, now, triggerEvent: TRIGGER_EVENT };
      return {
        now,
        customer: view,
        contacts,
        timezone,
        journeyKey,
        isPaused: journey !== undefined && (paused.get(customer.lane)?.has(journey.itemId) ?? false),
        journey: known,
        passages: passages.filter(({ journeyId }) => journeyId === journey?.itemId),
        triggers: known ? triggersAmong(events, known, looked) : [],
      };
    });
  }
}

interface Known {
  readonly customer: Customer;
  readonly passages: Situation['passages'];
  readonly events: readonly PastEvent[];
}

/** Says why a customer is in a journey or not, and gets its messages or not. Everything is as of now. */
@Injectable()
export class JourneyExplain {
  constructor(
    private readonly situations: CustomerSituations,
    private readonly drafts: DraftService,
    private readonly suppressions: SuppressionLookups,
  ) {}

  /** @throws audience.customer-not-found, content.not-found */
  async journey(customerKey: string, journeyKey: string, language: Language): Promise<JourneyExplanation> {
    const { situation, content } = await this.situations.of(customerKey, journeyKey);
    if (!situation.journey) await this.drafts.require({ type: JOURNEY_TEMPLATE_TYPE.name, key: journeyKey });
    const planned = plannedMessages(situation, content);
    const suppressed = await this.suppressions.of(addressesOf(planned));
    return {
      situation,
      reasons: reasonsOf(situation, language),
      attempts: attemptsOf(situation, language),
      messages: outlookOf(planned, situation, { suppressed, language }),
    };
  }

  /** @throws audience.customer-not-found */
  async overview(customerKey: string, language: Language): Promise<StandingExplanation[]> {
    const situations = await this.situations.ofAll(customerKey);
    return situations.map((situation) => ({ situation, reasons: reasonsOf(situation, language) }));
  }
}
