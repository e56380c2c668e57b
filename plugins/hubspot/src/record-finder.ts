import type { CrmRecord, JsonObject, RecordKind } from '@parcours/sdk';

import { RecordReader } from './changes/record-reader.js';
import type { HubSpotApi } from './hubspot-api.js';
import { objectsIn } from './json.js';
import { OBJECT_TYPES } from './object-types.js';
import type { PropertyBook } from './property-book.js';

/** Which record is looked for. */
export interface Wanted {
  readonly kind: RecordKind;
  readonly field: string;
  readonly value: string;
}

/** Objects that are there now, by their id or by a property whose values are unique: not by the search, which is late. */
export async function readByKey(
  api: HubSpotApi,
  asked: {
    readonly path: string;
    /** Its own id when left out. */
    readonly idProperty?: string;
    readonly ids: readonly string[];
    readonly properties: readonly string[];
  },
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  const { path, idProperty, ids, properties } = asked;
  if (ids.length === 0) return [];
  const { results } = await api.call({
    method: 'POST',
    path: `/crm/v3/objects/${path}/batch/read`,
    body: {
      properties: [...properties],
      propertiesWithHistory: [],
      inputs: ids.map((id) => ({ id })),
      ...(idProperty !== undefined && { idProperty }),
    },
    signal,
  });
  return objectsIn(results).filter(({ archived }) => archived !== true);
}

/** Finds one record as it is now, with all its properties. */
export class RecordFinder {
  private readonly reader: RecordReader;

  constructor(
    private readonly api: HubSpotApi,
    private readonly properties: PropertyBook,
  ) {
    this.reader = new RecordReader(api, properties);
  }

  /** @throws CrmFailure */
  async find(wanted: Wanted, signal: AbortSignal): Promise<CrmRecord | undefined> {
    const { kind, field, value } = wanted;
    const known = await this.properties.of(OBJECT_TYPES[kind].path, signal);
    const properties = [...known.keys()];
    const isKey = known.get(field)?.isUnique === true || (kind === 'person' && field === 'email');
    if (field === 'hs_object_id' || isKey) {
      const idProperty = field === 'hs_object_id' ? {} : { idProperty: field };
      const path = OBJECT_TYPES[kind].path;
      const found = await readByKey(this.api, { path, ids: [value], properties, ...idProperty }, signal);
      return this.first(kind, found, signal);
    }
    return this.first(kind, await this.searched(wanted, properties, signal), signal);
  }

  private async searched({ kind, field, value }: Wanted, properties: readonly string[], signal: AbortSignal) {
    const { results } = await this.api.call({
      method: 'POST',
      path: `/crm/v3/objects/${OBJECT_TYPES[kind].path}/search`,
      body: {
        limit: 1,
        properties: [...properties],
        sorts: [JSON.stringify({ propertyName: 'hs_object_id', direction: 'ASCENDING' })],
        filterGroups: [{ filters: [{ propertyName: field, operator: 'EQ', value }] }],
      },
      signal,
    });
    return objectsIn(results);
  }

  private async first(kind: RecordKind, objects: readonly JsonObject[], signal: AbortSignal) {
    const [object] = await this.reader.read(kind, objects.slice(0, 1), signal);
    return object?.records.at(-1);
  }
}
