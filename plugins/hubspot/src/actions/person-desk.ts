import { CrmFailure } from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import { HubSpotRefusal } from '../hubspot-errors.js';
import { objectsIn, textOf } from '../json.js';
import { propertiesOf } from '../record-values.js';
import { readByKey } from '../record-finder.js';
import type { ActionInput } from './action-inputs.js';

const TAKEN = /Existing ID: (\d+)/i;
const KEPT_OWNERS = 1_000;

/** Who an action is about, and who is to do it. */
export class PersonDesk {
  private readonly owners = new Map<string, string>();

  constructor(private readonly api: HubSpotApi) {}

  /** The contact: by its id, by its email address, or a new one. @throws CrmFailure */
  async personOf(input: ActionInput, signal: AbortSignal): Promise<string> {
    const known = textOf(input['personId']);
    if (known !== undefined) return known;
    const email = textOf(input['email'])?.trim();
    if (email === undefined || email === '') throw NOBODY;
    const path = 'contacts';
    const [found] = await readByKey(
      this.api,
      { path, idProperty: 'email', ids: [email], properties: ['email'] },
      signal,
    );
    return textOf(found?.['id']) ?? this.made(email, input, signal);
  }

  /** The id of the owner; `undefined` where none is asked for. @throws CrmFailure */
  async ownerOf(input: ActionInput, signal: AbortSignal): Promise<string | undefined> {
    const owner = textOf(input['owner'])?.trim();
    if (owner === undefined || !owner.includes('@')) return owner;
    const email = owner.toLowerCase();
    const known = this.owners.get(email);
    if (known !== undefined) return known;
    const query = new URLSearchParams({ email, limit: '1', archived: 'false' });
    const { results } = await this.api.call({
      method: 'GET',
      path: `/crm/v3/owners?${query.toString()}`,
      signal,
    });
    const found = textOf(objectsIn(results)[0]?.['id']);
    if (found === undefined) throw NO_OWNER;
    if (this.owners.size >= KEPT_OWNERS) this.owners.clear();
    this.owners.set(email, found);
    return found;
  }

  private async made(email: string, input: ActionInput, signal: AbortSignal): Promise<string> {
    const { firstName: firstname, lastName: lastname, phone } = input;
    const properties = propertiesOf({ email, firstname, lastname, phone });
    try {
      const made = await this.api.call({
        method: 'POST',
        path: '/crm/v3/objects/contacts',
        body: { properties, associations: [] },
        signal,
      });
      return textOf(made['id']) ?? '';
    } catch (cause) {
      // Somebody else has made it meanwhile.
      const existing = cause instanceof HubSpotRefusal && cause.status === 409 && TAKEN.exec(cause.said)?.[1];
      if (typeof existing === 'string') return existing;
      throw cause;
    }
  }
}

const NOBODY = new CrmFailure({
  class: 'permanent',
  code: 'hubspot.person-unknown',
  detail: 'There is neither a contact nor an email address to find one by.',
});

const NO_OWNER = new CrmFailure({
  class: 'permanent',
  code: 'hubspot.owner-unknown',
  detail: 'No user of the portal has this email address.',
});
