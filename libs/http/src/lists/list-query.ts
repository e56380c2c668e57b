import type { SqlValue } from '@parcours/database';
import type { ErrorItem } from '@parcours/kernel';
import { nearest, pointer, stableHash } from '@parcours/kernel';

import { assertNoDefects } from '../validation/compile-schema.js';
import { didYouMean } from '../validation/schema-defects.js';
import { type CursorPosition, readCursor } from './list-cursor.js';
import { readFilterValue } from './filter-value.js';
import { type ListField, type ListSpec, type Operator, OPERATORS, operatorsOf } from './list-spec.js';

/** The codes that a defect of a list's query string can have. */
export const QUERY_CODES = {
  'query.repeated': 'A query parameter is given twice, or holds a NUL character.',
  'query.unknown-parameter': 'A query parameter that the list does not know.',
  'query.unknown-field': 'A field or member that the entries of the list do not have.',
  'query.unknown-operator': 'An operator that the field does not have.',
  'query.wrong-value': 'A value that does not fit the field or parameter.',
} as const;

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

export interface ListFilter {
  readonly field: ListField;
  readonly operator: Operator;
  /** A list for `in` and `nin`, a boolean for `null`. */
  readonly value: SqlValue | readonly SqlValue[];
}

export interface ListSort {
  readonly name: string;
  readonly field: ListField;
  readonly descending: boolean;
}

/** A list call, understood and checked. */
export interface ListQuery {
  readonly spec: ListSpec;
  readonly filters: readonly ListFilter[];
  /** Always ends with the unique field. */
  readonly sort: readonly ListSort[];
  readonly limit: number;
  readonly after: CursorPosition | undefined;
  readonly wantsTotal: boolean;
  readonly fields: readonly string[] | undefined;
  readonly include: readonly string[];
  /** The list's own parameters that were given. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  /** Ties a cursor to this list, filter and sort. */
  readonly fingerprint: string;
}

const FILTER = /^filter\[([^\]]*)\]\[([^\]]*)\]$/;
const PARAMETERS = ['sort', 'fields', 'include', 'limit', 'cursor', 'count'];

/** Reads the query string of a list. @throws http.invalid-request, http.bad-cursor */
export function parseListQuery(query: unknown, spec: ListSpec): ListQuery {
  const errors: ErrorItem[] = [];
  const given = singles(query, errors);
  const filters = [...given].flatMap(([name, text]) => readParameter(name, text, spec, errors));
  const sort = readSort(given.get('sort') ?? spec.defaultSort, spec, errors);
  const limit = readLimit(given.get('limit'), errors);
  const fields = readNames(given.get('fields'), 'fields', spec.members ?? Object.keys(spec.fields), errors);
  const include = readNames(given.get('include'), 'include', spec.includes ?? [], errors) ?? [];
  const wantsTotal = readCount(given.get('count'), errors);
  const parameters = readOwn(given, spec, errors);
  assertNoDefects(errors, 'query string');
  const fingerprint = fingerprintOf(spec, given, sort);
  const after = readCursor(given.get('cursor'), fingerprint, sort.length);
  return { spec, filters, sort, limit, after, wantsTotal, fields, include, parameters, fingerprint };
}

function singles(query: unknown, errors: ErrorItem[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries<unknown>(Object.assign({}, query))) {
    if (typeof value === 'string' && !value.includes('\0')) given.set(name, value);
    else errors.push(defect([name], 'query.repeated', `'${name}' is given twice or holds a NUL character.`));
  }
  return given;
}

function readParameter(name: string, text: string, spec: ListSpec, errors: ErrorItem[]): ListFilter[] {
  const known = [...PARAMETERS, ...Object.keys(spec.parameters ?? {})];
  if (known.includes(name)) return [];
  const match = FILTER.exec(name);
  if (!match) {
    const hint = name.startsWith('filter') ? ' A filter is written filter[field][operator]=value.' : '';
    const suggestion = hint === '' ? didYouMean(nearest(name, known)) : hint;
    errors.push(defect([name], 'query.unknown-parameter', `'${name}' is not known here.${suggestion}`));
    return [];
  }
  return readFilter({ name: match[1] ?? '', operator: match[2] ?? '', text }, spec, errors);
}

