import { covers } from '@parcours/http';

import { PeopleErrors } from './people.errors.js';

/**
 * Nobody gives what they do not have, and nobody takes charge of somebody who may do more: whoever can set another's
 * password can be them. @throws people.beyond-own
 */
export function assertCovers(owned: readonly string[], needed: Iterable<string>): void {
  const beyond = [...new Set(needed)].filter((scope) => !covers(owned, scope));
  if (beyond.length > 0) throw PeopleErrors.beyondOwn({ scopes: beyond });
}
