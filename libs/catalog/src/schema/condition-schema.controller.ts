import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONDITION_SCHEMA } from '@parcours/conditions';
import { Answers, Public } from '@parcours/http';

@Public()
@ApiTags('Schemas')
@Controller('schemas')
export class ConditionSchemaController {
  @Get('condition')
  @Header('content-type', 'application/schema+json')
  @ApiOperation({ summary: 'The JSON Schema of a condition', description: 'Draft 2020-12, bare.' })
  @Answers(200)
  get() {
    return CONDITION_SCHEMA;
  }
}
