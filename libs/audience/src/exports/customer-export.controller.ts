import { Readable } from 'node:stream';

import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { type JsonSchema, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { IMPORT_FORMATS, type ImportFormat } from '../imports/customer-import.js';
import { CustomerExport, USUAL_FIELDS } from './customer-export.service.js';

const FIELD = '[^,\\s.\\u0000]+(\\.[^,\\s.\\u0000]+)*';

const EXPORT_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    format: { type: 'string', enum: IMPORT_FORMATS, default: 'csv', description: 'Of the file.' },
    segment: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'Only customers in this segment.',
      examples: ['trial-users'],
    },
    tag: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'Only customers with this tag.',
      examples: ['vip'],
    },
    fields: {
      type: 'string',
      maxLength: 10_000,
      pattern: `^${FIELD}(,${FIELD})*$`,
      examples: ['id,traits.plan,tags'],
      description: `Members of a customer, parted by commas: id,traits.plan,tags. In CSV ${USUAL_FIELDS.join(', ')} when left out, in NDJSON everything.`,
    },
  },
};

interface ExportQuery {
  readonly format?: ImportFormat;
  readonly segment?: string;
  readonly tag?: string;
  readonly fields?: string;
}

const TYPES: Readonly<Record<ImportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

@Tag('Exports', 'Customers, on their way out.')
@Controller('customers/export')
export class CustomerExportController {
  constructor(private readonly exports: CustomerExport) {}

  @Get()
  @Scope('customers:export')
  @ApiOperation({
    summary: 'Export customers',
    description:
      'CSV or NDJSON, streamed, however many they are; POST /customers/import takes both. A CSV cell that a spreadsheet would run as a formula (one that begins with =, +, - or @) has an apostrophe in front, which an import takes away again.',
  })
  @Refuses(AudienceErrors.segmentNotPublished)
  @ApiResponse({
    status: 200,
    description: 'The customers.',
    content: {
      'text/csv': {
        schema: {
          title: 'Customers as CSV',
          description: 'With a head.',
          type: 'string',
          examples: ['id,email\nc-1042,ada@example.com\n'],
        },
      },
      'application/x-ndjson': {
        schema: {
          title: 'Customers as NDJSON',
          description: 'An object a line.',
          type: 'string',
          examples: ['{"id":"c-1042"}\n'],
        },
      },
    },
  })
  async export(
    @QueryParams(EXPORT_QUERY) { format = 'csv', fields, segment, tag }: ExportQuery,
  ): Promise<StreamableFile> {
    const pieces = await this.exports.of({ format, fields: fields?.split(','), segment, tag });
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: TYPES[format],
      disposition: `attachment; filename="customers.${format}"`,
    });
  }
}
