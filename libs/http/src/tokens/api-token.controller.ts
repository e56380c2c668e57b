import { Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation } from '@nestjs/swagger';
import { type Actor, type Finding, formatInstant, parseInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { type Caller, CurrentCaller } from '../access/caller.js';
import { IfMatch, setEtag } from '../concurrency/etag.js';
import { Idempotent } from '../idempotency/idempotency.decorator.js';
import { ListParams } from '../lists/list-params.decorator.js';
import type { ListQuery } from '../lists/list-query.js';
import { answerPage } from '../lists/list-page.js';
import { TokenErrors } from '../http.errors.js';
import { Answers, Tagged } from '../openapi/answers.decorator.js';
import { Refuses } from '../openapi/refuses.decorator.js';
import { Tag } from '../openapi/tag.decorator.js';
import { JsonBody, PathParam } from '../validation/request-parts.decorator.js';
import type { ApiToken } from './api-token.entity.js';
import {
  NEW_TOKEN_SCHEMA,
  TOKEN_ID,
  TOKEN_LIST,
  TOKEN_PATCH_SCHEMA,
  TOKEN_SCHEMA,
} from './api-token.schema.js';
import { ApiTokenService, tagOf } from './api-token.service.js';
import { CurrentActor } from './principal.js';
import { Scope } from './scope.decorator.js';

interface NewTokenBody {
  readonly name: string;
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
  readonly expiresAt?: string;
}

@Tag('API tokens', 'What programs, and people, call the API with. A token has scopes, and can be revoked.')
@Controller('api-tokens')
export class ApiTokenController {
  constructor(private readonly tokens: ApiTokenService) {}

  @Get()
  @Scope('tokens:read')
  @ApiOperation({
    summary: 'List API tokens',
    description: 'Never their texts. Revoked and expired ones too.',
  })
  @Answers(200, TOKEN_SCHEMA, 'list')
  async list(@ListParams(TOKEN_LIST) query: ListQuery) {
    return answerPage(await this.tokens.list(query), query, present);
  }

  @Post()
  @Scope('tokens:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Create an API token',
    description:
      'The answer holds the token itself, this once. Nobody can give more than they may do themselves; roles count as they are when the token is used.',
  })
  @Refuses(TokenErrors.scopeBeyondOwn)
  @Answers(201, TOKEN_SCHEMA)
  async create(
    @JsonBody(NEW_TOKEN_SCHEMA) body: NewTokenBody,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expiresAt = body.expiresAt === undefined ? undefined : parseInstant(body.expiresAt);
    const { token, text } = await this.tokens.issue({ ...body, expiresAt }, caller);
    void reply.header('location', `/api/v1/api-tokens/${String(token.id)}`);
    return { data: { ...present(token), token: text, warnings: warningsOf(token) } };
  }

  @Get(':id')
  @Scope('tokens:read')
  @ApiOperation({ summary: 'Read an API token', description: 'What it may do, and when it was last used.' })
  @Refuses(TokenErrors.notFound)
  @Answers(200, TOKEN_SCHEMA)
  @Tagged()
  async get(@PathParam('id', TOKEN_ID) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const token = await this.tokens.get(id);
    return answer(token, reply);
  }

  @Patch(':id')
  @Scope('tokens:write')
  @ApiOperation({ summary: 'Rename an API token', description: 'All else of a token stays as it was made.' })
  @Refuses(TokenErrors.notFound)
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Answers(200, TOKEN_SCHEMA)
  async rename(
    @PathParam('id', TOKEN_ID) id: string,
    @JsonBody(TOKEN_PATCH_SCHEMA) { name }: { name: string },
    @IfMatch() ifMatch: string | undefined,
    @CurrentActor() by: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(await this.tokens.rename(id, name, { by, ifMatch }), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('tokens:write')
  @ApiOperation({
    summary: 'Revoke an API token',
    description: 'Takes effect within five seconds everywhere.',
  })
  @Refuses(TokenErrors.notFound)
  @Answers(204)
  async revoke(@PathParam('id', TOKEN_ID) id: string, @CurrentActor() by: Actor): Promise<void> {
    await this.tokens.revoke(id, by);
  }
}

function answer(token: ApiToken, reply: FastifyReply) {
  setEtag(reply, tagOf(token));
  return { data: present(token) };
}

/** A token for ever is one that nobody remembers when it leaks. */
function warningsOf({ expiresAt }: ApiToken): Finding[] {
  if (expiresAt !== null) return [];
  return [
    {
      code: 'tokens.never-expires',
      severity: 'warning',
      pointer: '/expiresAt',
      message: 'The token never expires.',
      suggestion: 'Give it an expiresAt, and replace it before then.',
    },
  ];
}

function present(token: ApiToken) {
  const { name, hint, scopes, roles, createdBy } = token;
  return {
    id: String(token.id),
    name,
    hint,
    scopes,
    roles: roles ?? [],
    createdBy,
    createdAt: formatInstant(token.createdAt),
    expiresAt: instantOrNull(token.expiresAt),
    revokedAt: instantOrNull(token.revokedAt),
    lastUsedAt: instantOrNull(token.lastUsedAt),
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
