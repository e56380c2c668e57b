import { Injectable } from '@nestjs/common';

import { assertNoDefects } from '../validation/compile-schema.js';

/** What roles there are and what they allow, for who hands them out. */
export interface RoleSource {
  /** The scopes of the roles together. A role that is not there any longer allows nothing. */
  scopesOf(roles: readonly string[]): Promise<readonly string[]>;
  /** @throws http.invalid-request pointing at each key that is no role. */
  assertKnown(roles: readonly string[]): Promise<void>;
}

/** Roles, as the library tells that knows them; without it there are none. */
@Injectable()
export class RoleDirectory implements RoleSource {
  private source: RoleSource | undefined;

  register(source: RoleSource): void {
    this.source = source;
  }

  async scopesOf(roles: readonly string[]): Promise<readonly string[]> {
    return roles.length === 0 ? [] : ((await this.source?.scopesOf(roles)) ?? []);
  }

  async assertKnown(roles: readonly string[]): Promise<void> {
    if (roles.length === 0) return;
    if (this.source) return this.source.assertKnown(roles);
    const detail = 'There are no roles here.';
    assertNoDefects([{ pointer: '/roles', code: 'schema.not-allowed', detail }], 'body');
  }
}
