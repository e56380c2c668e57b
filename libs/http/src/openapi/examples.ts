import type { JsonSchema } from '../validation/json-schema.js';
import { entriesIn, isRecord } from './operation.js';

const REFERENCE = '#/components/schemas/';
const INSTANT = '2026-03-02T08:00:00.000Z';

type Schemas = Readonly<Record<string, unknown>>;

/**
 * An example of what a schema describes, made of the examples that stand in it: its own first, else one of every
 * member. Undefined where some part has none, and none can be made up.
 */
export function exampleOf(schema: unknown, schemas: Schemas): unknown {
  if (!isRecord(schema)) return undefined;
  const own = ownExample(schema);
  if (own !== undefined) return own;
  if (typeof schema['$ref'] === 'string')
    return exampleOfNamed(schema['$ref'].slice(REFERENCE.length), schemas);
  const parts = entriesIn(schema, ['allOf']);
  if (parts.length > 0) return merged(parts, schemas);
  const [alternative] = entriesIn(schema, ['oneOf', 'anyOf']);
  return alternative === undefined ? exampleOfType(schema, schemas) : exampleOf(alternative, schemas);
}

/** Without itself inside: a schema that holds its like must say where that ends. */
function exampleOfNamed(name: string, schemas: Schemas): unknown {
  const { [name]: schema, ...others } = schemas;
  return exampleOf(schema, others);
}

function ownExample(schema: JsonSchema): unknown {
  const [first] = entriesIn(schema, ['examples', 'enum']);
  return first === undefined ? (schema['example'] ?? schema['const'] ?? schema['default']) : first;
}

function exampleOfType(schema: JsonSchema, schemas: Schemas): unknown {
  const types: readonly unknown[] = Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
  if (types.includes('object') || isRecord(schema['properties'])) return exampleObject(schema, schemas);
  if (types.includes('array')) {
    const entry = exampleOf(schema['items'], schemas);
    return entry === undefined ? undefined : [entry];
  }
  if (types.includes('boolean')) return false;
  if (types.includes('string') && schema['format'] === 'date-time') return INSTANT;
  return undefined;
}

function exampleObject(schema: JsonSchema, schemas: Schemas): unknown {
  const members = Object.entries(isRecord(schema['properties']) ? schema['properties'] : {});
  // Something that may hold anything has to say itself what, for instance.
  if (members.length === 0) return schema['additionalProperties'] === false ? {} : undefined;
  const examples = members.map(([name, member]) => [name, exampleOf(member, schemas)] as const);
  return examples.some(([, example]) => example === undefined) ? undefined : Object.fromEntries(examples);
}

function merged(parts: readonly unknown[], schemas: Schemas): unknown {
  const examples = parts.map((part) => exampleOf(part, schemas));
  return examples.every(isRecord) ? Object.assign({}, ...examples) : undefined;
}
