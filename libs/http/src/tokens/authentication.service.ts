import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock, describeError } from '@parcours/kernel';

import { CredentialSources } from '../access/credential-sources.js';
import { RoleDirectory } from '../access/role-directory.js';
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
    private readonly sources: CredentialSources,
    private readonly roles: RoleDirectory,
  ) {}

  /** Answers at once where the token is known, so that a call does not wait for anything. @throws http.unauthenticated */
  authenticate(header: string | undefined): Principal | Promise<Principal> {
    const text = bearerToken(header);
    const source = this.sources.of(text);
    if (source) return source.authenticate(text);
    const hash = hashToken(text);
    const cached = this.cache.find(hash);
    return cached ? this.accept(cached.token) : this.load(hash);
  }

  /** The caller, `token 12`, when it is known already; a limiter asks before anything is checked. */
  knownCaller(header: string | undefined): string | undefined {
    const text = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (text === undefined) return undefined;
    const source = this.sources.of(text);
    const { kind, id } = source ? (source.known(text) ?? {}) : this.knownToken(text);
    return kind === undefined ? undefined : `${kind} ${String(id)}`;
  }

  /** Roles have changed: what a token may do is looked up anew. */
  forgetAll(): void {
    this.cache.forgetAll();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private knownToken(text: string): Partial<Pick<Principal, 'kind' | 'id'>> {
    const token = text.startsWith(TOKEN_PREFIX) ? this.cache.find(hashToken(text))?.token : undefined;
    return token ? { kind: 'token', id: token.id } : {};
  }

  private async load(hash: string): Promise<Principal> {
    return this.accept(await this.cache.load(hash, () => this.findWithScopes(hash)));
  }

  /** The scopes of its roles are put to its own, to be kept with it. */
  private async findWithScopes(hash: string): Promise<ApiToken | undefined> {
    const token = await this.tokens.findByHash(hash);
    if (!token) return undefined;
    const ofRoles = await this.roles.scopesOf(token.roles ?? []);
    return { ...token, scopes: [...new Set([...token.scopes, ...ofRoles])] };
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
  if (header === undefined) throw refusal('This call needs an API token or a session.');
  const match = /^Bearer +(\S+)$/i.exec(header);
  if (!match?.[1]) throw refusal('The Authorization header is not a bearer token.');
  return match[1];
}

function refusal(reason: string) {
  return HttpErrors.unauthenticated({ reason });
}
