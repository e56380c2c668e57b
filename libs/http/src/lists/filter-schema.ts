import type { JsonSchema } from '../validation/json-schema.js';
import { type FieldType, type ListField, type ListSpec, type Operator, operatorsOf } from './list-spec.js';

const VALUES: Readonly<Record<FieldType, JsonSchema>> = {
  text: { type: 'string', examples: ['welcome'] },
  enum: { type: 'string' },
  integer: { type: 'integer', examples: [3] },
  number: { type: 'number', examples: [0.5] },
  id: { type: 'string', examples: ['8812345678901234'] },
  instant: { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] },
  boolean: { type: 'boolean', examples: [true] },
};

const WORDS: Readonly<Record<Operator, string>> = {
  eq: 'Is this.',
  ne: 'Is not this, or is nothing.',
  in: 'Is one of these.',
  nin: 'Is none of these.',
  gt: 'Is greater, or later.',
  gte: 'Is this or greater, or later.',
  lt: 'Is less, or earlier.',
  lte: 'Is this or less, or earlier.',
  contains: 'Holds this, as it is written.',
  starts: 'Begins with this, as it is written.',
  null: 'Is nothing (true), or is anything (false).',
};

/** JSON Schema of `filter`: by field, by operator. Fields of one kind share theirs. */
export function filterSchema({ name, fields }: ListSpec): JsonSchema {
  const members = Object.entries(fields).map(([field, spec]) => [field, fieldSchema(spec)] as const);
  const [first] = members;
  return {
    title: `Filter of ${name.replaceAll('-', ' ')}`,
    description: 'What the entries have to be: all of it.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(members),
    ...(first && { examples: [{ [first[0]]: exampleOf(first[1]) }] }),
  };
}

function fieldSchema(field: ListField): JsonSchema {
  const value = field.values ? { type: 'string', enum: field.values } : VALUES[field.type];
  const members = operatorsOf(field).map((operator) => [operator, operatorSchema(operator, value)] as const);
  const isShared = field.values === undefined && field.operators === undefined && field.matches === undefined;
  const title = `${field.nullable ? 'nullable ' : ''}${field.type} filter`;
  return {
    ...(isShared && { title: `${title.charAt(0).toUpperCase()}${title.slice(1)}` }),
    description: `How ${field.nullable ? 'a value that may be absent' : 'a value'} is to be.`,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(members),
  };
}

function operatorSchema(operator: Operator, value: JsonSchema): JsonSchema {
  const description = WORDS[operator];
  if (operator === 'null') return { type: 'boolean', description };
  if (operator === 'in' || operator === 'nin') return { type: 'array', items: value, description };
  return { ...value, description };
}

/** One operator of them: all at once would hardly find anything. */
function exampleOf(schema: JsonSchema): unknown {
  const [first] = Object.entries(Object.assign({}, schema['properties']));
  if (!first) return {};
  const [operator, { examples, enum: values }] = first as [
    string,
    { examples?: unknown[]; enum?: unknown[] },
  ];
  return { [operator]: (examples ?? values ?? [])[0] };
}
