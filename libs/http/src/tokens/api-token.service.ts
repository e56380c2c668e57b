import { Injectable } from '@nestjs/common';
import { Clock, IdGenerator, nearest } from '@parcours/kernel';

import { TokenErrors } from '../http.errors.js';
import type { Page } from '../lists/list-page.js';
import type { ListQuery } from '../lists/list-query.js';
import { assertNoDefects } from '../validation/compile-schema.js';
import { didYouMean } from '../validation/schema-defects.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokenRepository } from './api-token.repository.js';
import type { Principal } from './principal.js';
import { RouteScopes } from './route-scopes.js';
import { covers } from './scopes.rules.js';
import { TokenCache } from './token-cache.js';
import { hashToken, hintOf, newTokenText } from './token-text.js';

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch; never when left out. */
  readonly expiresAt?: number | undefined;
}

/** API tokens: issued, listed, revoked. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly cache: TokenCache,
    private readonly scopes: RouteScopes,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** Answers the token's text, the only time that it is known. @throws tokens.scope-beyond-own */
  async issue(request: NewToken, issuer: Principal): Promise<{ token: ApiToken; text: string }> {
    this.refuseUnknownScopes(request.scopes);
    const beyond = request.scopes.filter((scope) => !covers(issuer.scopes, scope));
    if (beyond.length > 0) throw TokenErrors.scopeBeyondOwn({ scopes: beyond });
    const text = newTokenText();
    const token = this.prepare(request, text);
    await this.tokens.add(token);
    this.cache.forget(token.hash);
    return { token, text };
  }

  /** A token row for a text, not stored yet. */
  prepare({ name, scopes, expiresAt }: NewToken, text: string): ApiToken {
    return {
      id: this.ids.next(),
      name,
      hint: hintOf(text),
      hash: hashToken(text),
      scopes: [...scopes],
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

  /** Revoking twice changes nothing. @throws tokens.not-found */
  async revoke(id: string): Promise<void> {
    const token = await this.get(id);
    if (token.revokedAt === null) await this.tokens.revoke(token.id, this.clock.now());
    this.cache.forget(token.hash);
  }

  private refuseUnknownScopes(scopes: readonly string[]): void {
    const known = this.scopes.known();
    const errors = scopes.flatMap((scope, at) =>
      known.includes(scope)
        ? []
        : [
            {
              pointer: `/scopes/${String(at)}`,
              code: 'schema.not-allowed',
              detail: `There is no scope '${scope}'.${didYouMean(nearest(scope, known))}`,
            },
          ],
    );
    assertNoDefects(errors, 'body');
  }
}
