import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, Scope, Tag } from '@parcours/http';

import { declaredWebhookEvents } from '../events/webhook-event.js';
import { payloadSchema } from '../events/webhook-payload.js';
import { EVENT_CATALOGUE_SCHEMA } from './webhook.schema.js';

@Tag('Webhooks')
@Controller('webhooks/events')
export class EventCatalogueController {
  @Get()
  @Scope('webhooks:read')
  @ApiOperation({
    summary: 'List the events that webhooks can hear of',
    description: 'Each with a JSON Schema of what is posted.',
  })
  @Answers(200, EVENT_CATALOGUE_SCHEMA)
  list() {
    const data = declaredWebhookEvents().map((type) => ({
      name: type.name,
      description: type.description,
      schema: payloadSchema(type),
    }));
    return { data };
  }
}
