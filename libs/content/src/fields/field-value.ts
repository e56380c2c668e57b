import { type JsonValue, isJsonObject, parseInstant, resolveText } from '@parcours/kernel';

import type { CustomFieldDocument } from './custom-field.type.js';
import { FILTERABLE_LENGTH } from './member-schema.js';

/** What is kept of a value for lists, in the column of its kind. */
export interface FieldValue {
  readonly member: string;
  readonly text: string | null;
  readonly number: number | null;
}

export type FieldColumn = 'text_value' | 'number_value';

export function isSimple({ schema }: CustomFieldDocument): boolean {
  return schema.type !== 'array' && schema.type !== 'object';
}

/** Times are kept as numbers, so that one moment written in two zones is one. */
export function isInstant({ schema }: CustomFieldDocument): boolean {
  return schema.type === 'string' && schema.format === 'date-time';
}

export function fieldColumnOf(field: CustomFieldDocument): FieldColumn {
  return field.schema.type === 'string' && !isInstant(field) ? 'text_value' : 'number_value';
}

/** A value that does not fit, of before the field was changed, counts as none. Localised ones are in the workspace's language. */
export function valueOf(
  field: CustomFieldDocument,
  given: JsonValue | undefined,
  locale: string,
): FieldValue {
  const value = field.localised === true ? inLocale(given, locale) : given;
  const none = { member: field.member, text: null, number: null };
  if (fieldColumnOf(field) === 'text_value') return { ...none, text: textOf(value) };
  return { ...none, number: isInstant(field) ? instantOf(value) : numberOf(value) };
}

function inLocale(value: JsonValue | undefined, locale: string): JsonValue | undefined {
  if (!isJsonObject(value)) return value;
  const texts = Object.entries(value).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return texts.length === 0 ? undefined : resolveText(Object.fromEntries(texts), locale);
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value.length <= FILTERABLE_LENGTH ? value : null;
}

function instantOf(value: JsonValue | undefined): number | null {
  return typeof value === 'string' ? (parseInstant(value) ?? null) : null;
}

function numberOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : null;
}
