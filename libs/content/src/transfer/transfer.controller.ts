import { Readable } from 'node:stream';

import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  Answers,
  assertNoDefects,
  CurrentActor,
  CurrentPrincipal,
  didYouMean,
  JsonOrStream,
  LargeBody,
  type Principal,
  QueryParams,
  Refuses,
  Scope,
  Tag,
  Vetoed,
} from '@parcours/http';
import { type Actor, nearest } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { COMES_INTO_USE } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { documentSchema } from '../types/document-schema.js';
import { ContentExport, type ExportState } from './content-export.service.js';
import { ContentImport } from './content-import.service.js';
import { jsonStream, tarStream } from './export-stream.js';
import { type ImportBody, requestOfArchive, requestOfBody } from './import-body.js';
import type { ImportOptions } from './import-request.js';
import { presentPlan } from './import.presenter.js';
import { PLAN_SCHEMA } from './plan.schema.js';
import { TransferAccess } from './transfer-access.service.js';
import { MAX_IMPORT_MIB } from './transfer.limits.js';
import {
  ARCHIVE_SCHEMA,
  EXPORT_QUERY,
  EXPORT_SCHEMA,
  IMPORT_QUERY,
  IMPORT_SCHEMA,
} from './transfer.schema.js';

interface ExportQuery {
  readonly format: 'json' | 'yaml';
  readonly types?: string;
  readonly state: ExportState;
}

interface ImportQuery extends ImportOptions {
  readonly dry_run: boolean;
  readonly plan?: string;
  readonly note: string;
  readonly locale: string;
}

const TAR = 'application/x-tar';

/** The routes of configuration as code. */
@Tag('Configuration', 'Configuration as code: everything out, and in again, as JSON or as a folder of YAML.')
@Controller()
export class TransferController {
  constructor(
    private readonly exports: ContentExport,
    private readonly imports: ContentImport,
    private readonly access: TransferAccess,
    private readonly types: ContentTypeRegistry,
  ) {}

  @Get('export')
  @Scope('configuration:read')
  @ApiOperation({
    summary: 'Export content',
    description:
      'Everything that the token may read, streamed. Secrets are named, never told. Needs the read scope of each type asked for.',
  })
  @ApiResponse({
    status: 200,
    description: 'The content.',
    content: {
      'application/json': { schema: EXPORT_SCHEMA },
      [TAR]: { schema: ARCHIVE_SCHEMA },
    },
  })
  async export(
    @QueryParams(EXPORT_QUERY) { format, types, state }: ExportQuery,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.asked(types, principal);
    const head = { instance: await this.exports.instance(), types: asked };
    const things = this.exports.things(asked, state);
    if (format === 'json') {
      await reply.type('application/json; charset=utf-8').send(await jsonStream(head, things));
      return;
    }
    const schemas = asked.map((type) => [type, documentSchema(this.types.get(type))] as const);
    const name = 'attachment; filename="parcours.tar"';
    const archive = await tarStream(new Map(schemas), things);
    await reply.type(TAR).header('content-disposition', name).send(archive);
  }

  @Post('import')
  @HttpCode(200)
  @Scope('configuration:read')
  @LargeBody({ mib: MAX_IMPORT_MIB, streams: [TAR] })
  @ApiOperation({
    summary: 'Import content',
    description:
      `Brings the content in line with an export, or with a tar of a folder of YAML: all of it, or nothing. Up to ${String(MAX_IMPORT_MIB)} MiB. ` +
      'Needs the read scope of each type in it; without `dry_run`, `configuration:write` and the write or publish scope of each type that changes.',
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: IMPORT_SCHEMA },
        [TAR]: { schema: ARCHIVE_SCHEMA },
      },
    },
  })
  @Refuses(
    ContentErrors.importRefused,
    ContentErrors.importConflict,
    ContentErrors.importOutdated,
    ContentErrors.changedMeanwhile,
    ContentErrors.malformedArchive,
  )
  @Vetoed(COMES_INTO_USE)
  @Answers(200, PLAN_SCHEMA)
  async import(
    @QueryParams(IMPORT_QUERY) { dry_run, plan: expected, note, locale, ...options }: ImportQuery,
    @JsonOrStream(IMPORT_SCHEMA) body: ImportBody | Readable,
    @CurrentPrincipal() principal: Principal,
    @CurrentActor() by: Actor,
  ) {
    const known = this.types.all().map(({ name }) => name);
    const request =
      body instanceof Readable ? await requestOfArchive(body, known) : requestOfBody(body, known);
    const types = new Set([...request.types, ...request.things.map(({ type }) => type)]);
    this.access.assertMayRead(types, principal);
    const plan = await this.imports.plan(request, options, await this.exports.instance());
    if (!dry_run) {
      this.access.assertMayApply(plan, principal);
      await this.imports.apply(plan, { by, note }, expected);
    }
    return { data: presentPlan(plan, { isApplied: !dry_run, locale }) };
  }

  private asked(types: string | undefined, principal: Principal): string[] {
    const known = this.types.all().map(({ name }) => name);
    if (types === undefined) return this.access.readable(known, principal);
    const asked = types.split(',');
    this.assertKnown(asked, known);
    this.access.assertMayRead(asked, principal);
    return known.filter((type) => asked.includes(type));
  }

  private assertKnown(asked: readonly string[], known: readonly string[]): void {
    const unknown = asked.find((type) => !known.includes(type));
    if (unknown === undefined) return;
    const suggestion = didYouMean(nearest(unknown, known));
    const detail = `There is no content type '${unknown}'.${suggestion}`;
    assertNoDefects([{ pointer: '/types', code: 'schema.not-allowed', detail }], 'query string');
  }
}
