import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, JsonBody, type JsonSchema, PathParam, Scope } from '@parcours/http';
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
};

const BODY: JsonSchema = {
  title: 'Event retention',
  type: 'object',
  required: ['days'],
  additionalProperties: false,
  properties: {
    days: {
      type: 'integer',
      minimum: LEAST_DAYS,
      maximum: MOST_DAYS,
      description: 'Since the event arrived.',
    },
  },
  examples: [{ days: 395 }],
};

const RETENTION: JsonSchema = {
  type: 'object',
  properties: {
    event: EVENT,
    days: { type: 'integer' },
    deleted: { type: 'integer', description: 'Events that were deleted by this rule so far.' },
    updatedAt: { type: 'string', format: 'date-time' },
  },
};

@ApiTags('Privacy')
@Controller('event-retention')
export class RetentionController {
  constructor(
    private readonly store: RetentionStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Scope('events:read')
  @ApiOperation({ summary: 'List how long events are kept', description: 'Without a rule they are kept.' })
  @Answers(200, { type: 'array', items: RETENTION })
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
  @ApiOperation({ summary: 'Take back how long events of a name are kept' })
  @Answers(204)
  async remove(@PathParam('event', EVENT) event: string): Promise<void> {
    if (!(await this.store.remove(event))) throw EventErrors.retentionNotFound({ event });
  }
}
