import {
  type CallContext,
  type JsonObject,
  jsonObjectOf,
  type KeepResult,
  type PersonToKeep,
  type PluginHostContext,
  sendErrorOfCrm,
} from '@parcours/sdk';

import type { ApiCall } from './batch.js';
import { type BatchResult, type DynamicsApi, rowsIn } from './dynamics-api.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { type DynamicsTable, tableOf } from './dynamics-tables.js';
import {
  afterRace,
  badReference,
  changedMeanwhile,
  isAboutAnother,
  notKept,
  severalMatches,
} from './keep-results.js';
import { columnName, guidOf, isGuid, writableName } from './odata.js';

/** What an address may take for a list of values. */
const LIST_LENGTH = 6_000;
/** As often an id that follows from a value is tried; each taken one belongs to somebody with another value by now. */
const MOST_IDS = 4;

type Way = 'known' | 'key' | 'found' | 'new';

interface Write {
  readonly person: PersonToKeep;
  readonly way: Way;
  /** Of the row, where it is known. */
  readonly id?: string;
  readonly call: ApiCall;
}

/** Creates and changes people, a batch a call. */
export class DynamicsPeople {
  private readonly table: DynamicsTable;

  constructor(
    private readonly api: DynamicsApi,
    private readonly config: DynamicsConfig,
    private readonly host: PluginHostContext,
  ) {
    this.table = tableOf('person', config);
  }

  async keep(people: readonly PersonToKeep[], call: CallContext): Promise<readonly KeepResult[]> {
    const results = new Map<PersonToKeep, KeepResult>();
    try {
      await this.keepAll(people, { results, call });
    } catch (cause) {
      const failed: KeepResult = { status: 'failed', error: sendErrorOfCrm(cause) };
      for (const person of people) if (!results.has(person)) results.set(person, failed);
    }
    return people.map((person) => results.get(person) ?? notKept());
  }

  private async keepAll(
    people: readonly PersonToKeep[],
    { results, call }: { readonly results: Map<PersonToKeep, KeepResult>; readonly call: CallContext },
  ): Promise<void> {
    let left = people;
    for (let nth = 0; nth < MOST_IDS && left.length > 0; nth += 1) {
      const writes = await this.writesFor(left, { nth, results, call });
      const taken: PersonToKeep[] = [];
      const answers =
        writes.length === 0
          ? []
          : await this.api.batch(
              writes.map((write) => write.call),
              call,
            );
      for (const [n, write] of writes.entries()) {
        const { person, way } = write;
        const answer = answers[n];
        // The id is there already: somebody else has created this person meanwhile, or has changed the value since.
        if (way === 'new' && answer && isTaken(answer)) taken.push(person);
        else results.set(person, this.resultOf(answer, write));
      }
      left = taken;
    }
  }

  private async writesFor(
    people: readonly PersonToKeep[],
    { nth, results, call }: { nth: number; results: Map<PersonToKeep, KeepResult>; call: CallContext },
  ): Promise<readonly Write[]> {
    const toFind = people.filter(({ personId, match }) => personId === undefined && !this.isKey(match.field));
    const found = await this.idsOf(toFind, call);
    const writes: Write[] = [];
    for (const person of people) {
      const [id, ...others] = found.get(matchOf(person)) ?? [];
      try {
        if (person.personId !== undefined && !isGuid(person.personId))
          results.set(person, { status: 'gone' });
        else if (person.personId !== undefined)
          writes.push(this.update(person, { id: person.personId, way: 'known' }));
        else if (this.isKey(person.match.field)) writes.push(this.byKey(person));
        else if (others.length > 0) results.set(person, severalMatches(person));
        else if (id !== undefined) writes.push(this.update(person, { id, way: 'found' }));
        else writes.push(this.create(person, nth));
      } catch (cause) {
        results.set(person, { status: 'failed', error: sendErrorOfCrm(cause) });
      }
    }
    return writes;
  }

  private isKey(field: string): boolean {
    return field === this.config.alternateKey;
  }

