import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { type IdentityLink, IdentityIntake } from '@parcours/audience';
import {
  Answers,
  AnyQuery,
  BodyAs,
  DocumentedBody,
  IdempotencyKey,
  Idempotent,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { Clock, type ErrorItem } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { EventReceiver } from '../inbox/event-receiver.service.js';
import type { EventEntry } from '../inbox/inbox-entry.js';
import { itemsOf, oneOrMany, placed, REJECTION_ERRORS, type RejectedItem } from './batch-items.js';
import { derivedMessageId, linkIn, readEvent } from './event-reader.js';
import { EVENT_SCHEMA } from './event.schema.js';

const ITEMS_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['index', 'errors'],
    properties: {
      index: { type: 'integer', description: 'The place in the request, from 0.', examples: [1] },
      errors: REJECTION_ERRORS,
    },
  },
} as const;

const ACCEPTED_SCHEMA = {
  title: 'Accepted events',
  description: 'What became of the events of a request.',
  type: 'object',
  required: ['accepted', 'rejected'],
  properties: {
    accepted: { type: 'integer', description: 'How many events are on disk.', examples: [1] },
    rejected: {
      ...ITEMS_SCHEMA,
      description: 'The others, with the place in the request and what is wrong.',
    },
    violations: {
      ...ITEMS_SCHEMA,
      description: 'Events that were taken though their properties are not what their definition says.',
    },
  },
  examples: [{ accepted: 1, rejected: [] }],
} as const;

@Tag('Events', 'What customers do: it moves journeys on.')
@Controller('events')
export class EventController {
  constructor(
    private readonly receiver: EventReceiver,
    private readonly identity: IdentityIntake,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Scope('events:write')
  @Idempotent()
  @AnyQuery()
  @BodyAs({ isItemised: true })
  @ApiOperation({
    summary: 'Send events',
    description:
      'One event, or a list of up to 1,000. Answered once they are on disk. Events that are not valid are listed and ' +
      'the others are taken; when none is valid the answer is 400. Events whose properties are not what their ' +
      'definition says are taken, marked, and told under `violations`.',
  })
  @Refuses(EventErrors.invalid, EventErrors.wrongCount, EventErrors.backlog)
  @DocumentedBody(oneOrMany(EVENT_SCHEMA, 'events'))
  @Answers(202, ACCEPTED_SCHEMA)
  async send(@Body() body: unknown, @IdempotencyKey() key: string | undefined) {
    const items = itemsOf(body, 'events');
    const now = this.clock.now();
    const accepted: { entry: EventEntry; index: number }[] = [];
    const links = new Map<string, IdentityLink>();
    const rejected: RejectedItem[] = [];
    const isAlone = items.length === 1;
    items.forEach((item, index) => {
      const read = readEvent(item, now);
      if (!('kind' in read)) {
        rejected.push({ index, errors: placed(read, index, isAlone) });
        return;
      }
      accepted.push({ entry: withMessageId(read, key, index), index });
      const link = linkIn(item);
      if (link) links.set(JSON.stringify(link), link);
    });
    if (accepted.length === 0) {
      const errors = rejected.flatMap((item) => item.errors);
      throw EventErrors.invalid({ count: items.length }, { errors });
    }
    const received = await this.receiver.receive(accepted.map(({ entry }) => entry));
    await this.identity.accept([...links.values()]);
    const violations = received.flatMap(({ defects }, at) => {
      const index = accepted[at]?.index ?? at;
      return defects.length === 0 ? [] : [{ index, errors: placed(inProperties(defects), index, isAlone) }];
    });
    return {
      data: { accepted: accepted.length, rejected, ...(violations.length > 0 && { violations }) },
    };
  }
}

function inProperties(defects: readonly ErrorItem[]): ErrorItem[] {
  return defects.map((defect) => ({ ...defect, pointer: `/properties${defect.pointer}` }));
}

function withMessageId(entry: EventEntry, key: string | undefined, index: number): EventEntry {
  if (entry.messageId !== undefined || key === undefined) return entry;
  return { ...entry, messageId: derivedMessageId(key, index) };
}
