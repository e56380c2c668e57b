import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, DraftService, KEY_PARAM } from '@parcours/content';
import { Database } from '@parcours/database';
import { Answers, type JsonSchema, PathParam, Refuses, Scope, Tag } from '@parcours/http';

import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { TrialStore } from './trial.store.js';

const TRIALS_SCHEMA: JsonSchema = {
  type: 'array',
  items: {
    title: 'Trial',
    description: 'How something that a step tries goes: a variant of a message, or an offer.',
    type: 'object',
    required: ['step', 'arm', 'shown', 'succeeded', 'rate'],
    properties: {
      step: { type: 'string', description: 'The key of the step.', examples: ['hello'] },
      arm: { type: 'string', description: 'The key of the template or the offer.', examples: ['welcome-a'] },
      shown: { type: 'integer', description: 'How often it was tried.', examples: [1200] },
      succeeded: { type: 'integer', description: 'How often it did what it was tried for.', examples: [312] },
      rate: {
        type: ['number', 'null'],
        description: 'The share that succeeded; null where nothing was tried.',
        examples: [0.26],
      },
    },
  },
};

@Tag('Journey templates')
@Controller('journey-templates')
export class TrialController {
  constructor(
    private readonly drafts: DraftService,
    private readonly database: Database,
    private readonly trials: TrialStore,
  ) {}

  @Get(':key/trials')
  @Scope('journeys:read')
  @ApiOperation({
    summary: 'See how experiments and offers of a journey go',
    description:
      'How often each variant of a message and each offer was tried, and how often it succeeded so far.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, TRIALS_SCHEMA)
  async list(@PathParam('key', KEY_PARAM) key: string) {
    const { id } = await this.drafts.require({ type: JOURNEY_TEMPLATE_TYPE.name, key });
    const counts = await this.trials.of(this.database.sql, [id]);
    return {
      data: counts.map(({ step, arm, shown, succeeded }) => ({
        step,
        arm,
        shown,
        succeeded,
        rate: shown === 0 ? null : succeeded / shown,
      })),
    };
  }
}
