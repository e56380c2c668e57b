import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock, describeError } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';
import type { ApiToken } from './api-token.entity.js';
import { ApiTokenRepository } from './api-token.repository.js';
import type { Principal } from './principal.js';
import { TokenCache } from './token-cache.js';
import { hashToken, TOKEN_PREFIX } from './token-text.js';

const LAST_USED_EVERY_MS = 60_000;

/** Tells who calls, from the Authorization header. */
@Injectable()
export class AuthenticationService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(AuthenticationService.name);
  private readonly noted = new Map<number, number>();
  private writing = Promise.resolve();

  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly cache: TokenCache,
    private readonly clock: Clock,
  ) {}

  /** Answers at once where the token is known, so that a call does not wait for anything. @throws http.unauthenticated */
  authenticate(header: string | undefined): Principal | Promise<Principal> {
    const hash = hashToken(bearerToken(header));
    const cached = this.cache.find(hash);
    return cached ? this.accept(cached.token) : this.load(hash);
  }

  /** The token's id when it is known already; a limiter asks before anything is checked. */
  knownTokenId(header: string | undefined): number | undefined {
    if (!header?.startsWith(`Bearer ${TOKEN_PREFIX}`)) return undefined;
    return this.cache.find(hashToken(bearerToken(header)))?.token?.id;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private async load(hash: string): Promise<Principal> {
    const token = (await this.tokens.findByHash(hash)) ?? undefined;
    this.cache.keep(hash, token);
    return this.accept(token);
  }

  private accept(token: ApiToken | undefined): Principal {
    const now = this.clock.now();
    if (!token || token.revokedAt !== null) throw refusal('The token is not known or was revoked.');
    if (token.expiresAt !== null && token.expiresAt <= now) throw refusal('The token has expired.');
    this.noteUse(token.id, now);
    return { kind: 'token', id: token.id, name: token.name, scopes: token.scopes };
  }

  /** Written behind the call's back, once a minute at most; a lost write only makes the time a little older. */
  private noteUse(id: number, now: number): void {
    if (now - (this.noted.get(id) ?? 0) < LAST_USED_EVERY_MS) return;
    this.noted.set(id, now);
    this.writing = this.writing
      .then(() => this.tokens.touch(id, now))
      .catch((error: unknown) => {
        this.logger.debug(`last use of a token not written: ${describeError(error)}`);
      });
  }
}

function bearerToken(header: string | undefined): string {
  if (header === undefined) throw refusal('This call needs an API token.');
  const match = /^Bearer +(\S+)$/i.exec(header);
  if (!match?.[1]) throw refusal('The Authorization header is not a bearer token.');
  return match[1];
}

function refusal(reason: string) {
  return HttpErrors.unauthenticated({ reason });
}
