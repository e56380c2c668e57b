import type { JsonObject, JsonValue } from '@parcours/sdk';

import type { Property } from './property-book.js';

/** A record has to stay small: longer texts are told in part. */
const LONGEST_TEXT = 8_000;

/** Properties as they are told on, by their types: HubSpot has texts alone. */
export function fieldsOf(properties: JsonObject, known: ReadonlyMap<string, Property>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, valueOf(value, known.get(name)?.type)]),
  );
}

function valueOf(value: JsonValue | undefined, type: Property['type'] | undefined): JsonValue {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  if (type === 'boolean') return value === 'true';
  if (type === 'number') return Number.isFinite(Number(value)) ? Number(value) : value;
  return value.slice(0, LONGEST_TEXT);
}

/** Fields as HubSpot takes them; what is null is emptied. */
export function propertiesOf(fields: JsonObject): Record<string, string> {
  const written = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, textFor(value)] as const],
  );
  return Object.fromEntries(written);
}

function textFor(value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((each) => textFor(each)).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
