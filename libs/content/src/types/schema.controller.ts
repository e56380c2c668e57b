import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AnswersBare, PathParam, Public, Refuses, Tag } from '@parcours/http';

import { ContentErrors } from '../content.errors.js';
import { ContentTypeRegistry } from './content-type-registry.js';
import { documentSchema } from './document-schema.js';

/** What a route answers that answers a JSON Schema. */
export const SCHEMA_ANSWER = {
  title: 'JSON Schema',
  description: 'A JSON Schema, draft 2020-12.',
  type: 'object',
  examples: [{ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' }],
};

const TYPE_NAME = {
  type: 'string',
  description: 'The name of the content type, as in addresses.',
  examples: ['touchpoints'],
};

/** JSON Schemas of documents, for editors. */
@Public()
@Tag('Schemas', 'JSON Schemas of what is sent, for editors and programs that check it beforehand.')
@Controller('schemas')
export class SchemaController {
  constructor(private readonly types: ContentTypeRegistry) {}

  @Get(':type')
  @ApiOperation({ summary: 'The JSON Schema of a content type', description: 'Draft 2020-12.' })
  @Refuses(ContentErrors.notFound)
  @AnswersBare('application/json', SCHEMA_ANSWER)
  schema(@PathParam('type', TYPE_NAME) name: string) {
    const type = this.types.all().find((candidate) => candidate.name === name);
    if (!type) throw ContentErrors.notFound({ singular: 'schema', key: name });
    return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...documentSchema(type) };
  }
}
