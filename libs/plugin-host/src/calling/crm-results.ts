import { isJsonObject, type JsonObject } from '@parcours/kernel';
import {
  type ChangesPage,
  type CrmField,
  type CrmRecord,
  type ForgetResult,
  type KeepResult,
  type RecordKind,
  withoutEssays,
} from '@parcours/sdk';

import type { SecretScrubber } from './secret-scrubber.js';
import { checkedError, isRecord } from './send-results.js';

/** Every kind of record, for checks. */
export const RECORD_KINDS: readonly RecordKind[] = [
  'person',
  'lead',
  'deal',
  'ticket',
  'task',
  'order',
  'invoice',
];

const LONGEST_ID = 200;
const LONGEST_CURSOR = 2_000;
const LONGEST_RECORD = 65_536;
const FIELD_TYPES = ['text', 'number', 'boolean', 'date', 'date-time', 'choice'] as const;

/** A plugin's page, copied member by member; `undefined` where it is none. */
export function checkedPage(answer: unknown, kind: RecordKind): ChangesPage | undefined {
  if (!isRecord(answer) || !Array.isArray(answer['records'])) return undefined;
  const { cursor, isLast, total } = answer;
  if (typeof cursor !== 'string' || cursor.length > LONGEST_CURSOR || typeof isLast !== 'boolean')
    return undefined;
  const records = answer['records'].map((each: unknown) => checkedRecord(each, kind));
  if (!records.every((record) => record !== undefined)) return undefined;
  return { records, cursor, isLast, ...(isCount(total) && { total }) };
}

/** The same of one record. */
export function checkedRecord(value: unknown, kind: RecordKind): CrmRecord | undefined {
  if (!isRecord(value) || value['kind'] !== kind || !isId(value['id']) || !isCount(value['changedAt'])) {
    return undefined;
  }
  const fields = plainObject(value['fields']);
  if (!fields) return undefined;
  const { mergedInto, personId } = value;
  return {
    kind,
    id: value['id'],
    changedAt: value['changedAt'],
    ...(value['isDeleted'] === true && { isDeleted: true }),
    ...(isId(mergedInto) && { mergedInto }),
    ...(isId(personId) && { personId }),
    fields,
  };
}

/** The same of what became of people; one result for each of them. */
export function checkedKept(
  answer: unknown,
  expected: number,
  scrubber: SecretScrubber,
): readonly KeepResult[] | undefined {
  if (!Array.isArray(answer) || answer.length !== expected) return undefined;
  const results = answer.map((each: unknown) => keptOf(each, scrubber));
  return results.every((result) => result !== undefined) ? results : undefined;
}

/** The same of what became of somebody who is to be forgotten. */
export function checkedForgotten(answer: unknown, scrubber: SecretScrubber): ForgetResult | undefined {
  if (!isRecord(answer)) return undefined;
  const { status } = answer;
  if (status === 'forgotten') return { status };
  const error = status === 'failed' ? checkedError(answer['error'], scrubber) : undefined;
  return error && { status: 'failed', error };
}

/** The same of the fields of a kind of record. */
export function checkedFields(answer: unknown): readonly CrmField[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  const fields = answer.map(fieldOf);
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

function keptOf(value: unknown, scrubber: SecretScrubber): KeepResult | undefined {
  if (!isRecord(value)) return undefined;
  const { status, personId, isNew, changedAt } = value;
  if (status === 'gone') return { status };
  if (status === 'kept') {
    if (!isId(personId)) return undefined;
    return { status, personId, isNew: isNew === true, ...(isCount(changedAt) && { changedAt }) };
  }
  const error = status === 'failed' ? checkedError(value['error'], scrubber) : undefined;
  return error && { status: 'failed', error };
}

function fieldOf(value: unknown): CrmField | undefined {
  if (!isRecord(value) || !isId(value['name']) || typeof value['label'] !== 'string') return undefined;
  const type = FIELD_TYPES.find((known) => known === value['type']);
  if (!type) return undefined;
  const { name, label, choices } = value;
  const texts = Array.isArray(choices) ? choices.filter((each) => typeof each === 'string') : undefined;
  return { name, label, type, isWritable: value['isWritable'] === true, ...(texts && { choices: texts }) };
}

/** What JSON makes of it: no plugin's object lives on in here. */
function plainObject(value: unknown): JsonObject | undefined {
  if (!isRecord(value)) return undefined;
  let text = JSON.stringify(value);
  // One that is too long would hold up all the others of its page for ever.
  if (text.length > LONGEST_RECORD) text = JSON.stringify(withoutEssays(value));
  if (text.length > LONGEST_RECORD) return undefined;
  const plain: unknown = JSON.parse(text);
  return isJsonObject(plain) ? plain : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_ID;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
