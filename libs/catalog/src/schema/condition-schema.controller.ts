import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CONDITION_SCHEMA } from '@parcours/conditions';
import { SCHEMA_ANSWER } from '@parcours/content';
import { AnswersBare, Public, Tag } from '@parcours/http';

@Public()
@Tag('Schemas')
@Controller('schemas')
export class ConditionSchemaController {
  @Get('condition')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({ summary: 'The JSON Schema of a condition', description: 'Draft 2020-12, bare.' })
  @AnswersBare('application/schema+json', SCHEMA_ANSWER)
  get() {
    return CONDITION_SCHEMA;
  }
}
