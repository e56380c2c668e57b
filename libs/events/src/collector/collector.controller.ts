import { applyDecorators, Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AnyQuery, BodyAs, JsonBody, Scope, TakesWriteKey } from '@parcours/http';

import { type BatchBody, Collector, type CollectorAnswer } from './collector.service.js';
import { type CallType, COLLECTOR_LIMITS } from './collector-paths.js';
import { BATCH_SCHEMA, callSchema, COLLECTED_SCHEMA } from './collector.schema.js';

const ABOUT =
  'To the public specification of Segment, for its and for RudderStack’s client libraries. Answered once it is on ' +
  'disk; 5xx and 429 are to be sent again, anything else is not.';

/** What the routes of the collector have in common. */
const Collects = (type: CallType | 'batch') =>
  applyDecorators(
    Post(type),
    HttpCode(200),
    Scope('events:write'),
    TakesWriteKey(),
    AnyQuery(),
    BodyAs({ isItemised: true, isAlwaysJson: true, maxBytes: COLLECTOR_LIMITS.batchBytes }),
    ApiOperation({ summary: `Collect: ${type}`, description: ABOUT }),
    ApiResponse({ status: 200, description: 'Stored.', schema: COLLECTED_SCHEMA }),
    ...(type === 'batch' ? [] : [ApiBody({ schema: callSchema(type) })]),
  );

@ApiTags('Collector')
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
