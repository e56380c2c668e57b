import { Controller, Get, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  type JsonSchema,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';

import { ContentErrors } from '../content.errors.js';
import type { ContentType } from '../types/content-type.js';
import { KEY_PARAM } from '../types/document-schema.js';
import { namedController } from '../types/named-controller.js';
import { USAGE_LIST } from './content-reference.repository.js';
import { UsageService } from './usage.service.js';

const USAGE_SCHEMA: JsonSchema = {
  title: 'Usage',
  description: 'A place that refers to a thing.',
  type: 'object',
  required: ['type', 'key', 'name', 'side', 'pointer'],
  properties: {
    type: { type: 'string', description: 'The type of what refers to it.', examples: ['journey-templates'] },
    key: { type: 'string', description: 'The key of what refers to it.', examples: ['welcome'] },
    name: {
      type: 'string',
      description: 'Its name, in the language of the workspace.',
      examples: ['Welcome'],
    },
    side: {
      type: 'string',
      enum: ['draft', 'published'],
      description: 'Whether its draft refers to it, or what is published of it.',
    },
    pointer: {
      type: 'string',
      description: 'Where in its document, as a JSON pointer (RFC 6901).',
      examples: ['/touchpoint'],
    },
  },
};

/** The route that tells who refers to a thing. */
export function usageController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;

  @Tag(title)
  @Controller(`${name}/:key/usages`)
  class UsageController {
    constructor(private readonly usages: UsageService) {}

    @Get()
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `List what refers to a ${singular}`,
      description:
        'Drafts and published things. What is used by something published cannot be taken out of use.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, USAGE_SCHEMA, 'list')
    list(@PathParam('key', KEY_PARAM) key: string, @ListParams(USAGE_LIST) query: ListQuery) {
      return this.usages.list({ type: name, key }, query);
    }
  }

  return namedController(UsageController, type, 'Usage');
}
