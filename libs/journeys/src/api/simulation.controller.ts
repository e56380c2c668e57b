import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM, NO_MEMBERS_SCHEMA } from '@parcours/content';
import { EngineErrors } from '@parcours/engine';
import { Answers, JsonBody, PathParam, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import { type Language, pointer } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import {
  JourneySimulation,
  type SimulationOrder,
  SimulationSettings,
} from '../simulation/journey-simulation.service.js';
import { presentSimulation } from '../simulation/simulation.presenter.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { StepCatalogue } from '../templates/step-catalogue.service.js';
import {
  SIMULATION_ORDER_SCHEMA,
  SIMULATION_QUERY_SCHEMA,
  SIMULATION_SCHEMA,
  TEST_RESULTS_SCHEMA,
} from './simulation.schema.js';

@Tag(JOURNEY_TEMPLATE_TYPE.title)
@Controller(JOURNEY_TEMPLATE_TYPE.name)
export class SimulationController {
  constructor(
    private readonly simulations: JourneySimulation,
    private readonly settings: SimulationSettings,
    private readonly steps: StepCatalogue,
  ) {}

  @Post(':key/simulate')
  @HttpCode(200)
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Simulate a journey',
    description:
      'Leads one customer through the draft on a virtual clock, with the engine of production. Nothing is written or sent.',
  })
  @Refuses(ContentErrors.notFound, EngineErrors.definitionInvalid, JourneyErrors.simulatedCustomerUnknown)
  @Answers(200, SIMULATION_SCHEMA)
  async simulate(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(SIMULATION_ORDER_SCHEMA) order: SimulationOrder,
    @QueryParams(SIMULATION_QUERY_SCHEMA) { locale: language }: { locale: Language },
  ) {
    const { timezone, locale: defaultLocale } = this.settings;
    const played = await this.simulations.play(key, order);
    const stepTypes = this.steps.types();
    const telling = { journey: key, language, defaultLocale, timezone, stepTypes };
    return { data: await presentSimulation(played, telling) };
  }

  @Post(':key/test')
  @HttpCode(200)
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Run the tests of a journey',
    description: 'Those of the draft, as a publish runs them.',
  })
  @Refuses(ContentErrors.notFound, EngineErrors.definitionInvalid)
  @Answers(200, TEST_RESULTS_SCHEMA)
  async test(@PathParam('key', KEY_PARAM) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: object) {
    const results = await this.simulations.test(key);
    const tests = results.map(({ failures, ...result }, index) => ({
      ...result,
      failures: failures.map((failure) => ({
        ...failure,
        pointer: pointer('tests', index) + failure.pointer,
      })),
    }));
    const failed = tests.filter(({ passed }) => !passed).length;
    return { data: { passed: tests.length - failed, failed, tests } };
  }
}
