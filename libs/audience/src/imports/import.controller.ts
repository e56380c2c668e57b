import { Readable } from 'node:stream';

import { Body, Controller, Get, Headers, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  AnswersBare,
  CurrentActor,
  ListParams,
  type ListQuery,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { type ImportQuery, uploadRequestOf } from './import-query.rules.js';
import { presentImport } from './import.presenter.js';
import { IMPORT_FILE, IMPORT_ID, IMPORT_QUERY, IMPORT_SCHEMA } from './import.schema.js';
import { ImportService } from './import.service.js';
import { IMPORT_LIST } from './import.store.js';

@Tag('Imports', 'Files of customers, however large, on their way in.')
@Controller()
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly clock: Clock,
  ) {}

  @Post('customers/import')
  @HttpCode(202)
  @Scope('customers:import')
  @ApiOperation({
    summary: 'Import customers',
    description:
      'A CSV or NDJSON file of any length, streamed. It is answered once every row is on disk; GET /imports/:id tells how the work on them goes on. A row is a merge patch: what it does not name stays as it is.',
  })
  @ApiConsumes('text/csv', 'application/x-ndjson')
  @ApiBody({ schema: IMPORT_FILE })
  @Refuses(AudienceErrors.importNotReadable, AudienceErrors.importMapping)
  @Answers(202, IMPORT_SCHEMA)
  async import(
    @QueryParams(IMPORT_QUERY) query: ImportQuery,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
    @CurrentActor() by: Actor,
  ) {
    const request = uploadRequestOf(query, { contentType, by });
    const bytes = body instanceof Readable ? body : Readable.from([]);
    return { data: this.present(await this.imports.receive(bytes, request, this.clock)) };
  }

  @Get('imports')
  @Scope('customers:import')
  @ApiOperation({ summary: 'List imports', description: 'The latest first, with how far each has come.' })
  @Answers(200, IMPORT_SCHEMA, 'list')
  async list(@ListParams(IMPORT_LIST) query: ListQuery) {
    return answerPage(await this.imports.list(query), query, (each) => this.present(each));
  }

  @Get('imports/:id')
  @Scope('customers:import')
  @ApiOperation({
    summary: 'Read how an import goes',
    description: 'How many rows were taken, how fast, and about how long it still takes.',
  })
  @Refuses(AudienceErrors.importNotFound)
  @Answers(200, IMPORT_SCHEMA)
  async get(@PathParam('id', IMPORT_ID) id: string) {
    return { data: this.present(await this.imports.get(numberOf(id))) };
  }

  @Get('imports/:id/rejected.csv')
  @Scope('customers:import')
  @ApiOperation({
    summary: 'Download the rows that were not taken',
    description:
      'Each with its number, the reason and the place; behind them the columns of the file, so that it can be mended and sent again. Kept for 30 days. A cell that a spreadsheet would run as a formula has an apostrophe in front.',
  })
  @Refuses(AudienceErrors.importNotFound)
  @AnswersBare('text/csv', {
    type: 'string',
    description: 'The rows, with a head.',
    examples: ['row,code,field,detail,id,email\n7,schema.format,/email,No address.,c-7,nobody\n'],
  })
  async rejected(@PathParam('id', IMPORT_ID) id: string): Promise<StreamableFile> {
    const lines = await this.imports.rejected(numberOf(id));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: `attachment; filename="rejected-${id}.csv"`,
    });
  }

  @Post('imports/:id/cancel')
  @HttpCode(200)
  @Scope('customers:import')
  @ApiOperation({ summary: 'Stop an import', description: 'What is worked stays; what waits is forgotten.' })
  @Refuses(AudienceErrors.importNotFound, AudienceErrors.importOver)
  @Answers(200, IMPORT_SCHEMA)
  async cancel(@PathParam('id', IMPORT_ID) id: string) {
    return { data: this.present(await this.imports.cancel(numberOf(id), this.clock.now())) };
  }

  @Post('imports/:id/resume')
  @HttpCode(200)
  @Scope('customers:import')
  @ApiOperation({
    summary: 'Go on with an import that has failed',
    description: 'A crash needs none of this: an import goes on by itself where it was.',
  })
  @Refuses(AudienceErrors.importNotFound, AudienceErrors.importNotResumable)
  @Answers(200, IMPORT_SCHEMA)
  async resume(@PathParam('id', IMPORT_ID) id: string) {
    return { data: this.present(await this.imports.resume(numberOf(id), this.clock.now())) };
  }

  private present(shown: Parameters<typeof presentImport>[0]) {
    return presentImport(shown, this.clock.now());
  }
}

function numberOf(id: string): number {
  if (!/^\d{1,16}$/.test(id)) throw AudienceErrors.importNotFound({ id });
  return Number(id);
}
