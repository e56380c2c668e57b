import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SCHEMA_ANSWER } from '@parcours/content';
import { JOURNEY_DEFINITION_SCHEMA } from '@parcours/engine';
import { AnswersBare, Scope, Tag } from '@parcours/http';

@Tag('Schemas')
@Controller('schemas')
export class SchemaController {
  @Get('journey-definition')
  @Scope('journeys:read')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({
    summary: 'Read the JSON Schema of the journey definition',
    description: 'Draft 2020-12, bare.',
  })
  @AnswersBare('application/schema+json', SCHEMA_ANSWER)
  get() {
    return JOURNEY_DEFINITION_SCHEMA;
  }
}
