import { compilePattern } from '@parcours/conditions';
import { compileSchema, type JsonSchema } from '@parcours/http';
import { type Finding, nearest, pointer } from '@parcours/kernel';

import type { CheckContext } from '../types/content-type.js';
import type { CustomFieldDocument } from './custom-field.type.js';
import { isSimple } from './field-value.js';
import { FILTERABLE_LENGTH, memberSchema, patternEngine } from './member-schema.js';
import { publishedFields } from './published-fields.js';
import { KEYWORDS_OF, type ValueSchema } from './value-schema.js';

const ANNOTATIONS: readonly string[] = ['type', 'title', 'description', 'examples'];

type FieldCode =
  'content.field-schema' | 'content.field-option' | 'content.field-default' | 'content.field-taken';

interface Place {
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

function failure(code: FieldCode, { suggestion, ...place }: Place): Finding {
  return { code, severity: 'error', ...place, ...(suggestion !== undefined && { suggestion }) };
}

/** What is wrong with a custom field by itself, and beside the others of its type. */
export function fieldFindings(field: CustomFieldDocument, context: CheckContext): Finding[] {
  const schema = schemaFindings(field.schema, '/schema');
  return [
    ...schema,
    ...optionFindings(field),
    ...(schema.length === 0 ? defaultFindings(field) : []),
    ...takenFindings(field, context),
  ];
}

function schemaFindings(schema: ValueSchema, at: string): Finding[] {
  const allowed: readonly string[] = [...ANNOTATIONS, ...KEYWORDS_OF[schema.type]];
  const misplaced = Object.keys(schema)
    .filter((keyword) => !allowed.includes(keyword))
    .map((keyword) =>
      failure('content.field-schema', {
        pointer: at + pointer(keyword),
        message: `'${keyword}' means nothing beside the type '${schema.type}'.`,
      }),
    );
  const inner = schema.items ? schemaFindings(schema.items, `${at}/items`) : [];
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    schemaFindings(member, at + pointer('properties', name)),
  );
  return [...misplaced, ...limitFindings(schema, at), ...partFindings(schema, at), ...inner, ...members];
}

const LIMITS = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
] as const;

function limitFindings(schema: ValueSchema, at: string): Finding[] {
  return LIMITS.flatMap(([low, high]) => {
    const [from, to] = [schema[low], schema[high]];
    if (from === undefined || to === undefined || from <= to) return [];
    const message = `Nothing is ${String(from)} at least and ${String(to)} at most.`;
    return [failure('content.field-schema', { pointer: `${at}/${high}`, message })];
  });
}

function partFindings(schema: ValueSchema, at: string): Finding[] {
  const found: Finding[] = [];
  const add = (place: string, message: string, suggestion?: string) =>
    found.push(failure('content.field-schema', { pointer: at + place, message, suggestion }));
  if (schema.type === 'array' && !schema.items) add('/items', 'A list has to say what its entries are.');
  if (schema.type === 'object' && !schema.properties)
    add('/properties', 'An object has to name its members.');
  if (schema.pattern !== undefined && !isPattern(schema.pattern)) {
    add('/pattern', `'${schema.pattern}' is not a pattern that RE2 can run.`);
  }
  const wanted = schema.type === 'string' ? 'string' : 'number';
  schema.enum?.forEach((value, index) => {
    const isWhole = schema.type !== 'integer' || Number.isInteger(value);
    if (typeof value === wanted && isWhole) return;
    add(`/enum${pointer(index)}`, `${JSON.stringify(value)} is not of the type '${schema.type}'.`);
  });
  const members = Object.keys(schema.properties ?? {});
  schema.required?.forEach((name, index) => {
    if (members.includes(name)) return;
    add(`/required${pointer(index)}`, `There is no member '${name}'.`, nearest(name, members));
  });
  return found;
}

/** Editors run it too, and theirs is the engine of JavaScript. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp && compilePattern(pattern) !== undefined;
  } catch {
    return false;
  }
}

function optionFindings(field: CustomFieldDocument): Finding[] {
  const { schema, localised = false, searchable = false, filterable = false } = field;
  const found: Finding[] = [];
  const add = (at: string, message: string) =>
    found.push(failure('content.field-option', { pointer: at, message }));
  if (localised && schema.type !== 'string') add('/localised', 'Texts alone can be localised.');
  if (searchable && ['number', 'integer', 'boolean'].includes(schema.type)) {
    add('/searchable', 'Searches find texts alone. Make it filterable.');
  }
  if (filterable && !isSimple(field)) add('/filterable', 'Lists cannot be filtered by lists or objects.');
  if (filterable && (schema.maxLength ?? 0) > FILTERABLE_LENGTH) {
    add('/schema/maxLength', `A text to filter by has ${String(FILTERABLE_LENGTH)} characters at most.`);
  }
  return found;
}

function defaultFindings(field: CustomFieldDocument): Finding[] {
  if (field.default === undefined) return [];
  const schema: JsonSchema = { type: 'object', properties: { default: memberSchema(field, 'en') } };
  const check = compileSchema(schema, { pattern: patternEngine });
  return check({ default: field.default }).map(({ pointer: at, detail }) =>
    failure('content.field-default', { pointer: at, message: detail }),
  );
}

function takenFindings(
  { appliesTo, member }: CustomFieldDocument,
  { key, published }: CheckContext,
): Finding[] {
  const other = publishedFields(published).find(
    ({ key: others, document }) =>
      others !== key && document.appliesTo === appliesTo && document.member === member,
  );
  if (!other) return [];
  const message = `The custom field '${other.key}' has the member '${member}' of ${appliesTo} already.`;
  return [failure('content.field-taken', { pointer: '/member', message })];
}
