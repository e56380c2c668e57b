import { type CrmRecord, isJsonObject, type JsonObject, jsonObjectOf, type RecordKind } from '@parcours/sdk';

import { peopleOf, personAmong } from '../associations.js';
import type { HubSpotApi } from '../hubspot-api.js';
import { compareIds, objectsIn, textOf, timeOf } from '../json.js';
import { MERGED_PROPERTY, OBJECT_TYPES } from '../object-types.js';
import type { PropertyBook } from '../property-book.js';
import { fieldsOf } from '../record-values.js';

/** An object of HubSpot with what is told of it: itself, and those that were merged into it. */
export interface ReadObject {
  readonly id: string;
  readonly at: number;
  readonly records: readonly CrmRecord[];
}

/** Which properties are asked for, besides what is wanted. */
export function propertiesToRead(kind: RecordKind, fields: readonly string[]): readonly string[] {
  const { changedProperty } = OBJECT_TYPES[kind];
  const own = kind === 'person' ? [changedProperty, MERGED_PROPERTY] : [changedProperty];
  return [...new Set([...fields, ...own])];
}

/** Reads what HubSpot answers as records. */
export class RecordReader {
  constructor(
    private readonly api: HubSpotApi,
    private readonly properties: PropertyBook,
  ) {}

  /** @throws CrmFailure */
  async read(kind: RecordKind, results: unknown, signal: AbortSignal): Promise<readonly ReadObject[]> {
    const { path, changedProperty } = OBJECT_TYPES[kind];
    const objects = objectsIn(results);
    const known = await this.properties.of(path, signal);
    const people = kind === 'person' ? new Map<string, string>() : await this.peopleOf(path, objects, signal);
    return objects.flatMap((object) => {
      const id = textOf(object['id']);
      if (id === undefined) return [];
      const properties = jsonObjectOf(object['properties']);
      const at = timeOf(properties[changedProperty]) ?? timeOf(object['updatedAt']) ?? 0;
      const personId = people.get(id);
      const record: CrmRecord = {
        kind,
        id,
        changedAt: at,
        ...(personId !== undefined && { personId }),
        fields: fieldsOf(properties, known),
      };
      return [{ id, at, records: [...mergedInto(record, properties), record] }];
    });
  }

  /** A list brings the associations along, where it was asked to. */
  private async peopleOf(path: string, objects: readonly JsonObject[], signal: AbortSignal) {
    const brought = objects.flatMap(({ id, associations }) => {
      const [key, person] = [textOf(id), personAmong(associations)];
      return key === undefined || person === undefined ? [] : [[key, person] as const];
    });
    if (brought.length === objects.length) return new Map(brought);
    const told = new Set(brought.map(([id]) => id));
    const asked = objects
      .filter(({ associations }) => !isJsonObject(associations))
      .flatMap(({ id }) => textOf(id) ?? [])
      .filter((id) => !told.has(id));
    return new Map([...brought, ...(await peopleOf(this.api, { path, ids: asked }, signal))]);
  }
}

/** Those that are not there any more, because they were merged into this one. */
function mergedInto({ kind, id, changedAt }: CrmRecord, properties: JsonObject): readonly CrmRecord[] {
  if (kind !== 'person') return [];
  const merged = (textOf(properties[MERGED_PROPERTY]) ?? '')
    .split(';')
    .filter((each) => /^\d+$/.test(each) && each !== id);
  return [...new Set(merged)]
    .sort(compareIds)
    .map((each) => ({ kind, id: each, changedAt, isDeleted: true, mergedInto: id, fields: {} }));
}
