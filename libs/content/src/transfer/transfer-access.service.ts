import { Injectable } from '@nestjs/common';
import { covers, HttpErrors, type Principal } from '@parcours/http';

import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ImportPlan } from './import-request.js';

const APPLY_SCOPE = 'configuration:write';

/** Content in bulk gives nobody more than its things one by one would. */
@Injectable()
export class TransferAccess {
  constructor(private readonly types: ContentTypeRegistry) {}

  /** Those of the types that the caller may read. */
  readable(types: readonly string[], principal: Principal): string[] {
    return types.filter((type) => covers(principal.scopes, this.scopeOf(type, 'read')));
  }

  /** @throws http.missing-scope */
  assertMayRead(types: Iterable<string>, principal: Principal): void {
    this.assertAll(
      [...types].map((type) => this.scopeOf(type, 'read')),
      principal,
    );
  }

  /** @throws http.missing-scope */
  assertMayApply({ things }: ImportPlan, principal: Principal): void {
    const needed = things.flatMap(({ type, effects }) =>
      effects.map((effect) =>
        this.scopeOf(type, effect === 'save' || effect === 'delete' ? 'write' : 'publish'),
      ),
    );
    this.assertAll([APPLY_SCOPE, ...new Set(needed)], principal);
  }

  private assertAll(scopes: readonly string[], principal: Principal): void {
    const missing = scopes.find((scope) => !covers(principal.scopes, scope));
    if (missing !== undefined) throw HttpErrors.missingScope({ scope: missing });
  }

  private scopeOf(type: string, action: 'read' | 'write' | 'publish'): string {
    return `${this.types.get(type).scopes}:${action}`;
  }
}
