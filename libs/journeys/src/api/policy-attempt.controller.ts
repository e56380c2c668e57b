import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AudienceErrors } from '@parcours/audience';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { Answers, JsonBody, PathParam, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import type { Language } from '@parcours/kernel';
import { CHANNEL_POLICY_TYPE } from '@parcours/messaging';

import { type AttemptOrder, PolicyAttempts, presentAttempt } from '../explain/policy-attempt.service.js';
import { ATTEMPT_ORDER_SCHEMA, ATTEMPT_QUERY_SCHEMA, ATTEMPT_SCHEMA } from './policy-attempt.schema.js';

@Tag(CHANNEL_POLICY_TYPE.title)
@Controller(CHANNEL_POLICY_TYPE.name)
export class PolicyAttemptController {
  constructor(private readonly attempts: PolicyAttempts) {}

  @Post(':key/try')
  @HttpCode(200)
  @Scope(`${CHANNEL_POLICY_TYPE.scopes}:read`)
  @ApiOperation({
    summary: 'Try a channel policy on a message',
    description:
      'What would happen if a step sent a template to a customer under this policy, as it is published, and those of the ' +
      'house: whether it would go out, when and on which channel, and everything that was looked at, in order. Nothing is ' +
      'written or sent.',
  })
  @Refuses(ContentErrors.notFound, AudienceErrors.customerNotFound)
  @Answers(200, ATTEMPT_SCHEMA)
  async attempt(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(ATTEMPT_ORDER_SCHEMA) order: AttemptOrder,
    @QueryParams(ATTEMPT_QUERY_SCHEMA) { locale }: { locale: Language },
  ) {
    return { data: presentAttempt(await this.attempts.attempt(key, order, locale)) };
  }
}
