import { createHash } from 'node:crypto';

import { failure } from './dynamics-errors.js';

const COLUMN = /^[a-z_][a-z0-9_]{0,127}$/;
/** Navigation properties keep the case that their maker gave them. */
const WRITABLE = /^[A-Za-z_]\w{0,127}(@odata\.bind)?$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A text in a filter or a key (OData 4.0, URL Conventions, 5.1.1.6.1). */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && GUID.test(text);
}

/**
 * The name of a column, as a row has it: lookups as `_name_value`.
 * @throws CrmFailure `dynamics.bad-field-name`
 */
export function columnName(name: string): string {
  if (COLUMN.test(name)) return name;
  throw failure('misconfigured', 'bad-field-name', `'${name.slice(0, 100)}' cannot be the name of a column.`);
}

/** The name of a column that is written: lookups as `name@odata.bind`. */
export function writableName(name: string): string {
  if (WRITABLE.test(name)) return name;
  throw failure('misconfigured', 'bad-field-name', `'${name.slice(0, 100)}' cannot be the name of a column.`);
}

/** A comparison; ids are not quoted. */
export function equals(column: string, value: string): string {
  const isId = isGuid(value) && /(id|_value)$/.test(column);
  return `${columnName(column)} eq ${isId ? value : quoted(value)}`;
}

/** A GUID that follows from a text, the same at any time (RFC 9562, version 8). */
export function guidOf(text: string): string {
  const bytes = createHash('sha256').update(`parcours.dynamics\n${text}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
