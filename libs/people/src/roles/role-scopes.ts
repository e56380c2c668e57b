import { Injectable } from '@nestjs/common';
import { assertNoDefects, didYouMean, type RoleSource, RouteScopes } from '@parcours/http';
import { nearest, pointer } from '@parcours/kernel';

import type { PEOPLE_DEFECTS } from '../people.errors.js';
import { type BuiltInRole, builtInRoles } from './built-in-roles.rules.js';
import { RoleRepository } from './role.repository.js';

const UNKNOWN: keyof typeof PEOPLE_DEFECTS = 'people.unknown-role';

/** What roles allow: the built-in ones by rule, the others as they are written. */
@Injectable()
export class RoleScopes implements RoleSource {
  private builtIns: readonly BuiltInRole[] | undefined;

  constructor(
    private readonly roles: RoleRepository,
    private readonly routes: RouteScopes,
  ) {}

  /** Known once all routes are. */
  builtIn(): readonly BuiltInRole[] {
    this.builtIns ??= builtInRoles(this.routes.known());
    return this.builtIns;
  }

  async scopesOf(roles: readonly string[]): Promise<readonly string[]> {
    if (roles.length === 0) return [];
    const all = await this.scopesByKey(roles);
    return [...new Set(roles.flatMap((key) => all.get(key) ?? []))];
  }

  async assertKnown(roles: readonly string[]): Promise<void> {
    const all = await this.scopesByKey(roles);
    const errors = roles.flatMap((key, at) =>
      all.has(key)
        ? []
        : [
            {
              pointer: pointer('roles', at),
              code: UNKNOWN,
              detail: `There is no role '${key}'.${didYouMean(nearest(key, all.keys()))}`,
            },
          ],
    );
    assertNoDefects(errors, 'body');
  }

  private async scopesByKey(wanted: readonly string[]): Promise<Map<string, readonly string[]>> {
    const all = new Map(this.builtIn().map(({ key, scopes }) => [key, scopes]));
    if (wanted.every((key) => all.has(key))) return all;
    for (const { key, scopes } of await this.roles.all()) all.set(key, scopes);
    return all;
  }
}
