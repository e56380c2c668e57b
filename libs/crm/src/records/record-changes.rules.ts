import type { JsonObject, JsonValue } from '@parcours/kernel';

import type { FieldTest, RecordLine, RecordTrait } from '../declaration/crm-sync.js';
import { isSame } from '../people/field-mapping.rules.js';

/** The fields of a record that its line names: nothing else of it is kept. */
export function fieldsNamedBy({ properties = {}, events = [], traits = [] }: RecordLine): string[] {
  const named = [
    ...Object.values(properties),
    ...events.flatMap(({ when }) => when?.field ?? []),
    ...traits.flatMap(({ field, where }) => [field, where?.field].filter((each) => each !== undefined)),
  ];
  return [...new Set(named)];
}

/** The names of the events that a change of a record is told as; `before` is left out for a new record. */
export function eventsOf(
  { events = [] }: RecordLine,
  { before, after }: { before: JsonObject | undefined; after: JsonObject },
): string[] {
  return events.flatMap(({ event, when }) => {
    if (!when) return before === undefined ? [event] : [];
    // A field that the line did not name when the record was read last: how it stood then nobody knows.
    if (before !== undefined && !(when.field in before)) return [];
    const was = before !== undefined && passes(before, when);
    return !was && passes(after, when) ? [event] : [];
  });
}

export function propertiesOf({ properties = {} }: RecordLine, fields: JsonObject): JsonObject {
  const entries = Object.entries(properties).map(([name, field]) => [name, fields[field] ?? null] as const);
  return Object.fromEntries(entries);
}

/** What records come to, as traits; null where there is nothing to be summed or compared. */
export function traitsOf({ traits = [] }: RecordLine, records: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(traits.map((each) => [each.trait, aggregate(each, records)]));
}

function aggregate({ is, field = '', where }: RecordTrait, records: readonly JsonObject[]): JsonValue {
  const counted = where ? records.filter((fields) => passes(fields, where)) : records;
  if (is === 'count') return counted.length;
  const values = counted.flatMap((fields) => {
    const value = fields[field];
    return value === null || value === undefined || value === '' ? [] : [value];
  });
  if (is === 'sum') {
    const sum = values.map(Number).reduce((total, each) => total + (Number.isFinite(each) ? each : 0), 0);
    // Amounts of money have cents, and binary fractions do not.
    return Math.round(sum * 1e6) / 1e6;
  }
  const sorted = values.map(String).sort();
  return (is === 'earliest' ? sorted[0] : sorted.at(-1)) ?? null;
}

function passes(fields: JsonObject, { field, in: values }: FieldTest): boolean {
  return values.some((value) => isSame(fields[field], value));
}
