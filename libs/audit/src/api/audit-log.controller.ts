import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  CurrentActor,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { AuditErrors } from '../audit.errors.js';
import { AuditLogRepository } from '../entries/audit-log.repository.js';
import { presentEntry } from './audit-entry.presenter.js';
import { AuditExport } from './audit-export.js';
import {
  AUDIT_LIST,
  CSV_SCHEMA,
  ENTRY_ID,
  ENTRY_SCHEMA,
  EXPORT_LIST,
  NDJSON_SCHEMA,
} from './audit-log.schema.js';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

@Tag('Audit log', 'Who did what to what, when and from where. It can be read, and never changed.')
@Controller('audit-log')
export class AuditLogController {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly exports: AuditExport,
  ) {}

  @Get()
  @Scope('audit:read')
  @ApiOperation({
    summary: 'List what was done',
    description: 'Who did what to what, when, from where, and what is different since; the latest first.',
  })
  @Answers(200, ENTRY_SCHEMA, 'list')
  async list(@ListParams(AUDIT_LIST) query: ListQuery) {
    return answerPage(await this.log.list(query), query, presentEntry);
  }

  @Get('export')
  @Scope('audit:read')
  @ApiOperation({
    summary: 'Export what was done',
    description:
      'All entries that pass the filters, the oldest first, as a stream; `limit` and `cursor` mean nothing here. The export itself becomes an entry.',
  })
  @ApiResponse({
    status: 200,
    description: 'The entries, one a line.',
    content: {
      'application/x-ndjson': { schema: NDJSON_SCHEMA },
      'text/csv': { schema: CSV_SCHEMA },
    },
  })
  async export(@ListParams(EXPORT_LIST) query: ListQuery, @CurrentActor() by: Actor) {
    const format = query.parameters['format'] === 'csv' ? 'csv' : 'ndjson';
    return new StreamableFile(await this.exports.open(query, format, by), {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="audit-log.${format}"`,
    });
  }

  @Get(':id')
  @Scope('audit:read')
  @ApiOperation({ summary: 'Read an entry of the audit log', description: 'With what is different since.' })
  @Refuses(AuditErrors.entryNotFound)
  @Answers(200, ENTRY_SCHEMA)
  async get(@PathParam('id', ENTRY_ID) id: number) {
    const entry = await this.log.findById(id);
    if (!entry) throw AuditErrors.entryNotFound({ id: String(id) });
    return { data: presentEntry(entry) };
  }
}
