import { Injectable } from '@nestjs/common';
import { covers, HttpErrors, type Principal } from '@parcours/http';

import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ReleaseMember } from './content-release.entity.js';
import { scopesOf } from './release-members.js';

/** A release gives nobody more than publishing its members one by one would. */
@Injectable()
export class ReleaseAccess {
  constructor(private readonly types: ContentTypeRegistry) {}

  /** @throws http.missing-scope */
  assertMayPublish(items: readonly ReleaseMember[], { scopes }: Principal): void {
    const needed = scopesOf(items, (type) => this.types.get(type).scopes);
    const missing = needed.find((scope) => !covers(scopes, scope));
    if (missing !== undefined) throw HttpErrors.missingScope({ scope: missing });
  }
}
