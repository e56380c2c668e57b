import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, JsonBody, PathParam, QueryParams, Scope } from '@parcours/http';
import { type Language, pointer } from '@parcours/kernel';

import {
  JourneySimulation,
  type SimulationOrder,
  SimulationSettings,
} from '../simulation/journey-simulation.service.js';
import { presentSimulation } from '../simulation/simulation.presenter.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import {
  SIMULATION_ORDER_SCHEMA,
  SIMULATION_QUERY_SCHEMA,
  SIMULATION_SCHEMA,
  TEST_RESULTS_SCHEMA,
} from './simulation.schema.js';

const NOTHING = { type: 'object', additionalProperties: false, properties: {} };

@ApiTags(JOURNEY_TEMPLATE_TYPE.title)
@Controller(JOURNEY_TEMPLATE_TYPE.name)
export class SimulationController {
  constructor(
    private readonly simulations: JourneySimulation,
    private readonly settings: SimulationSettings,
  ) {}

  @Post(':key/simulate')
  @HttpCode(200)
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Simulate a journey',
    description:
      'Leads one customer through the draft on a virtual clock, with the engine of production. Nothing is written or sent.',
  })
  @Answers(200, SIMULATION_SCHEMA)
  async simulate(
    @PathParam('key') key: string,
    @JsonBody(SIMULATION_ORDER_SCHEMA) order: SimulationOrder,
    @QueryParams(SIMULATION_QUERY_SCHEMA) { locale: language }: { locale: Language },
  ) {
    const { timezone, locale: defaultLocale } = this.settings;
    const played = await this.simulations.play(key, order);
    return { data: presentSimulation(played, { journey: key, language, defaultLocale, timezone }) };
  }

  @Post(':key/test')
  @HttpCode(200)
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Run the tests of a journey',
    description: 'Those of the draft, as a publish runs them.',
  })
  @Answers(200, TEST_RESULTS_SCHEMA)
  async test(@PathParam('key') key: string, @JsonBody(NOTHING) _body: object) {
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
