import { Injectable } from '@nestjs/common';
import { type Actor, Clock, IdGenerator, stableHash } from '@parcours/kernel';

import type { Caller } from '../access/caller.js';
import { assertMatch } from '../concurrency/etag.js';
import { TokenErrors } from '../http.errors.js';
import type { Page } from '../lists/list-page.js';
import type { ListQuery } from '../lists/list-query.js';
import { ApiTokenRights } from './api-token-rights.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokenRepository } from './api-token.repository.js';
import { TokenCache } from './token-cache.js';
import { hashToken, hintOf, newTokenText } from './token-text.js';

export interface NewToken {
  readonly name: string;
  readonly scopes?: readonly string[];
  /** Keys of roles, whose scopes are looked up whenever the token is used. */
  readonly roles?: readonly string[];
  /** Milliseconds since the epoch; never when left out. */
  readonly expiresAt?: number | undefined;
}

/** API tokens: issued, listed, renamed, revoked. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly cache: TokenCache,
    private readonly rights: ApiTokenRights,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Answers the token's text, the only time that it is known. @throws tokens.scope-beyond-own, http.invalid-request */
  async issue(request: NewToken, { by, scopes }: Caller): Promise<{ token: ApiToken; text: string }> {
    await this.rights.assertMayGive(scopes, { scopes: request.scopes ?? [], roles: request.roles ?? [] });
    const text = newTokenText();
    const token = this.prepare(request, { text, by });
    await this.tokens.add(token, by);
    this.cache.forget(token.hash);
    return { token, text };
  }

  /** A token row for a text, not stored yet. */
  prepare(
    { name, scopes = [], roles = [], expiresAt }: NewToken,
    { text, by }: { text: string; by: Actor },
  ): ApiToken {
    return {
      id: this.ids.next(),
      name,
      hint: hintOf(text),
      hash: hashToken(text),
      scopes: [...scopes],
      roles: [...roles],
      createdBy: by.name,
      createdById: by.id,
      createdAt: this.clock.now(),
      expiresAt: expiresAt ?? null,
      revokedAt: null,
      lastUsedAt: null,
    };
  }

  async list(query: ListQuery): Promise<Page<ApiToken>> {
    return this.tokens.list(query);
  }

  /** @throws tokens.not-found */
  async get(id: string): Promise<ApiToken> {
    const number = Number(id);
    const token = Number.isSafeInteger(number) ? await this.tokens.findById(number) : null;
    if (!token) throw TokenErrors.notFound({ id });
    return token;
  }

  /** @throws tokens.not-found, http.stale */
  async rename(
    id: string,
    name: string,
    { by, ifMatch }: { by: Actor; ifMatch: string | undefined },
  ): Promise<ApiToken> {
    const token = await this.get(id);
    assertMatch(ifMatch, tagOf(token));
    await this.tokens.rename(token, name, by);
    this.cache.forget(token.hash);
    return { ...token, name };
  }

  /** Revoking twice changes nothing. @throws tokens.not-found */
  async revoke(id: string, by: Actor): Promise<void> {
    const token = await this.get(id);
    await this.tokens.revoke(token, this.clock.now(), by);
    this.cache.forget(token.hash);
  }
}

/** The ETag of a token. */
export function tagOf({ id, name, revokedAt, lastUsedAt }: ApiToken): string {
  return [id, revokedAt ?? 0, lastUsedAt ?? 0, stableHash(name).toString(36)].join('-');
}
