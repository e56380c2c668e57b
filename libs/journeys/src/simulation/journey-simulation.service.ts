import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { type ContentSnapshot, DraftService, PublishedContent } from '@parcours/content';
import {
  compileJourney,
  DEFAULT_LENGTH,
  momentAt,
  simulate,
  type SimulatedAnswers,
  type Simulation,
  stimuliOf,
  type TestResult,
  type TimelineItem,
} from '@parcours/engine';
import { Clock, parseInstant } from '@parcours/kernel';

import { JOURNEY_TEMPLATE_TYPE, type JourneyTemplateDocument } from '../templates/journey-template.type.js';
import { runTestsOf } from './journey-tests.rules.js';
import { SimulatedCustomers, type SimulatedPerson } from './simulated-customers.service.js';
import { surroundingsOf } from './surroundings.rules.js';

export interface SimulationOrder extends SimulatedPerson {
  readonly at?: string;
  readonly until?: string;
  readonly timeline: readonly TimelineItem[];
  readonly answers?: SimulatedAnswers;
}

/** A simulation with what it was played against. */
export interface PlayedSimulation {
  readonly simulation: Simulation;
  readonly content: ContentSnapshot;
  /** When it began, in milliseconds since the epoch. */
  readonly start: number;
}

/** When and where simulations begin unless they say so. */
@Injectable()
export class SimulationSettings {
  constructor(
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  get timezone(): string {
    return this.config.workspace.timezone;
  }

  get locale(): string {
    return this.config.workspace.locale;
  }

  now(): number {
    return this.clock.now();
  }
}

/** Leads customers through drafts on a virtual clock. Nothing is written, nothing is sent. */
@Injectable()
export class JourneySimulation {
  constructor(
    private readonly drafts: DraftService,
    private readonly published: PublishedContent,
    private readonly customers: SimulatedCustomers,
    private readonly settings: SimulationSettings,
  ) {}

  /** @throws content.not-found, engine.definition-invalid, journeys.simulated-customer-unknown */
  async play(key: string, order: SimulationOrder): Promise<PlayedSimulation> {
    const { definition } = await this.draft(key);
    const compiled = compileJourney(definition);
    const content = await this.published.snapshot();
    const surroundings = surroundingsOf(content, { key, compiled }, this.settings.timezone);
    const { id, traits, ...given } = await this.customers.whom(order);
    const start = order.at === undefined ? this.settings.now() : (parseInstant(order.at) ?? 0);
    const simulation = simulate({
      ...surroundings,
      customer: surroundings.customerOf(id, traits),
      stimuli: stimuliOf(order.timeline, start),
      ...(order.answers && { answers: order.answers }),
      past: { ...surroundings.past, ...given },
      from: start,
      until: momentAt(order.until ?? DEFAULT_LENGTH, start) ?? start,
    });
    return { simulation, content, start };
  }

  /** Runs the tests that the draft carries. @throws content.not-found, engine.definition-invalid */
  async test(key: string): Promise<TestResult[]> {
    const { definition, tests } = await this.draft(key);
    compileJourney(definition);
    return runTestsOf(
      { definition, ...(tests && { tests }) },
      { key, content: await this.published.snapshot() },
    );
  }

  private async draft(key: string): Promise<JourneyTemplateDocument> {
    const { draft } = await this.drafts.require({ type: JOURNEY_TEMPLATE_TYPE.name, key });
    const { definition = {}, tests } = draft as Partial<JourneyTemplateDocument>;
    return { definition, ...(tests && { tests }) };
  }
}
