import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type IdentityLink, IdentityIntake } from '@parcours/audience';
import { Answers, AnyQuery, IdempotencyKey, Idempotent, Scope } from '@parcours/http';
import { Clock } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { EventIntake } from '../inbox/event-intake.service.js';
import type { EventEntry } from '../inbox/inbox-entry.js';
import { itemsOf, placed, type RejectedItem } from './batch-items.js';
import { derivedMessageId, linkIn, readEvent } from './event-reader.js';
import { EVENT_SCHEMA } from './event.schema.js';

const ACCEPTED_SCHEMA = {
  type: 'object',
  properties: {
    accepted: { type: 'integer', description: 'How many events are on disk.' },
    rejected: {
      type: 'array',
      description: 'The others, with the place in the request and what is wrong.',
      items: {
        type: 'object',
        properties: { index: { type: 'integer' }, errors: { type: 'array', items: { type: 'object' } } },
      },
    },
  },
} as const;

@ApiTags('Events')
@Controller('events')
export class EventController {
  constructor(
    private readonly intake: EventIntake,
    private readonly identity: IdentityIntake,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Scope('events:write')
  @Idempotent()
  @AnyQuery()
  @ApiOperation({
    summary: 'Send events',
    description:
      'One event, or a list of up to 1,000. Answered once they are on disk. Events that are not valid are listed and ' +
      'the others are taken; when none is valid the answer is 400.',
  })
  @ApiBody({
    schema: { oneOf: [EVENT_SCHEMA, { type: 'array', minItems: 1, maxItems: 1_000, items: EVENT_SCHEMA }] },
  })
  @Answers(202, ACCEPTED_SCHEMA)
  async send(@Body() body: unknown, @IdempotencyKey() key: string | undefined) {
    const items = itemsOf(body, 'events');
    const now = this.clock.now();
    const accepted: EventEntry[] = [];
    const links = new Map<string, IdentityLink>();
    const rejected: RejectedItem[] = [];
    items.forEach((item, index) => {
      const read = readEvent(item, now);
      if (!('kind' in read)) {
        rejected.push({ index, errors: placed(read, index, items.length === 1) });
        return;
      }
      accepted.push(withMessageId(read, key, index));
      const link = linkIn(item);
      if (link) links.set(JSON.stringify(link), link);
    });
    if (accepted.length === 0) {
      const errors = rejected.flatMap((item) => item.errors);
      throw EventErrors.invalid({ count: items.length }, { errors });
    }
    await this.intake.accept(accepted);
    await this.identity.accept([...links.values()]);
    return { data: { accepted: accepted.length, rejected } };
  }
}

function withMessageId(entry: EventEntry, key: string | undefined, index: number): EventEntry {
  if (entry.messageId !== undefined || key === undefined) return entry;
  return { ...entry, messageId: derivedMessageId(key, index) };
}
