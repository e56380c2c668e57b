import { Injectable } from '@nestjs/common';
import { type CredentialSource, HttpErrors, type Principal } from '@parcours/http';
import { Clock } from '@parcours/kernel';

import { RoleScopes } from '../roles/role-scopes.js';
import { UserRepository } from '../users/user.repository.js';
import { SessionCache } from './session-cache.js';
import { ACCESS_PREFIX, hashText } from './session-tokens.js';
import { SessionRepository } from './session.repository.js';

/** Access tokens of sessions, as credentials beside API tokens. */
@Injectable()
export class SessionCredentials implements CredentialSource {
  readonly prefix = ACCESS_PREFIX;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly users: UserRepository,
    private readonly roles: RoleScopes,
    private readonly cache: SessionCache,
    private readonly clock: Clock,
  ) {}

  authenticate(text: string): Principal | Promise<Principal> {
    const hash = hashText(text);
    const cached = this.cache.find(hash);
    return cached ? admitted(cached.caller) : this.load(hash);
  }

  known(text: string): Principal | undefined {
    return this.cache.find(hashText(text))?.caller;
  }

  private async load(hash: string): Promise<Principal> {
    return admitted(await this.cache.load(hash, () => this.read(hash)));
  }

  private async read(hash: string): Promise<{ caller: Principal; expiresAt: number } | undefined> {
    const session = await this.sessions.findByAccess(hash);
    if (!session || session.endedAt !== null) return undefined;
    const expiresAt = Math.min(session.accessExpiresAt, session.idleExpiresAt, session.expiresAt);
    if (expiresAt <= this.clock.now()) return undefined;
    const user = await this.users.findById(session.userId);
    if (!user || user.disabledAt !== null) return undefined;
    const scopes = await this.roles.scopesOf(user.roles);
    return {
      caller: { kind: 'user', id: user.id, name: user.name, scopes, sessionId: session.id },
      expiresAt,
    };
  }
}

function admitted(caller: Principal | undefined): Principal {
  if (caller) return caller;
  throw HttpErrors.unauthenticated({
    reason: 'The access token is not known or has expired; refresh it, or sign in again.',
  });
}
