import type { Readable } from 'node:stream';

import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  HttpErrors,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import { formatInstant, parseInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { AudienceErrors } from '../audience.errors.js';
import { linesOf } from './lines.js';
import type { Suppression, SuppressionReason } from './suppression.js';
import {
  IMPORT_QUERY,
  IMPORT_SCHEMA,
  LINES_SCHEMA,
  SUPPRESSION_ID,
  SUPPRESSION_BODY_SCHEMA,
  SUPPRESSION_PATCH_SCHEMA,
  SUPPRESSION_SCHEMA,
} from './suppression.schema.js';
import { SuppressionService } from './suppression.service.js';
import { SUPPRESSION_LIST } from './suppression.store.js';

interface SuppressionBody {
  readonly channel?: string;
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note?: string | null;
  readonly expiresAt?: string | null;
}

interface ImportQuery {
  readonly channel: string;
  readonly reason: SuppressionReason;
  readonly expiresAt?: string;
}

@Tag('Suppressions', 'Addresses that get nothing, whoever’s they are and whatever was consented to.')
@Controller('suppressions')
export class SuppressionController {
  constructor(private readonly suppressions: SuppressionService) {}

  @Get()
  @Scope('suppressions:read')
  @ApiOperation({
    summary: 'List suppressed addresses',
    description:
      'The latest first. Those that have expired are listed too: `filter[expiresAt][lt]` finds them.',
  })
  @Answers(200, SUPPRESSION_SCHEMA, 'list')
  async list(@ListParams(SUPPRESSION_LIST) query: ListQuery) {
    return answerPage(await this.suppressions.list(query), query, present);
  }

  @Post()
  @Scope('suppressions:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Suppress an address',
    description: 'Nothing is sent to it, whoever’s it is and whatever they have consented to.',
  })
  @Refuses(AudienceErrors.suppressionExists, AudienceErrors.invalidAddress)
  @Answers(201, SUPPRESSION_SCHEMA)
  async add(
    @JsonBody(SUPPRESSION_BODY_SCHEMA) { channel = 'email', expiresAt, ...body }: SuppressionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const suppression = await this.suppressions.add({ ...body, channel, expiresAt: instantOf(expiresAt) });
    return answer(suppression, reply);
  }

  @Post('import')
  @HttpCode(200)
  @Scope('suppressions:write')
  @ApiOperation({
    summary: 'Suppress many addresses',
    description: 'One address a line, as many as you like. Sent again, it adds what is missing.',
  })
  @ApiConsumes('text/plain')
  @ApiBody({ schema: LINES_SCHEMA })
  @Refuses(HttpErrors.unsupportedMediaType)
  @Answers(200, IMPORT_SCHEMA)
  async import(
    @QueryParams(IMPORT_QUERY) { channel, reason, expiresAt }: ImportQuery,
    @Body() lines: Readable | undefined,
  ) {
    if (!lines) return { data: { added: 0, known: 0, rejected: 0, rejectedLines: [] } };
    const request = { channel, reason, expiresAt: instantOf(expiresAt) };
    return { data: await this.suppressions.import(linesOf(lines), request) };
  }

  @Get(':id')
  @Scope('suppressions:read')
  @ApiOperation({
    summary: 'Read a suppression',
    description: 'Why an address gets nothing, and until when.',
  })
  @Refuses(AudienceErrors.suppressionNotFound)
  @Answers(200, SUPPRESSION_SCHEMA)
  async get(@PathParam('id', SUPPRESSION_ID) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return answer(await this.suppressions.get(numberOf(id)), reply);
  }

  @Patch(':id')
  @Scope('suppressions:write')
  @ApiOperation({
    summary: 'Change why or until when an address is suppressed',
    description:
      'A JSON merge patch (RFC 7396). The address itself never changes: delete the entry and add another.',
  })
  @Refuses(AudienceErrors.suppressionNotFound)
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Answers(200, SUPPRESSION_SCHEMA)
  async patch(
    @PathParam('id', SUPPRESSION_ID) id: string,
    @JsonBody(SUPPRESSION_PATCH_SCHEMA) { expiresAt, ...body }: Partial<SuppressionBody>,
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const patch = { ...body, expiresAt: instantOf(expiresAt) };
    return answer(await this.suppressions.change(numberOf(id), patch, ifMatch), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('suppressions:write')
  @ApiOperation({
    summary: 'Let messages go to an address again',
    description: 'Takes it off the list; what customers have consented to counts again.',
  })
  @Refuses(AudienceErrors.suppressionNotFound)
  @Answers(204)
  async remove(
    @PathParam('id', SUPPRESSION_ID) id: string,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<void> {
    await this.suppressions.remove(numberOf(id), ifMatch);
  }
}

function numberOf(id: string): number {
  if (!/^\d{1,16}$/.test(id)) throw AudienceErrors.suppressionNotFound({ id });
  return Number(id);
}

function instantOf(text: string | null | undefined): number | null | undefined {
  return typeof text === 'string' ? parseInstant(text) : text;
}

function answer(suppression: Suppression, reply: FastifyReply) {
  setEtag(reply, suppression.revision);
  return { data: present(suppression) };
}

function present({ id, createdAt, expiresAt, ...rest }: Suppression) {
  return {
    ...rest,
    id: String(id),
    createdAt: formatInstant(createdAt),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  };
}
