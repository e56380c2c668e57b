import type { CrmRecord, JsonObject, JsonValue, RecordKind } from '@parcours/sdk';

import type { SalesforceConfig } from './salesforce-config.js';
import { failure } from './salesforce-errors.js';
import { isPersonId, type SalesforceObject } from './salesforce-objects.js';

type Row = Readonly<Record<string, unknown>>;

/** A row of a query as a record. */
export function recordOf(
  row: Row,
  kind: RecordKind,
  { config, object }: { readonly config: SalesforceConfig; readonly object: SalesforceObject },
): CrmRecord {
  const { Id: id, SystemModstamp: stamp } = row;
  const changedAt = typeof stamp === 'string' ? Date.parse(stamp) : NaN;
  if (typeof id !== 'string' || Number.isNaN(changedAt)) {
    throw failure('temporary', 'unreadable-answer', 'A record came without its id or its time of change.');
  }
  const merged = object.mergedField && row[object.mergedField];
  const person = object.personField && row[object.personField];
  return {
    kind,
    id,
    changedAt,
    ...(row['IsDeleted'] === true && { isDeleted: true }),
    ...(isPersonId(merged, config) && { mergedInto: merged }),
    ...(isPersonId(person, config) && { personId: person }),
    fields: fieldsOf(row, ''),
  };
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d{4}$/;

/** Related records and compound values by dotted names, as a query names them; times in ISO 8601. */
function fieldsOf(row: Row, prefix: string): JsonObject {
  const fields: JsonObject = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === 'attributes') continue;
    if (typeof value === 'object' && value !== null)
      Object.assign(fields, fieldsOf({ ...value }, `${prefix}${name}.`));
    else fields[`${prefix}${name}`] = valueOf(value);
  }
  return fields;
}

function valueOf(value: unknown): JsonValue {
  if (typeof value === 'string') return DATE_TIME.test(value) ? new Date(value).toISOString() : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
