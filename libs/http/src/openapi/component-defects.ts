import { exampleOf } from './examples.js';
import { entriesIn, isRecord } from './operation.js';

type Schemas = Readonly<Record<string, unknown>>;

const INSIDE = ['additionalProperties', 'not', 'contains'];
const ALTERNATIVES = ['oneOf', 'anyOf', 'allOf'];

/** What the named schemas do not tell: every one and every member of theirs has a description and an example. */
export function componentDefects(schemas: Schemas): string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const label = `schema ${name}`;
    const isTold = isDescribed(schema, schemas) || (isRecord(schema) && typeof schema['title'] === 'string');
    const place = { label, path: '', schemas, examples: examplesOf(schema) };
    return [...(isTold ? [] : [`${label}: describe it`]), ...membersDefects(schema, place)];
  });
}

interface Place {
  readonly label: string;
  readonly path: string;
  readonly schemas: Schemas;
  /** What stands here in the examples of the whole. */
  readonly examples: readonly unknown[];
}

function membersDefects(schema: unknown, place: Place): string[] {
  if (!isRecord(schema)) return [];
  const { label, schemas } = place;
  const members = Object.entries(isRecord(schema['properties']) ? schema['properties'] : {});
  const own = members.flatMap(([name, member]) => {
    const path = `${place.path}/${name}`;
    const examples = [...valuesOf(place.examples, name), ...examplesOf(member)];
    const isExemplified = examples.length > 0 || exampleOf(member, schemas) !== undefined;
    return [
      ...(isDescribed(member, schemas) ? [] : [`${label}: describe ${path}`]),
      ...(isExemplified ? [] : [`${label}: give ${path} an example`]),
      ...membersDefects(member, { ...place, path, examples }),
    ];
  });
  const inItems = {
    ...place,
    examples: place.examples.flatMap((example): unknown[] => (Array.isArray(example) ? example : [])),
  };
  const deeper = [...INSIDE.map((member) => schema[member]), ...entriesIn(schema, ALTERNATIVES)];
  return [
    ...own,
    ...membersDefects(schema['items'], inItems),
    ...deeper.flatMap((inner) => membersDefects(inner, place)),
  ];
}

function examplesOf(schema: unknown): unknown[] {
  return isRecord(schema) ? entriesIn(schema, ['examples']) : [];
}

function valuesOf(examples: readonly unknown[], name: string): unknown[] {
  return examples.flatMap((example) => (isRecord(example) && name in example ? [example[name]] : []));
}

/** A named schema is described where it stands. */
function isDescribed(schema: unknown, schemas: Schemas): boolean {
  if (!isRecord(schema) || 'const' in schema) return true;
  if (typeof schema['description'] === 'string' && schema['description'] !== '') return true;
  const reference = schema['$ref'];
  return typeof reference === 'string' && isDescribed(schemas[reference.split('/').at(-1) ?? ''], schemas);
}
