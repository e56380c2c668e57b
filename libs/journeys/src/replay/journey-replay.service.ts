import { setImmediate as yieldToOthers } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { DraftService, PublishedContent } from '@parcours/content';
import {
  type AskedOffer,
  CALENDAR_EVENTS,
  compileJourney,
  type CompiledJourney,
  type CustomerView,
  type MessageDecision,
  type MessageRequest,
  simulate,
  type Stimulus,
} from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';
import { planMessage } from '@parcours/messaging';

import { customerViewOf } from '../customer-view.js';
import { type ComparedAddress, comparedAddress } from '../explain/message-outlook.rules.js';
import { SuppressionLookups } from '../explain/journey-explain.service.js';
import { ContactDesk } from '../facts/contact-desk.js';
import { JourneyErrors } from '../journeys.errors.js';
import { sending } from '../lanes/engine-desk.js';
import { membershipIn } from '../simulation/surroundings.rules.js';
import { limitedOffersIn, offerRefusal, offersAny } from '../trials/offer-refusal.rules.js';
import { SimulationSettings } from '../simulation/journey-simulation.service.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { type ReplayFigures, ReplayTally } from './replay-tally.js';
import { ReplaySample } from './replay-sample.js';
import { ReplayStore, type Window } from './replay.store.js';

export interface ReplayOrder {
  readonly days: number;
  /** How many at the most; {@link MOST_CUSTOMERS} when left out. */
  readonly customers?: number;
  /** The draft of the journey when left out. */
  readonly definition?: JsonObject;
}

/** What a replay came to, and how far it went. */
export interface Replay {
  readonly window: Window;
  readonly figures: ReplayFigures;
  /** Of the messages, those to addresses that get nothing. */
  readonly toSuppressed: number;
  /** Customers with more events than are played. */
  readonly cutShort: number;
  /** False where the time was over before all customers were played. */
  readonly isWhole: boolean;
}

/** Most customers that are played. */
export const MOST_CUSTOMERS = 10_000;

const DAY_MS = 86_400_000;
/** How long it keeps the process busy before others have their turn. */
const SLICE_MS = 10;
const LIMIT_MS = 60_000;

/** Plays a journey against what real customers did lately. One at a time; nothing is written, nothing is sent. */
@Injectable()
export class JourneyReplay {
  private isRunning = false;

  constructor(
    private readonly drafts: DraftService,
    private readonly published: PublishedContent,
    private readonly store: ReplayStore,
    private readonly suppressions: SuppressionLookups,
    private readonly settings: SimulationSettings,
  ) {}

  /** @throws content.not-found, engine.definition-invalid, journeys.replay-running */
  async replay(key: string, order: ReplayOrder): Promise<Replay> {
    const { draft } = await this.drafts.require({ type: JOURNEY_TEMPLATE_TYPE.name, key });
    const compiled = compileJourney(order.definition ?? draft['definition'] ?? {});
    if (this.isRunning) throw JourneyErrors.replayRunning({}, { retryAfter: 10 });
    this.isRunning = true;
    try {
      return await this.play({ key, compiled, order });
    } finally {
      this.isRunning = false;
    }
  }

  private async play({ key, compiled, order }: Playing): Promise<Replay> {
    const content = await this.published.snapshot();
    const { timezone } = this.settings;
    const to = this.settings.now();
    const window = { from: to - order.days * DAY_MS, to };
    const tally = new ReplayTally(new Map([...compiled.steps].map(([step, { type }]) => [step, type])));
    const pace = new Pace();
    const sample = new ReplaySample(this.store, {
      window,
      journey: key,
      size: order.customers ?? MOST_CUSTOMERS,
    });
    const belongs = membershipIn(content);
    const limitsOffers = offersAny(compiled, limitedOffersIn(content));
    let toSuppressed = 0;
    for await (const some of sample.read()) {
      const addressed: ComparedAddress[] = [];
      const offers = await this.store.offersBefore(limitsOffers ? some : [], window.from);
      // What the journey sends in the replay counts for caps; what others sent at the time does not.
      const contacts = new ContactDesk([], new Map());
      const decideMessage = (request: MessageRequest, reader: CustomerView, now: number): MessageDecision => {
        const moment = { now, timezone, contacts: contacts.of(reader.id) };
        const decision = planMessage(content, { ...request, mayEscalate: true }, reader, moment);
        if (!decision.send) return decision;
        contacts.addSent(reader.id, decision.plan, now);
        addressed.push(comparedAddress(decision.plan));
        return sending(decision);
      };
      const surroundings = {
        ...{ journey: compiled, journeyKey: key, timezone, until: to, from: window.from, decideMessage },
        refuseOffer: (offer: string, { customer: { traits }, now, made }: AskedOffer) =>
          offerRefusal(content, offer, { traits, now, made }),
      };
      for (const { customer, stimuli } of some) {
        const past = { belongs, tags: customer.profile.tags, offers: offers.get(customer.id) };
        const simulation = simulate({
          ...surroundings,
          customer: customerViewOf(customer),
          past,
          stimuli: stimuli.filter((stimulus) => !isOfCalendar(stimulus)),
        });
        tally.add(simulation, stimuli.length > 0);
        await pace.keep();
      }
      const suppressed = await this.suppressions.of(addressed);
      toSuppressed += addressed.filter((address) => suppressed(address) !== undefined).length;
      if (pace.isOver()) break;
    }
    const { cutShort, isWhole } = sample;
    return { window, figures: tally.figures(), toSuppressed, cutShort, isWhole };
  }
}

/** What time has set off is set off again, by the draft's own triggers. */
function isOfCalendar(stimulus: Stimulus): boolean {
  return stimulus.type === 'event' && Object.values<string>(CALENDAR_EVENTS).includes(stimulus.event);
}

interface Playing {
  readonly key: string;
  readonly compiled: CompiledJourney;
  readonly order: ReplayOrder;
}

/** Lets others have their turn, and says when it has taken long enough. */
class Pace {
  private readonly startedAt = performance.now();
  private turnAt = performance.now();

  isOver(): boolean {
    return performance.now() - this.startedAt > LIMIT_MS;
  }

  async keep(): Promise<void> {
    if (performance.now() - this.turnAt < SLICE_MS) return;
    await yieldToOthers();
    this.turnAt = performance.now();
  }
}
