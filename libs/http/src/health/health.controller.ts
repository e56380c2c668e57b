import { Controller, Get, type OnModuleInit } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@parcours/database';

import { Public } from '../tokens/scope.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { HealthChecks } from './health-checks.js';

@Public()
@ApiTags('Health')
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
  @ApiOperation({ summary: 'Is the process alive?' })
  @Answers(200)
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Can the process do its work?' })
  @Answers(200)
  async ready() {
    const names = await this.checks.run();
    return { status: 'ready', checks: Object.fromEntries(names.map((name) => [name, 'ok'])) };
  }
}
