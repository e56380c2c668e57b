import { applyDecorators, Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  AnswersBare,
  AnyQuery,
  BodyAs,
  DocumentedBody,
  JsonBody,
  Refuses,
  Scope,
  Tag,
  TakesWriteKey,
} from '@parcours/http';

import { EventErrors } from '../events.errors.js';

import { type BatchBody, Collector, type CollectorAnswer } from './collector.service.js';
import { type CallType, COLLECTOR_LIMITS } from './collector-paths.js';
import { BATCH_SCHEMA, callSchema, COLLECTED_SCHEMA } from './collector.schema.js';

const ABOUT =
  'To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on ' +
  'disk; 5xx and 429 are to be sent again, anything else is not.';

const SUMMARIES: Readonly<Record<CallType | 'batch', string>> = {
  identify: 'Collect who a customer is',
  track: 'Collect something that was done',
  page: 'Collect that a page was looked at',
  screen: 'Collect that a screen was looked at',
  group: 'Collect what a customer belongs to',
  alias: 'Collect that two ids are one customer',
  batch: 'Collect many calls at once',
};

/** What the routes of the collector have in common. */
const Collects = (type: CallType | 'batch') =>
  applyDecorators(
    Post(type),
    HttpCode(200),
    Scope('events:write'),
    TakesWriteKey(),
    AnyQuery(),
    BodyAs({ isItemised: true, isAlwaysJson: true, maxBytes: COLLECTOR_LIMITS.batchBytes }),
    ApiOperation({ summary: SUMMARIES[type], description: ABOUT }),
    Refuses(EventErrors.invalid, EventErrors.backlog),
    AnswersBare('application/json', COLLECTED_SCHEMA),
    ...(type === 'batch' ? [] : [DocumentedBody(callSchema(type))]),
  );

@Tag('Collector', 'Where client libraries send their calls, which become events and traits.')
@Controller('v1')
export class CollectorController {
  constructor(private readonly collector: Collector) {}

  @Collects('identify')
  identify(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('identify', body);
  }

  @Collects('track')
  track(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('track', body);
  }

  @Collects('page')
  page(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('page', body);
  }

  @Collects('screen')
  screen(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('screen', body);
  }

  @Collects('group')
  group(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('group', body);
  }

  @Collects('alias')
  alias(@Body() body: unknown): Promise<CollectorAnswer> {
    return this.collector.collect('alias', body);
  }

  @Collects('batch')
  batch(@JsonBody(BATCH_SCHEMA) body: BatchBody): Promise<CollectorAnswer> {
    return this.collector.collectBatch(body);
  }
}
