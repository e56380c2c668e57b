import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { JOURNEY_DEFINITION_SCHEMA } from '@parcours/engine';
import { Answers, Scope } from '@parcours/http';

@ApiTags('Schemas')
@Controller('schemas')
export class SchemaController {
  @Get('journey-definition')
  @Scope('journeys:read')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({
    summary: 'Read the JSON Schema of the journey definition',
    description: 'Draft 2020-12, bare.',
  })
  @Answers(200)
  get() {
    return JOURNEY_DEFINITION_SCHEMA;
  }
}
