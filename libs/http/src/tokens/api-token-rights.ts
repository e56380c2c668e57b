import { Injectable } from '@nestjs/common';

import { RoleDirectory } from '../access/role-directory.js';
import { TokenErrors } from '../http.errors.js';
import { RouteScopes } from './route-scopes.js';
import { covers } from './scopes.rules.js';

export interface TokenGrant {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

/** What a new token may be given. */
@Injectable()
export class ApiTokenRights {
  constructor(
    private readonly routes: RouteScopes,
    private readonly roles: RoleDirectory,
  ) {}

  /** @throws tokens.scope-beyond-own, http.invalid-request for scopes and roles that there are not */
  async assertMayGive(owned: readonly string[], { scopes, roles }: TokenGrant): Promise<void> {
    this.routes.assertKnown(scopes);
    await this.roles.assertKnown(roles);
    const given = [...scopes, ...(await this.roles.scopesOf(roles))];
    const beyond = [...new Set(given)].filter((scope) => !covers(owned, scope));
    if (beyond.length > 0) throw TokenErrors.scopeBeyondOwn({ scopes: beyond });
  }
}
