import { canonicalJson } from '@parcours/kernel';

import type { JsonSchema } from '../validation/json-schema.js';

const SCHEMA_MEMBERS = [
  'items',
  'additionalProperties',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedProperties',
];
const SCHEMA_LISTS = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];
const SCHEMA_MAPS = ['properties', 'patternProperties', 'dependentSchemas'];

/**
 * The schemas of a document that have a name: those whose title begins with a capital, and whatever stands in `$defs`.
 * Each is kept once, and everything else points at it.
 */
export class NamedSchemas {
  private readonly found = new Map<string, JsonSchema>();

  /** All of them, by name. */
  get components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The schema with every named one in it, itself included, replaced by a reference. */
  referTo(schema: unknown): unknown {
    if (!isSchema(schema)) return schema;
    const { $defs, ...own } = schema;
    const definitions = isSchema($defs) ? $defs : {};
    for (const [key, definition] of Object.entries(definitions)) this.define(key, definition);
    const name = nameOf(own['title']);
    const inside = this.inside(own, definitions);
    return name === undefined ? inside : this.keep(name, inside);
  }

  private define(key: string, definition: unknown): void {
    if (!isSchema(definition) || nameOf(definition['title']) !== undefined) this.referTo(definition);
    else this.keep(pascalCase(key), this.inside(definition, {}));
  }

  /** @throws TypeError when two different schemas have one name: readers could not tell them apart. */
  private keep(name: string, schema: JsonSchema): JsonSchema {
    const known = this.found.get(name);
    if (known !== undefined && canonicalJson(known) !== canonicalJson(schema)) {
      throw new TypeError(
        `two different schemas have the title of '${name}': give one of them another title`,
      );
    }
    this.found.set(name, schema);
    return { $ref: `#/components/schemas/${name}` };
  }

  private inside(schema: JsonSchema, definitions: JsonSchema): JsonSchema {
    const entries = Object.entries(schema).map(([member, value]): [string, unknown] => {
      if (member === '$ref') return [member, referenceTo(value, definitions)];
      if (SCHEMA_MEMBERS.includes(member)) return [member, this.referTo(value)];
      if (SCHEMA_LISTS.includes(member) && Array.isArray(value)) {
        return [member, value.map((inner) => this.referTo(inner))];
      }
      if (SCHEMA_MAPS.includes(member) && isSchema(value)) {
        return [
          member,
          Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.referTo(inner)])),
        ];
      }
      return [member, value];
    });
    return Object.fromEntries(entries);
  }
}

function referenceTo(reference: unknown, definitions: JsonSchema): unknown {
  const key = typeof reference === 'string' ? /^#\/\$defs\/(.+)$/.exec(reference)?.[1] : undefined;
  if (key === undefined) return reference;
  const definition = definitions[key];
  const title = isSchema(definition) ? nameOf(definition['title']) : undefined;
  return `#/components/schemas/${title ?? pascalCase(key)}`;
}

/** Titles that begin with a small letter only tell alternatives apart in messages. */
function nameOf(title: unknown): string | undefined {
  return typeof title === 'string' && /^[A-Z]/.test(title) ? pascalCase(title) : undefined;
}

function pascalCase(words: string): string {
  return words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