function readFilter(
  { name, operator, text }: { name: string; operator: string; text: string },
  spec: ListSpec,
  errors: ErrorItem[],
): ListFilter[] {
  const field = ownField(spec, name);
  if (!field) {
    errors.push(
      defect(['filter', name], 'query.unknown-field', unknownText('field', name, Object.keys(spec.fields))),
    );
    return [];
  }
  const known = OPERATORS.find((candidate) => candidate === operator);
  const allowed = operatorsOf(field);
  if (!known || !allowed.includes(known)) {
    const detail = `'${name}' has no operator '${operator}'; it has ${allowed.join(', ')}.`;
    errors.push(defect(['filter', name, operator], 'query.unknown-operator', detail));
    return [];
  }
  const read = readFilterValue(field, known, text);
  if ('problem' in read) {
    errors.push(defect(['filter', name, operator], 'query.wrong-value', read.problem));
    return [];
  }
  return [{ field, operator: known, value: read.value }];
}

function readSort(text: string, spec: ListSpec, errors: ErrorItem[]): ListSort[] {
  const sortable = Object.entries(spec.fields).filter(([, field]) => !field.unsortable);
  const sort: ListSort[] = [];
  for (const part of text.split(',')) {
    const descending = part.startsWith('-');
    const name = descending ? part.slice(1) : part;
    const found = sortable.find(([candidate]) => candidate === name);
    if (!found) {
      const detail = unknownText(
        'sort field',
        name,
        sortable.map(([candidate]) => candidate),
      );
      errors.push(defect(['sort', name], 'query.unknown-field', detail));
    } else if (!sort.some((known) => known.name === name)) sort.push({ name, field: found[1], descending });
  }
  const unique = ownField(spec, spec.unique);
  if (unique && !sort.some(({ name }) => name === spec.unique)) {
    sort.push({ name: spec.unique, field: unique, descending: sort.at(-1)?.descending ?? false });
  }
  return sort;
}

function readLimit(text: string | undefined, errors: ErrorItem[]): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  errors.push(
    defect(['limit'], 'query.wrong-value', `Must be a whole number from 1 to ${String(MAX_LIMIT)}.`),
  );
  return DEFAULT_LIMIT;
}

function readCount(text: string | undefined, errors: ErrorItem[]): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false') {
    errors.push(defect(['count'], 'query.wrong-value', 'Must be true or false.'));
  }
  return text === 'true';
}

function readNames(
  text: string | undefined,
  parameter: string,
  known: readonly string[],
  errors: ErrorItem[],
): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',');
  for (const name of names) {
    if (known.includes(name)) continue;
    errors.push(defect([parameter, name], 'query.unknown-field', unknownText('member', name, known)));
  }
  return names;
}

function readOwn(
  given: ReadonlyMap<string, string>,
  spec: ListSpec,
  errors: ErrorItem[],
): Record<string, string> {
  const own = Object.entries(spec.parameters ?? {}).flatMap(([name, { pattern, maxLength }]) => {
    const text = given.get(name);
    if (text === undefined) return [];
    if (pattern !== undefined && !new RegExp(pattern).test(text)) {
      errors.push(defect([name], 'query.wrong-value', `Must match ${pattern}.`));
    } else if (text.length > maxLength) {
      const detail = `Must have ${String(maxLength)} characters at most.`;
      errors.push(defect([name], 'query.wrong-value', detail));
    }
    return [[name, text] as const];
  });
  return Object.fromEntries(own);
}

function ownField(spec: ListSpec, name: string): ListField | undefined {
  return Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
}

function unknownText(kind: string, name: string, known: readonly string[]): string {
  const list = known.length === 0 ? 'There is none here.' : `Known: ${known.join(', ')}.`;
  return `There is no ${kind} '${name}'.${didYouMean(nearest(name, known))} ${list}`;
}

function defect(path: readonly string[], code: keyof typeof QUERY_CODES, detail: string): ErrorItem {
  return { pointer: pointer(...path), code, detail };
}

function fingerprintOf(
  spec: ListSpec,
  given: ReadonlyMap<string, string>,
  sort: readonly ListSort[],
): string {
  const filters = [...given]
    .filter(([name]) => name.startsWith('filter[') || Object.hasOwn(spec.parameters ?? {}, name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const order = sort.map(({ name, descending }) => `${descending ? '-' : ''}${name}`);
  return stableHash(JSON.stringify([spec.name, filters, order])).toString(36);
}
