import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM } from '@parcours/content';
import { Answers, PathParam, Refuses, Scope, Tag } from '@parcours/http';

import { HEALTH_SCHEMA } from '../plugins/plugin.schema.js';
import { ConnectorHealth } from './connector-health.service.js';

@Tag('Connectors')
@Controller('connectors')
export class ConnectorHealthController {
  constructor(private readonly health: ConnectorHealth) {}

  @Post(':key/test')
  @HttpCode(200)
  @Scope('connectors:write')
  @ApiOperation({
    summary: 'Try a connector',
    description: 'Reaches the provider with the settings of the draft, and sends nothing.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, HEALTH_SCHEMA)
  async test(@PathParam('key', KEY_PARAM) key: string) {
    const began = performance.now();
    const { status, detail = null } = await this.health.of(key);
    return { data: { status, detail, durationMs: Math.round(performance.now() - began) } };
  }
}
