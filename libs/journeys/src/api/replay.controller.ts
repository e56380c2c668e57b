import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { EngineErrors } from '@parcours/engine';
import { Answers, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { JourneyReplay, type ReplayOrder } from '../replay/journey-replay.service.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { REPLAY_ORDER_SCHEMA, REPLAY_SCHEMA } from './replay.schema.js';

@Tag(JOURNEY_TEMPLATE_TYPE.title)
@Controller(JOURNEY_TEMPLATE_TYPE.name)
export class ReplayController {
  constructor(private readonly replays: JourneyReplay) {}

  @Post(':key/replay')
  @HttpCode(200)
  @Scope(`${JOURNEY_TEMPLATE_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Play a journey against real events',
    description:
      'Leads customers through the draft with what they did in the last days, as if it had been published then: how many ' +
      'would have entered, gone each way, received and been spared messages, and how long it would have taken. Nothing is ' +
      'written or sent. Traits, consents and what is published are those of now, and nobody has been in the journey before. ' +
      'It takes a minute at the most and says whether it came to the end.',
  })
  @Refuses(ContentErrors.notFound, EngineErrors.definitionInvalid, JourneyErrors.replayRunning)
  @Answers(200, REPLAY_SCHEMA)
  async replay(@PathParam('key', KEY_PARAM) key: string, @JsonBody(REPLAY_ORDER_SCHEMA) order: ReplayOrder) {
    const { window, figures, toSuppressed, cutShort, isWhole } = await this.replays.replay(key, order);
    const { customers, messages, ...rest } = figures;
    return {
      data: {
        from: formatInstant(window.from),
        to: formatInstant(window.to),
        complete: isWhole,
        basis: { traits: 'now', consents: 'now', content: 'published', passages: 'none-before' },
        customers: { ...customers, cutShort },
        ...rest,
        messages: { ...messages, toSuppressed },
      },
    };
  }
}
