import { Injectable } from '@nestjs/common';
import { assertMatch, type Caller, RouteScopes } from '@parcours/http';
import { canonicalJson } from '@parcours/kernel';

import { RoleErrors } from '../people.errors.js';
import { PeopleMoment } from '../people.moment.js';
import { PeopleWriter } from '../people.writer.js';
import { assertCovers } from '../rights.rules.js';
import { countWithRole } from '../users/user.repository.js';
import { BUILT_IN_KEYS } from './built-in-roles.rules.js';
import type { CustomRole } from './role.entity.js';
import {
  countTokensWithRole,
  deleteRole,
  insertRole,
  RoleRepository,
  updateRole,
} from './role.repository.js';
import { type AnyRole, recordedRole } from './role.schema.js';
import { RoleScopes } from './role-scopes.js';

export interface NewRole {
  readonly key: string;
  readonly name: string;
  readonly description?: string | null;
  readonly scopes: readonly string[];
}

export interface RoleAddress {
  readonly key: string;
  readonly ifMatch?: string | undefined;
}

/** Roles: seven built in, and those that an installation makes. */
@Injectable()
export class RoleService {
  constructor(
    private readonly roles: RoleRepository,
    private readonly builtIns: RoleScopes,
    private readonly routes: RouteScopes,
    private readonly writer: PeopleWriter,
    private readonly moment: PeopleMoment,
  ) {}

  async list(): Promise<AnyRole[]> {
    return [...this.builtIns.builtIn(), ...(await this.roles.all())];
  }

  /** @throws roles.not-found */
  async get(key: string): Promise<AnyRole> {
    const found =
      this.builtIns.builtIn().find((role) => role.key === key) ?? (await this.roles.findByKey(key));
    if (!found) throw RoleErrors.notFound({ key });
    return found;
  }

  /** @throws roles.key-taken, people.beyond-own, http.invalid-request */
  async create({ key, name, description = null, scopes }: NewRole, caller: Caller): Promise<CustomRole> {
    this.routes.assertKnown(scopes);
    assertCovers(caller.scopes, scopes);
    if (BUILT_IN_KEYS.includes(key)) throw RoleErrors.keyTaken({ key });
    const at = this.moment.now();
    const role = { key, name, description, scopes, revision: 1, createdAt: at, updatedAt: at };
    await this.writer.change(async ({ sql, record }) => {
      await insertRole(sql, role);
      await record({
        action: 'role.created',
        subject: subjectOf(key),
        after: recordedRole(role),
        by: caller.by,
      });
    });
    return role;
  }

  /** @throws roles.not-found, roles.built-in, http.stale, people.beyond-own, people.changed-meanwhile */
  async patch(
    address: RoleAddress,
    patch: Partial<Omit<NewRole, 'key'>>,
    caller: Caller,
  ): Promise<CustomRole> {
    const role = await this.requireOwn(address);
    const { name = role.name, description = role.description, scopes = role.scopes } = patch;
    if (canonicalJson(scopes) !== canonicalJson(role.scopes)) this.routes.assertKnown(scopes);
    assertCovers(caller.scopes, [...role.scopes, ...scopes]);
    const updatedAt = this.moment.now();
    return this.writer.change(async ({ sql, record }) => {
      const changed = await updateRole(sql, role, { name, description, scopes, updatedAt });
      const [before, after] = [recordedRole(role), recordedRole(changed)];
      await record({ action: 'role.changed', subject: subjectOf(role.key), before, after, by: caller.by });
      return changed;
    });
  }

  /** @throws roles.not-found, roles.built-in, roles.in-use, http.stale, people.beyond-own, people.changed-meanwhile */
  async remove(address: RoleAddress, caller: Caller): Promise<void> {
    const role = await this.requireOwn(address);
    const { key, scopes } = role;
    assertCovers(caller.scopes, scopes);
    await this.writer.change(async ({ sql, record }) => {
      const { all: users } = await countWithRole(sql, key);
      const tokens = await countTokensWithRole(sql, key);
      if (users + tokens > 0) throw RoleErrors.inUse({ key, users, tokens });
      await deleteRole(sql, role);
      await record({
        action: 'role.deleted',
        subject: subjectOf(key),
        before: recordedRole(role),
        by: caller.by,
      });
    });
  }

  private async requireOwn({ key, ifMatch }: RoleAddress): Promise<CustomRole> {
    if (BUILT_IN_KEYS.includes(key)) throw RoleErrors.builtIn({ key });
    const role = await this.roles.findByKey(key);
    if (!role) throw RoleErrors.notFound({ key });
    assertMatch(ifMatch, role.revision);
    return role;
  }
}

function subjectOf(key: string) {
  return { type: 'roles', key };
}
