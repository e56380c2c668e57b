import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { PeopleErrors } from '../people.errors.js';
import { assertCovers } from '../rights.rules.js';
import { RoleScopes } from '../roles/role-scopes.js';
import type { User } from './user.entity.js';
import { countWithRole } from './user.repository.js';

const OWNER = 'owner';

/** Who may do what to users. */
@Injectable()
export class UserRights {
  constructor(private readonly roles: RoleScopes) {}

  /** @throws people.beyond-own, http.invalid-request for a role that there is not */
  async assertMayGive(scopes: readonly string[], roles: readonly string[]): Promise<void> {
    await this.roles.assertKnown(roles);
    assertCovers(scopes, await this.roles.scopesOf(roles));
  }

  /** @throws people.beyond-own */
  async assertInCharge(scopes: readonly string[], user: User): Promise<void> {
    assertCovers(scopes, await this.roles.scopesOf(user.roles));
  }
}

/** To be asked when the change is written, before it is committed. @throws people.last-owner */
export async function assertOwnerLeft(sql: Sql, before: User, after: User | undefined): Promise<void> {
  if (!isAbleOwner(before) || (after && isAbleOwner(after))) return;
  if ((await countWithRole(sql, OWNER)).active === 0) throw PeopleErrors.lastOwner({});
}

function isAbleOwner({ roles, disabledAt, passwordHash }: User): boolean {
  return roles.includes(OWNER) && disabledAt === null && passwordHash !== null;
}
