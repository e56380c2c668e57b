import { Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { formatInstant, parseInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { setEtag } from '../concurrency/etag.js';
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
import { NEW_TOKEN_SCHEMA, TOKEN_ID, TOKEN_LIST, TOKEN_SCHEMA } from './api-token.schema.js';
import { ApiTokenService } from './api-token.service.js';
import { CurrentPrincipal, type Principal } from './principal.js';
import { Scope } from './scope.decorator.js';

interface NewTokenBody {
  readonly name: string;
  readonly scopes: readonly string[];
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
    description: 'The answer holds the token itself, this once.',
  })
  @Refuses(TokenErrors.scopeBeyondOwn)
  @Answers(201, TOKEN_SCHEMA)
  async create(
    @JsonBody(NEW_TOKEN_SCHEMA) body: NewTokenBody,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const expiresAt = body.expiresAt === undefined ? undefined : parseInstant(body.expiresAt);
    const { token, text } = await this.tokens.issue({ ...body, expiresAt }, principal);
    void reply.header('location', `/api/v1/api-tokens/${String(token.id)}`);
    return { data: { ...present(token), token: text } };
  }

  @Get(':id')
  @Scope('tokens:read')
  @ApiOperation({ summary: 'Read an API token', description: 'What it may do, and when it was last used.' })
  @Refuses(TokenErrors.notFound)
  @Answers(200, TOKEN_SCHEMA)
  @Tagged()
  async get(@PathParam('id', TOKEN_ID) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const token = await this.tokens.get(id);
    setEtag(reply, `${String(token.id)}-${String(token.revokedAt ?? 0)}-${String(token.lastUsedAt ?? 0)}`);
    return { data: present(token) };
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
  async revoke(@PathParam('id', TOKEN_ID) id: string): Promise<void> {
    await this.tokens.revoke(id);
  }
}

function present(token: ApiToken) {
  const { name, hint, scopes } = token;
  return {
    id: String(token.id),
    name,
    hint,
    scopes,
    createdAt: formatInstant(token.createdAt),
    expiresAt: instantOrNull(token.expiresAt),
    revokedAt: instantOrNull(token.revokedAt),
    lastUsedAt: instantOrNull(token.lastUsedAt),
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
