import { Controller, Get, type OnModuleInit } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Database } from '@parcours/database';

import { Public } from '../tokens/scope.decorator.js';
import { AnswersBare } from '../openapi/answers.decorator.js';
import { Refuses } from '../openapi/refuses.decorator.js';
import { Tag } from '../openapi/tag.decorator.js';
import { HttpErrors } from '../http.errors.js';
import { HealthChecks } from './health-checks.js';

const LIVE = {
  title: 'Liveness',
  description: 'The process answers.',
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', const: 'live', description: 'The only one.' } },
};

const READY = {
  title: 'Readiness',
  description: 'Every part answers.',
  type: 'object',
  required: ['status', 'checks'],
  properties: {
    status: { type: 'string', const: 'ready', description: 'The only one: anything else is a problem.' },
    checks: {
      type: 'object',
      additionalProperties: { type: 'string', const: 'ok' },
      description: 'The parts that were asked.',
      examples: [{ database: 'ok' }],
    },
  },
};

@Public()
@Tag('Health', 'For load balancers and process managers.')
@Controller('health')
export class HealthController implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.checks.register('database', () => this.database.sql.select('SELECT 1 AS one'));
  }

  @Get('live')
  @ApiOperation({ summary: 'Is the process alive?', description: 'It answers: that is all.' })
  @AnswersBare('application/json', LIVE)
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Can the process do its work?',
    description: 'Asks every part that it cannot do without.',
  })
  @Refuses(HttpErrors.notReady)
  @AnswersBare('application/json', READY)
  async ready() {
    const names = await this.checks.run();
    return { status: 'ready', checks: Object.fromEntries(names.map((name) => [name, 'ok'])) };
  }
}
