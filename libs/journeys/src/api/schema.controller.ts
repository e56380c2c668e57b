import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SCHEMA_ANSWER } from '@parcours/content';
import { journeyDefinitionSchema } from '@parcours/engine';
import { AnswersBare, Scope, Tag } from '@parcours/http';

import { StepCatalogue } from '../templates/step-catalogue.service.js';

@Tag('Schemas')
@Controller('schemas')
export class SchemaController {
  constructor(private readonly steps: StepCatalogue) {}

  @Get('journey-definition')
  @Scope('journeys:read')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({
    summary: 'Read the JSON Schema of the journey definition',
    description: 'Draft 2020-12, bare. It knows the steps of the plugins that are loaded.',
  })
  @AnswersBare('application/schema+json', SCHEMA_ANSWER)
  get() {
    return journeyDefinitionSchema(this.steps.types());
  }
}
