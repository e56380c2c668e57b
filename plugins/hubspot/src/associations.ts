import { jsonObjectOf } from '@parcours/sdk';

import type { HubSpotApi } from './hubspot-api.js';
import { objectsIn, textOf, textsIn } from './json.js';

/** Of what is associated, that which is marked as the primary one; otherwise the first. */
function personIn(to: unknown): string | undefined {
  const people = objectsIn(to);
  const primary = people.find(({ associationTypes }) =>
    objectsIn(associationTypes).some(({ label }) => label === 'Primary'),
  );
  return textOf((primary ?? people[0])?.['toObjectId']);
}

/**
 * Which contact each record is about, by the id of the record; those about nobody are left out.
 * @throws CrmFailure
 */
export async function peopleOf(
  api: HubSpotApi,
  { path, ids }: { readonly path: string; readonly ids: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { results } = await api.call({
    method: 'POST',
    path: `/crm/v4/associations/${path}/contacts/batch/read`,
    body: { inputs: ids.map((id) => ({ id })) },
    signal,
  });
  const found = objectsIn(results).flatMap(({ from, to }) => {
    const id = textOf(jsonObjectOf(from)['id']);
    const person = personIn(to);
    return id !== undefined && person !== undefined ? [[id, person] as const] : [];
  });
  return new Map(found);
}

/** The records of a type that a contact is associated with: at most so many. @throws CrmFailure */
export async function recordsOf(
  api: HubSpotApi,
  { personId, path, most }: { readonly personId: string; readonly path: string; readonly most: number },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '500', ...(after !== undefined && { after }) });
    const page = await api.call({
      method: 'GET',
      path: `/crm/v4/objects/contacts/${encodeURIComponent(personId)}/associations/${path}?${query.toString()}`,
      signal,
    });
    ids.push(...objectsIn(page['results']).flatMap(({ toObjectId }) => textOf(toObjectId) ?? []));
    after = textOf(jsonObjectOf(jsonObjectOf(page['paging'])['next'])['after']);
  } while (after !== undefined && ids.length < most);
  return ids.slice(0, most);
}

/** The contact in the associations that come along with a list; `undefined` where there is none. */
export function personAmong(associations: unknown): string | undefined {
  const { results } = jsonObjectOf(jsonObjectOf(associations)['contacts']);
  return textsIn(objectsIn(results).map(({ id }) => id))[0];
}
