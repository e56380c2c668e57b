import { type CheckContext, defineContentType } from '@parcours/content';
import { compileSchema, type JsonSchema } from '@parcours/http';
import { type Finding, LOCALISED_TEXT_SCHEMA, type LocalisedText } from '@parcours/kernel';

/** What the index of a trait holds. The places in the list are stored. */
export const INDEX_KINDS = ['text', 'number', 'boolean'] as const;

export type IndexKind = (typeof INDEX_KINDS)[number];

/** Most traits with an index: each is written with every change of a customer. */
export const INDEXED_TRAITS_MAX = 20;

export interface TraitDocument {
  readonly description?: LocalisedText;
  /** A dotted path: `address.city`. */
  readonly trait: string;
  /** JSON Schema of the value. */
  readonly schema: JsonSchema;
  readonly indexed?: boolean;
  readonly personal?: boolean;
}

/** Codes of findings of trait declarations. */
export const TRAIT_FINDINGS = {
  'audience.trait-schema': 'The JSON Schema of a trait cannot be used.',
  'audience.trait-declared-twice': 'Another declaration is of the same trait.',
  'audience.trait-not-indexable':
    'An index needs a trait whose values are texts, numbers, or true and false.',
  'audience.too-many-indexes': 'More traits have an index than is allowed.',
} as const;

/** One member, or members inside each other: lists have no places here. */
export const TRAIT_PATH_PATTERN = '^[A-Za-z0-9_-]{1,60}(\\.[A-Za-z0-9_-]{1,60}){0,4}$';

/** A trait that customers are meant to have: its values are checked, and customers can be found by it. */
export const TRAIT_TYPE = defineContentType<TraitDocument>({
  name: 'traits',
  singular: 'trait',
  title: 'Traits',
  description:
    'What customers are described by. A trait that is declared is checked when customers are changed through the API; others are taken as they come.',
  schema: {
    type: 'object',
    required: ['trait', 'schema'],
    properties: {
      description: { ...LOCALISED_TEXT_SCHEMA, description: 'What it tells.' },
      trait: {
        type: 'string',
        maxLength: 150,
        pattern: TRAIT_PATH_PATTERN,
        not: { enum: ['__proto__', 'constructor', 'prototype'] },
        description: 'Its name, or a dotted path to a member inside one.',
        examples: ['address.city'],
      },
      schema: {
        type: 'object',
        description: 'JSON Schema (draft 2020-12) of its value.',
        examples: [{ type: 'string', maxLength: 100 }],
      },
      indexed: {
        type: 'boolean',
        description: `Customers can be listed by it: filter[traits.address.city][eq]=Lyon. At most ${String(INDEXED_TRAITS_MAX)} traits.`,
      },
      personal: { type: 'boolean', description: 'Tells who somebody is, so that it is handled with care.' },
    },
    examples: [
      {
        key: 'city',
        name: { en: 'City', fr: 'Ville' },
        trait: 'address.city',
        schema: { type: 'string', maxLength: 100 },
        indexed: true,
      },
    ],
  },
  check: (document, context) => [
    ...schemaFindings(document),
    ...indexFindings(document, context),
    ...repetitions(document, context),
  ],
});

/** What an index of values of this schema would hold; `undefined` where it can hold none. */
export function indexKindOf({ type }: JsonSchema): IndexKind | undefined {
  switch (type) {
    case 'string':
      return 'text';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return undefined;
  }
}

function schemaFindings({ schema }: TraitDocument): Finding[] {
  try {
    compileSchema(schema)(null);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    return [failure('audience.trait-schema', '/schema', `The schema cannot be used: ${reason}.`)];
  }
}

function indexFindings({ schema, indexed }: TraitDocument, { key, published }: CheckContext): Finding[] {
  if (indexed !== true) return [];
  if (indexKindOf(schema) === undefined) {
    const message = "An index needs a schema whose 'type' is string, number, integer or boolean.";
    return [failure('audience.trait-not-indexable', '/indexed', message)];
  }
  const others = published.all(TRAIT_TYPE).filter((other) => other.key !== key && other.document.indexed);
  if (others.length < INDEXED_TRAITS_MAX) return [];
  const message = `${String(others.length)} other traits have an index; ${String(INDEXED_TRAITS_MAX)} is the most.`;
  return [failure('audience.too-many-indexes', '/indexed', message)];
}

function repetitions({ trait }: TraitDocument, { key, published }: CheckContext): Finding[] {
  const other = published.all(TRAIT_TYPE).find((each) => each.key !== key && each.document.trait === trait);
  if (!other) return [];
  return [
    failure('audience.trait-declared-twice', '/trait', `'${trait}' is declared by '${other.key}' already.`),
  ];
}

function failure(code: keyof typeof TRAIT_FINDINGS, pointer: string, message: string): Finding {
  return { code, severity: 'error', pointer, message };
}
