import { compilePattern } from '@parcours/conditions';
import type { JsonSchema } from '@parcours/http';
import { resolveText } from '@parcours/kernel';

import { LOCALE_PATTERN } from '../locales/locale-query.js';
import type { CustomFieldDocument } from './custom-field.type.js';
import type { ValueSchema } from './value-schema.js';

/** What an index can hold of a text. */
export const FILTERABLE_LENGTH = 200;
const TEXT_LENGTH = 10_000;
const LIST_LENGTH = 200;

/** JSON Schema of the value of a field, with the limits that it does not name itself. */
export function memberSchema(field: CustomFieldDocument, locale: string): JsonSchema {
  const { name, help, group, order, localised = false } = field;
  const about = {
    title: resolveText(name, locale),
    ...(help !== undefined && { description: resolveText(help, locale) }),
    ...(field.default !== undefined && { default: field.default }),
    ...(group !== undefined && { 'x-group': resolveText(group, locale) }),
    ...(order !== undefined && { 'x-order': order }),
  };
  const value = bounded(field.schema, field.filterable === true ? FILTERABLE_LENGTH : TEXT_LENGTH);
  return localised ? { ...about, oneOf: perLocale(value) } : { ...value, ...about };
}

/** RE2 in place of the engine of JavaScript, which a pattern can keep busy for hours. */
export function patternEngine(source: string): { test(text: string): boolean } {
  const pattern = compilePattern(source);
  return { test: (text) => pattern?.test(text) ?? false };
}

/** The shape that the machinery of locales knows. */
function perLocale(text: JsonSchema): JsonSchema[] {
  return [
    { ...text, title: 'a text' },
    {
      title: 'a text per locale',
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: LOCALE_PATTERN },
      additionalProperties: text,
    },
  ];
}

function bounded(schema: ValueSchema, length: number): JsonSchema {
  const { items, properties, ...own } = schema;
  return {
    ...(own.type === 'string' && { maxLength: length }),
    ...(own.type === 'array' && { maxItems: LIST_LENGTH }),
    ...own,
    ...(items && { items: bounded(items, TEXT_LENGTH) }),
    ...(own.type === 'object' && {
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(properties ?? {}).map(([name, inner]) => [name, bounded(inner, TEXT_LENGTH)]),
      ),
    }),
  };
}
