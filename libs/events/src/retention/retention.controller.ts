import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, JsonBody, type JsonSchema, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { Clock, formatInstant } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { RetentionStore } from './retention.store.js';

/** Repeated message ids are known by the events themselves, which must be there for a week. */
const LEAST_DAYS = 7;
const MOST_DAYS = 36_500;

const EVENT: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 150,
  description: 'The name of an event; * for all that have no rule of their own.',
  examples: ['page.viewed'],
};

const BODY: JsonSchema = {
  title: 'Event retention',
  description: 'How long events of a name are kept.',
  type: 'object',
  required: ['days'],
  additionalProperties: false,
  properties: {
    days: {
      type: 'integer',
      minimum: LEAST_DAYS,
      maximum: MOST_DAYS,
      description: 'Since the event arrived.',
      examples: [395],
    },
  },
  examples: [{ days: 395 }],
};

const RETENTION: JsonSchema = {
  title: 'Event retention rule',
  description: 'How long events of a name are kept, and what that has deleted.',
  type: 'object',
  required: ['event', 'days', 'deleted', 'updatedAt'],
  properties: {
    event: EVENT,
    days: { type: 'integer', description: 'Since the event arrived.', examples: [395] },
    deleted: { type: 'integer', description: 'Events that were deleted by this rule so far.', examples: [0] },
    updatedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When the rule was last changed.',
      examples: ['2026-06-01T08:00:00.000Z'],
    },
  },
};

@Tag('Privacy')
@Controller('event-retention')
export class RetentionController {
  constructor(
    private readonly store: RetentionStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scope('events:read')
  @ApiOperation({ summary: 'List how long events are kept', description: 'Without a rule they are kept.' })
  @Answers(200, { type: 'array', description: 'One a name.', items: RETENTION })
  async list() {
    const rules = await this.store.all();
    return {
      data: rules.map(({ event, days, deleted, updatedAt }) => ({
        event,
        days,
        deleted,
        updatedAt: formatInstant(updatedAt),
      })),
    };
  }

  @Put(':event')
  @HttpCode(204)
  @Scope('events:retain')
  @ApiOperation({
    summary: 'Say how long events of a name are kept',
    description:
      'What is older is deleted bit by bit from now on. Customers keep the traits that events have brought, journeys go on.',
  })
  @Answers(204)
  async put(
    @PathParam('event', EVENT) event: string,
    @JsonBody(BODY) { days }: { days: number },
  ): Promise<void> {
    await this.store.put(event, days, this.clock.now());
  }

  @Delete(':event')
  @HttpCode(204)
  @Scope('events:retain')
  @ApiOperation({
    summary: 'Take back how long events of a name are kept',
    description: 'From then on they are kept. What was deleted is gone.',
  })
  @Refuses(EventErrors.retentionNotFound)
  @Answers(204)
  async remove(@PathParam('event', EVENT) event: string): Promise<void> {
    if (!(await this.store.remove(event))) throw EventErrors.retentionNotFound({ event });
  }
}
