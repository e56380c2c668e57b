import {
  CrmFailure,
  isCrmFailure,
  type JsonObject,
  jsonObjectOf,
  type KeepResult,
  type PersonToKeep,
} from '@parcours/sdk';

import type { HubSpotApi } from '../hubspot-api.js';
import { HubSpotRefusal } from '../hubspot-errors.js';
import { objectsIn, textOf, textsIn, timeOf } from '../json.js';
import { OBJECT_TYPES } from '../object-types.js';
import { propertiesOf } from '../record-values.js';

/** The most that HubSpot takes at once. */
export const PEOPLE_AT_ONCE = 100;

/** HubSpot's own id, as a property. */
const ID_PROPERTY = 'hs_object_id';
/** It says no more than these words: the number is the contact that has the value already. */
const TAKEN = /Existing ID: (\d+)/i;

/** A person on the way, by the place in the call. */
interface Entry {
  readonly place: number;
  readonly id: string;
  /** By which property HubSpot finds it; its own id when left out. */
  readonly idProperty?: string;
  readonly properties: Record<string, string>;
}

/** Creates and changes contacts. */
export class PeopleKeeper {
  constructor(private readonly api: HubSpotApi) {}

  /** One result a person, in their order. */
  async keep(people: readonly PersonToKeep[], signal: AbortSignal): Promise<readonly KeepResult[]> {
    const results = new Map<number, KeepResult>();
    for (const wave of wavesOf(people.map(entryOf))) {
      for (const [place, result] of await this.keepWave(wave, signal)) results.set(place, result);
    }
    return people.map((_, place) => results.get(place) ?? failed(UNSAID));
  }

  private async keepWave(entries: readonly Entry[], signal: AbortSignal): Promise<Results> {
    try {
      return await this.write(entries, signal);
    } catch (cause) {
      if (!isCrmFailure(cause)) throw cause;
      if (!(cause instanceof HubSpotRefusal) || !isOfOne(cause)) return failAll(entries, cause);
      const [only, ...others] = entries;
      if (only && others.length === 0) return this.refused(only, cause, signal);
      // One that is wrong can spoil the whole batch: it is found by halves.
      const middle = entries.length >> 1;
      const first = await this.keepWave(entries.slice(0, middle), signal);
      return new Map([...first, ...(await this.keepWave(entries.slice(middle), signal))]);
    }
  }

  /** What became of one alone that was refused. */
  private async refused(entry: Entry, cause: HubSpotRefusal, signal: AbortSignal): Promise<Results> {
    const existing = TAKEN.exec(cause.said)?.[1];
    if (cause.status === 409 && entry.idProperty !== undefined && existing !== undefined) {
      return this.keepWave([{ place: entry.place, id: existing, properties: entry.properties }], signal);
    }
    if (cause.status === 404 && entry.idProperty === undefined)
      return new Map([[entry.place, { status: 'gone' }]]);
    return failAll([entry], cause);
  }

  private async write(entries: readonly Entry[], signal: AbortSignal): Promise<Results> {
    const isUpsert = entries[0]?.idProperty !== undefined;
    const answer = await this.api.call({
      method: 'POST',
      path: `/crm/v3/objects/contacts/batch/${isUpsert ? 'upsert' : 'update'}`,
      body: {
        inputs: entries.map(({ place, ...input }) => ({ ...input, objectWriteTraceId: String(place) })),
      },
      signal,
    });
    const results = new Map<number, KeepResult>();
    for (const said of objectsIn(answer['results'])) {
      const entry = entryOfResult(said, entries);
      const id = textOf(said['id']);
      if (entry && id !== undefined) results.set(entry.place, keptAs(id, said));
    }
    for (const error of objectsIn(answer['errors'])) {
      for (const { place } of entriesOfError(error, entries)) {
        if (!results.has(place)) results.set(place, resultOfError(error));
      }
    }
    return results;
  }
}

type Results = ReadonlyMap<number, KeepResult>;