  /** The ids of those whom a value finds, by `matchOf`; whoever was merged into another is left out. */
  private async idsOf(people: readonly PersonToKeep[], call: CallContext): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const { set, id } = this.table;
    for (const { field, values } of listsOf(people)) {
      const list = JSON.stringify(values);
      const filter = `Microsoft.Dynamics.CRM.In(PropertyName='${columnName(field)}',PropertyValues=@v) and merged ne true`;
      const query = `$select=${id},${field}&$filter=${encodeURIComponent(filter)}&@v=${encodeURIComponent(list)}`;
      for (const row of rowsIn((await this.api.call({ path: `/${set}?${query}` }, call)).body)) {
        const { [field]: value, [id]: rowId } = row;
        if (typeof value !== 'string' || !isGuid(rowId)) continue;
        const key = matchOf({ match: { field, value } });
        found.set(key, [...(found.get(key) ?? []), rowId]);
      }
    }
    return found;
  }

  private update(person: PersonToKeep, { id, way }: { readonly id: string; readonly way: Way }): Write {
    const call = this.patch(`(${id})`, { headers: { 'if-match': '*' }, body: bodyOf(person) });
    return { person, way, id, call };
  }

  private byKey(person: PersonToKeep): Write {
    const { field, value } = person.match;
    const key = `(${columnName(field)}='${encodeURIComponent(value.trim().replaceAll("'", "''"))}')`;
    return { person, way: 'key', call: this.patch(key, { headers: {}, body: bodyOf(person) }) };
  }

  /** The id follows from the value: of two who create the same person at once the second finds it taken. */
  private create(person: PersonToKeep, nth: number): Write {
    const { field, value } = person.match;
    const id = guidOf([this.host.instanceKey, this.table.name, matchOf(person), nth].join('\n'));
    const body = { ...bodyOf(person), [columnName(field)]: value.trim() };
    return { person, way: 'new', call: this.patch(`(${id})`, { headers: { 'if-none-match': '*' }, body }) };
  }

  private patch(
    key: string,
    { headers, body }: { headers: Record<string, string>; body: JsonObject },
  ): ApiCall {
    const { set, id } = this.table;
    return {
      method: 'PATCH',
      path: `/${set}${key}?$select=${id},modifiedon`,
      headers: { prefer: 'return=representation', ...headers, ...duplicateDetection(this.config) },
      body,
    };
  }

  private resultOf(answer: BatchResult | undefined, { way, id }: Write): KeepResult {
    if (!answer) return notKept();
    if ('error' in answer) {
      const isMissing = answer.error.code === 'dynamics.not-found';
      if (isMissing && isAboutAnother(answer.error, id))
        return { status: 'failed', error: badReference(answer.error) };
      if (isMissing && way === 'known') return { status: 'gone' };
      if (way === 'key')
        return { status: 'failed', error: afterRace(answer.error, this.config.alternateKey) };
      if (isMissing && way === 'found') return { status: 'failed', error: changedMeanwhile() };
      return { status: 'failed', error: answer.error };
    }
    const { [this.table.id]: personId, modifiedon } = jsonObjectOf(answer.body);
    if (!isGuid(personId)) return notKept();
    const changedAt = typeof modifiedon === 'string' ? Date.parse(modifiedon) : NaN;
    const isNew = way === 'new' || (way === 'key' && answer.status === 201);
    return { status: 'kept', personId, isNew, ...(!Number.isNaN(changedAt) && { changedAt }) };
  }
}

/** The header by which duplicate detection rules are asked. */
export function duplicateDetection({ detectDuplicates }: DynamicsConfig): Record<string, string> {
  return detectDuplicates ? { 'mscrm.suppressduplicatedetection': 'false' } : {};
}

/** `If-None-Match: *` has found a row of this id. */
export function isTaken(answer: BatchResult): boolean {
  const { status } = answer;
  // A rule for duplicates, or an alternate key, has found another row.
  return status === 412 && 'error' in answer && !/0x80040333|0x80060892/.test(answer.error.detail);
}

function bodyOf({ fields }: PersonToKeep): JsonObject {
  const values = Object.entries(fields).map(([name, value]) => [writableName(name), value ?? null] as const);
  return Object.fromEntries(values);
}

/** Dataverse compares texts without regard to case. */
function matchOf({ match: { field, value } }: Pick<PersonToKeep, 'match'>): string {
  return `${field}=${value.trim().toLowerCase()}`;
}

/** Values by column, in lists that fit into an address. */
function listsOf(
  people: readonly PersonToKeep[],
): readonly { readonly field: string; readonly values: string[] }[] {
  const lists: { field: string; values: string[]; room: number }[] = [];
  for (const { match } of people) {
    const value = match.value.trim();
    const size = encodeURIComponent(JSON.stringify(value)).length + 3;
    let list = lists.findLast(({ field, room }) => field === match.field && room >= size);
    if (!list) {
      list = { field: match.field, values: [], room: LIST_LENGTH };
      lists.push(list);
    }
    if (list.values.includes(value)) continue;
    list.values.push(value);
    list.room -= size;
  }
  return lists;
}
