import type { SqlValue } from '@parcours/database';
import { nearest, parseInstant } from '@parcours/kernel';

import { didYouMean } from '../validation/schema-defects.js';
import type { ListField, Operator } from './list-spec.js';

const MAX_LIST = 200;

type Read = { readonly value: SqlValue | readonly SqlValue[] } | { readonly problem: string };

/** A filter's text as the value that the database compares with. */
export function readFilterValue(field: ListField, operator: Operator, text: string): Read {
  if (operator === 'null') return readBoolean(text);
  if (operator !== 'in' && operator !== 'nin') return readOne(field, text);
  const parts = text.split(',');
  if (parts.length > MAX_LIST) return { problem: `May name ${String(MAX_LIST)} values at most.` };
  const values: SqlValue[] = [];
  for (const part of parts) {
    const read = readOne(field, part);
    if ('problem' in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

type ReadOne = { readonly value: SqlValue } | { readonly problem: string };

function readOne(field: ListField, text: string): ReadOne {
  switch (field.type) {
    case 'text':
      return { value: text };
    case 'enum':
      return readEnum(field.values ?? [], text);
    case 'integer':
    case 'id':
      return /^-?\d{1,15}$|^\d{16}$/.test(text) && Number.isSafeInteger(Number(text))
        ? { value: Number(text) }
        : { problem: 'Must be a whole number.' };
    case 'number':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
        ? { value: Number(text) }
        : { problem: 'Must be a number.' };
    case 'instant': {
      const at = parseInstant(text);
      return at === undefined
        ? { problem: 'Must be an RFC 3339 time such as 2026-03-02T08:00:00Z.' }
        : { value: at };
    }
    case 'boolean':
      return readBoolean(text);
  }
}

function readBoolean(text: string): ReadOne {
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  return { problem: 'Must be true or false.' };
}

function readEnum(values: readonly string[], text: string): ReadOne {
  if (values.includes(text)) return { value: text };
  return { problem: `Must be one of ${values.join(', ')}.${didYouMean(nearest(text, values))}` };
}
