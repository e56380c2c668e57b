import { failure } from './salesforce-errors.js';

const FIELD = /^[A-Za-z]\w{0,79}(\.[A-Za-z]\w{0,79}){0,4}$/;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text in a query (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
export function quoted(text: string): string {
  return `'${text.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}

/** A point in time in a query. */
export function timeInQuery(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * The name of a field, perhaps of a related record (`Account.Name`).
 * @throws CrmFailure `salesforce.bad-field-name` for anything else
 */
export function fieldName(name: string): string {
  if (FIELD.test(name)) return name;
  throw failure('misconfigured', 'bad-field-name', `'${name.slice(0, 100)}' cannot be the name of a field.`);
}

/** The most that a query may take in an address, which ends at 16,384 bytes. */
const QUERY_BYTES = 12_000;

/** Values in lists, each short enough for `field IN (…)`. */
export function listsOf(values: readonly string[]): readonly (readonly string[])[] {
  const lists: string[][] = [];
  let room = 0;
  for (const value of values) {
    const size = encodeURIComponent(`${quoted(value)},`).length;
    if (size > room) {
      lists.push([]);
      room = QUERY_BYTES;
    }
    room -= size;
    lists.at(-1)?.push(value);
  }
  return lists;
}
