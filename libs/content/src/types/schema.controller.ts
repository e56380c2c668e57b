import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PathParam, Public } from '@parcours/http';

import { ContentErrors } from '../content.errors.js';
import { CustomFields } from '../fields/custom-fields.service.js';
import { ContentTypeRegistry } from './content-type-registry.js';
import { withCustomFields } from './document-schema.js';

/** JSON Schemas of documents, for editors. */
@Public()
@ApiTags('Schemas')
@Controller('schemas')
export class SchemaController {
  constructor(
    private readonly types: ContentTypeRegistry,
    private readonly fields: CustomFields,
  ) {}

  @Get(':type')
  @ApiOperation({
    summary: 'The JSON Schema of a content type',
    description: 'Draft 2020-12, with the custom fields that are published.',
  })
  async schema(@PathParam('type') name: string) {
    const type = this.types.all().find((candidate) => candidate.name === name);
    if (!type) throw ContentErrors.notFound({ singular: 'schema', key: name });
    const schema = withCustomFields(this.types.schemaOf(name), await this.fields.of(name));
    return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
  }
}
