import type { CrmRecord, JsonObject, JsonValue, RecordKind } from '@parcours/sdk';

import type { DynamicsConfig } from './dynamics-config.js';
import { failure } from './dynamics-errors.js';
import { isGuid } from './odata.js';

/** A table that holds a kind of record. */
export interface DynamicsTable {
  readonly name: string;
  /** Its name in addresses. */
  readonly set: string;
  readonly id: string;
  /** Lookups to the person, the most telling first; some lead to companies as well. */
  readonly personLookups: readonly string[];
  /** Says into which row this one was merged. */
  readonly canMerge: boolean;
}

const table = (name: string, more: Partial<DynamicsTable> = {}): DynamicsTable => ({
  name,
  set: `${name}s`,
  id: `${name}id`,
  personLookups: ['_customerid_value'],
  canMerge: false,
  ...more,
});

const TABLES: Readonly<Record<Exclude<RecordKind, 'person'>, DynamicsTable>> = {
  lead: table('lead', { personLookups: ['_parentcontactid_value', '_customerid_value'], canMerge: true }),
  deal: table('opportunity', {
    set: 'opportunities',
    personLookups: ['_parentcontactid_value', '_customerid_value'],
  }),
  ticket: table('incident', { personLookups: ['_customerid_value', '_primarycontactid_value'] }),
  task: table('task', { id: 'activityid', personLookups: ['_regardingobjectid_value'] }),
  order: table('salesorder'),
  invoice: table('invoice'),
};

const PEOPLE = {
  contact: table('contact', { personLookups: [], canMerge: true }),
  lead: table('lead', { personLookups: [], canMerge: true }),
};

type TablesConfig = Pick<DynamicsConfig, 'personTable'>;

export function tableOf(kind: RecordKind, { personTable }: TablesConfig): DynamicsTable {
  return kind === 'person' ? PEOPLE[personTable] : TABLES[kind];
}

/** Which table a lookup leads to is said beside it; asked for with this preference. */
export const LOOKUP_NAMES = 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"';
const LOOKUP_NAME = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** What is read of every row besides the fields of a mapping. */
export function ownColumns({ id, personLookups, canMerge }: DynamicsTable): readonly string[] {
  return [id, 'modifiedon', ...personLookups, ...(canMerge ? ['merged', '_masterid_value'] : [])];
}

type Row = Readonly<Record<string, unknown>>;

/** A row as a record. */
export function recordOf(row: Row, kind: RecordKind, config: TablesConfig): CrmRecord {
  const { id: idColumn, personLookups } = tableOf(kind, config);
  const { [idColumn]: id, modifiedon, merged, _masterid_value: master } = row;
  const changedAt = typeof modifiedon === 'string' ? Date.parse(modifiedon) : NaN;
  if (!isGuid(id) || Number.isNaN(changedAt)) {
    throw failure('temporary', 'unreadable-answer', 'A row came without its id or its time of change.');
  }
  const personId = personLookups
    .filter((name) => leadsToPerson(name, { row, config }))
    .map((name) => row[name])[0];
  return {
    kind,
    id,
    changedAt,
    ...(merged === true && { isDeleted: true }),
    ...(merged === true && kind === 'person' && isGuid(master) && { mergedInto: master }),
    ...(isGuid(personId) && { personId }),
    fields: fieldsOf(row),
  };
}

function leadsToPerson(
  name: string,
  { row, config }: { readonly row: Row; readonly config: TablesConfig },
): boolean {
  return row[name] !== null && row[name] !== undefined && row[`${name}${LOOKUP_NAME}`] === config.personTable;
}

function fieldsOf(row: Row): JsonObject {
  const own = Object.entries(row).filter(([name]) => !name.includes('@'));
  return Object.fromEntries(own.map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(value: unknown): JsonValue {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}
