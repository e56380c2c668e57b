import { canonicalJson } from '@parcours/kernel';

import type { JsonSchema } from '../validation/json-schema.js';

const REFERENCE = '#/components/schemas/';
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
 * The schemas of a document that have a name: those whose title begins with a capital, and what stands in `$defs`, by
 * its key there. Each is kept once, and everything else points at it. Inside a schema with an `$id`, which is made to
 * be read on its own, titles are labels.
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
    const name = nameOf(schema['title']);
    const { $defs, $id, $schema: _dialect, ...own } = schema;
    if ($defs === undefined && $id === undefined) {
      const inside = this.inside(own, (inner) => this.referTo(inner));
      return name === undefined ? inside : this.keep(name, inside);
    }
    for (const [key, definition] of Object.entries(isSchema($defs) ? $defs : {})) {
      this.keep(pascalCase(key), this.standing(definition));
    }
    const inside = this.standing(own);
    return name === undefined ? inside : this.keep(name, inside);
  }

  /** A part of a schema that has `$defs`: its references point into them. */
  private standing(schema: unknown): JsonSchema {
    if (!isSchema(schema)) return {};
    const inside = this.inside(schema, (inner) => (isSchema(inner) ? this.standing(inner) : inner));
    const key = /^#\/\$defs\/(.+)$/.exec(String(inside['$ref']))?.[1];
    return key === undefined ? inside : { ...inside, $ref: `${REFERENCE}${pascalCase(key)}` };
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
    return { $ref: `${REFERENCE}${name}` };
  }

  private inside(schema: JsonSchema, replace: (inner: unknown) => unknown): JsonSchema {
    const entries = Object.entries(schema).map(([member, value]): [string, unknown] => {
      if (SCHEMA_MEMBERS.includes(member)) return [member, replace(value)];
      if (SCHEMA_LISTS.includes(member) && Array.isArray(value)) return [member, value.map(replace)];
      if (!SCHEMA_MAPS.includes(member) || !isSchema(value)) return [member, value];
      const inner = Object.entries(value).map(([key, each]) => [key, replace(each)]);
      return [member, Object.fromEntries(inner)];
    });
    return Object.fromEntries(entries);
  }
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
