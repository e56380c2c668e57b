import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, CurrentActor, Idempotent, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { type Actor, Clock, idOf, parseInstant } from '@parcours/kernel';

import { DeadLetters } from '../dead-letters/dead-letter.service.js';
import { MessagingErrors } from '../messaging.errors.js';
import { MessageViews } from '../outbox/message-view.store.js';
import { RETRIED_SCHEMA, RETRY_SCHEMA } from './dead-letter.schema.js';
import { present } from './message.controller.js';
import { MESSAGE_ID, MESSAGE_SCHEMA } from './message.schema.js';

interface RetryBody {
  readonly connector?: string;
  readonly journey?: string;
  readonly code?: string;
  readonly createdSince?: string;
  readonly createdUntil?: string;
  readonly dryRun?: boolean;
}

const DEFAULT_SPAN_MS = 7 * 86_400_000;

@Tag('Messages')
@Controller('messages')
export class DeadLetterController {
  constructor(
    private readonly letters: DeadLetters,
    private readonly messages: MessageViews,
    private readonly clock: Clock,
  ) {}

  @Post('retry')
  @HttpCode(200)
  @Scope('messages:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Send failed messages again',
    description:
      'Every message that has failed for good and that all members name, as if it had not been tried yet; `dryRun` counts them. Consent, suppressions, pauses and caps are looked at again. What is not worth sending any more, or was replaced by another message, is left out; what caps have no room for any more stays failed.',
  })
  @Answers(200, RETRIED_SCHEMA)
  async retryAll(@JsonBody(RETRY_SCHEMA) body: RetryBody, @CurrentActor() by: Actor) {
    const { createdSince, createdUntil, dryRun = false, ...names } = body;
    const now = this.clock.now();
    const filter = {
      ...names,
      createdSince: instantOr(createdSince, now - DEFAULT_SPAN_MS),
      createdUntil: instantOr(createdUntil, now + 1),
    };
    const { letters } = this;
    return { data: await (dryRun ? letters.count(filter, now) : letters.retryAll(filter, { by, now })) };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Scope('messages:operate')
  @ApiOperation({
    summary: 'Send a failed message again',
    description:
      'As if it had not been tried yet. Consent, suppressions, pauses and caps are looked at again; the journey that it belongs to is not told.',
  })
  @Refuses(
    MessagingErrors.messageNotFound,
    MessagingErrors.notFailed,
    MessagingErrors.tooLate,
    MessagingErrors.replaced,
    MessagingErrors.noRoom,
  )
  @Answers(200, MESSAGE_SCHEMA)
  async retryOne(@PathParam('id', MESSAGE_ID) id: string, @CurrentActor() by: Actor) {
    const known = await this.messages.find(idOf(id));
    if (!known) throw MessagingErrors.messageNotFound({ id });
    await this.letters.retryOne(known.id, { by, now: this.clock.now() });
    return { data: present((await this.messages.find(known.id)) ?? known) };
  }
}

function instantOr(text: string | undefined, fallback: number): number {
  return text === undefined ? fallback : (parseInstant(text) ?? fallback);
}
