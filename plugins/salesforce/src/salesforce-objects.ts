import { type CrmField, jsonObjectOf, type RecordKind } from '@parcours/sdk';

import type { SalesforceConfig } from './salesforce-config.js';
import { failure } from './salesforce-errors.js';

/** What a kind of record is in this organisation. */
export interface SalesforceObject {
  readonly name: string;
  /** Its lookup to the person; of a person none. */
  readonly personField?: string | undefined;
  /** Names the record that is left where two were merged. */
  readonly mergedField?: string;
}

const STANDARD: Readonly<Record<Exclude<RecordKind, 'person' | 'invoice'>, SalesforceObject>> = {
  lead: { name: 'Lead', personField: 'ConvertedContactId' },
  deal: { name: 'Opportunity', personField: 'ContactId' },
  ticket: { name: 'Case', personField: 'ContactId' },
  task: { name: 'Task', personField: 'WhoId' },
  order: { name: 'Order', personField: 'BillToContactId' },
};

/** The first three characters of an id say what it is of. */
const PREFIXES = { Contact: '003', Lead: '00Q' };

type ObjectsConfig = Pick<SalesforceConfig, 'personObject' | 'objects'>;

/** @throws CrmFailure `salesforce.no-object` where the configuration names none */
export function objectOf(kind: RecordKind, { personObject, objects }: ObjectsConfig): SalesforceObject {
  if (kind === 'person') return { name: personObject, mergedField: 'MasterRecordId' };
  const configured = kind === 'order' || kind === 'invoice' ? objects?.[kind] : undefined;
  if (configured) return configured;
  if (kind === 'invoice') {
    throw failure('misconfigured', 'no-object', 'objects.invoice does not say which object an invoice is.');
  }
  return STANDARD[kind];
}

/** True for the id of a person; a task may also be about a lead, or about a contact where people are leads. */
export function isPersonId(id: unknown, { personObject }: ObjectsConfig): id is string {
  return typeof id === 'string' && id.startsWith(PREFIXES[personObject]);
}

const TYPES: Readonly<Record<string, CrmField['type']>> = {
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'date-time',
  picklist: 'choice',
  multipicklist: 'choice',
  combobox: 'choice',
};

/** Not one value: their parts are fields as well. */
const COMPOUND = ['address', 'location', 'complexvalue', 'base64', 'json', 'anyType'];

/** The fields in the description of an object. */
export function fieldsIn(description: unknown): readonly CrmField[] {
  const { fields } = jsonObjectOf(description);
  if (!Array.isArray(fields)) {
    throw failure('temporary', 'unreadable-answer', 'The description of an object holds no fields.');
  }
  return fields.map(jsonObjectOf).flatMap((field): CrmField[] => {
    const { name, label, type, updateable, createable } = field;
    if (typeof name !== 'string' || typeof type !== 'string' || COMPOUND.includes(type)) return [];
    const kind = TYPES[type] ?? 'text';
    return [
      {
        name,
        label: typeof label === 'string' ? label : name,
        type: kind,
        isWritable: updateable === true || createable === true,
        ...(kind === 'choice' && { choices: choicesIn(field['picklistValues']) }),
      },
    ];
  });
}

function choicesIn(values: unknown): readonly string[] {
  if (!Array.isArray(values)) return [];
  const active = values.map(jsonObjectOf).filter((value) => value['active'] !== false);
  return active.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