/** Statuses by which HubSpot refuses a batch for the sake of one in it. */
const ONE_SPOILS_ALL = [400, 404, 409, 422];

function isOfOne({ status, error }: HubSpotRefusal): boolean {
  return ONE_SPOILS_ALL.includes(status) && error.class === 'permanent';
}

const UNSAID = new CrmFailure({
  class: 'temporary',
  code: 'hubspot.unanswered',
  detail: 'HubSpot did not say what became of this person.',
  maybeSent: true,
});

function entryOf({ personId, match, fields }: PersonToKeep, place: number): Entry {
  const properties = propertiesOf(fields);
  if (personId !== undefined) return { place, id: personId, properties };
  if (match.field === ID_PROPERTY) return { place, id: match.value, properties };
  return {
    place,
    id: match.value,
    idProperty: match.field,
    properties: { [match.field]: match.value, ...properties },
  };
}

/** A batch names nobody twice, and goes by one property: others follow in a batch of their own. */
function wavesOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const waves: { readonly by: string; readonly ids: Set<string>; readonly entries: Entry[] }[] = [];
  for (const entry of entries) {
    const by = entry.idProperty ?? '';
    const id = entry.id.trim().toLowerCase();
    const wave = waves.find(
      (each) => each.by === by && !each.ids.has(id) && each.entries.length < PEOPLE_AT_ONCE,
    );
    if (wave) {
      wave.ids.add(id);
      wave.entries.push(entry);
    } else waves.push({ by, ids: new Set([id]), entries: [entry] });
  }
  return waves.map((wave) => wave.entries);
}

/** By the mark of the input, otherwise by what it was found by. */
function entryOfResult(said: JsonObject, entries: readonly Entry[]): Entry | undefined {
  const mark = textOf(said['objectWriteTraceId']);
  const marked = entries.find(({ place }) => String(place) === mark);
  if (marked) return marked;
  const properties = jsonObjectOf(said['properties']);
  return entries.find(({ id, idProperty }) => {
    const value = idProperty === undefined ? textOf(said['id']) : textOf(properties[idProperty]);
    return value?.toLowerCase() === id.trim().toLowerCase();
  });
}

/** An error names its inputs by their marks, or by their ids. */
function entriesOfError(error: JsonObject, entries: readonly Entry[]): readonly Entry[] {
  const context = jsonObjectOf(error['context']);
  const marks = textsIn(context['objectWriteTraceId']);
  const ids = [...textsIn(context['id']), ...textsIn(context['ids'])].map((id) => id.toLowerCase());
  return entries.filter(
    ({ place, id }) => marks.includes(String(place)) || ids.includes(id.trim().toLowerCase()),
  );
}

function keptAs(personId: string, said: JsonObject): KeepResult {
  const changedAt =
    timeOf(jsonObjectOf(said['properties'])[OBJECT_TYPES.person.changedProperty]) ??
    timeOf(said['updatedAt']);
  return {
    status: 'kept',
    personId,
    isNew: said['new'] === true,
    ...(changedAt !== undefined && { changedAt }),
  };
}

function resultOfError(error: JsonObject): KeepResult {
  const category = textOf(error['category']);
  if (category === 'OBJECT_NOT_FOUND') return { status: 'gone' };
  const detail = textOf(error['message']) ?? 'HubSpot has refused it.';
  const isRefused = category === 'VALIDATION_ERROR' || category === 'CONFLICT';
  return {
    status: 'failed',
    error: isRefused
      ? { class: 'permanent', code: category === 'CONFLICT' ? 'hubspot.conflict' : 'hubspot.invalid', detail }
      : { class: 'temporary', code: 'hubspot.unavailable', detail },
  };
}

function failed({ error }: CrmFailure): KeepResult {
  return { status: 'failed', error };
}

function failAll(entries: readonly Entry[], cause: CrmFailure): Results {
  return new Map(entries.map(({ place }) => [place, failed(cause)]));
}
