import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

const LOCALE_PATTERN = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';

const SHORT = 200;
const LONG = 2_000;
const MANY = 50;

/** Texts for people: `about` says what they tell. */
interface About {
  readonly description: string;
  readonly examples?: readonly unknown[];
  readonly maxLength?: number;
}

/** One text, in no language: a name in an address, a heading in a list. */
export function text({ maxLength = SHORT, ...about }: About): JsonSchema {
  return { type: 'string', minLength: 1, maxLength, ...about };
}

/** One text, or one per locale. */
export function localised({ maxLength = LONG, ...about }: About): JsonSchema {
  const words = { type: 'string', minLength: 1, maxLength };
  return {
    ...about,
    oneOf: [
      { title: 'a text', ...words },
      {
        title: 'a text per locale',
        type: 'object',
        minProperties: 1,
        propertyNames: { pattern: LOCALE_PATTERN },
        additionalProperties: words,
      },
    ],
  };
}

/** The key of another piece of content. */
export function keyOf(singular: string, about: { description?: string; examples?: readonly unknown[] } = {}) {
  return { type: 'string', pattern: KEY_PATTERN, description: `The key of a ${singular}.`, ...about };
}

interface ListAbout {
  readonly description: string;
  readonly examples?: readonly unknown[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

export function list(items: JsonSchema, { maxItems = MANY, ...about }: ListAbout): JsonSchema {
  return { type: 'array', maxItems, items, ...about };
}

/** Localised texts, one an entry. */
export function texts(about: ListAbout): JsonSchema {
  return list(localised({ description: 'One of them.', maxLength: 500 }), about);
}

interface MembersAbout {
  readonly required?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

/** An object with these members and no others. */
export function members(
  properties: Readonly<Record<string, JsonSchema>>,
  { required = [], ...about }: MembersAbout = {},
): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...about,
    properties,
  };
}

export function oneOf(values: readonly string[], about: Omit<About, 'maxLength'>): JsonSchema {
  return { type: 'string', enum: values, ...about };
}

/** An address on the web that a reader can open. */
export function webAddress(
  description: string,
  { example, scheme = 'https' }: { example: string; scheme?: 'https' | 'http or https' },
): JsonSchema {
  const pattern = scheme === 'https' ? '^https://' : '^https?://';
  return { type: 'string', format: 'uri', pattern, maxLength: LONG, description, examples: [example] };
}

export const COLOUR: JsonSchema = {
  type: 'string',
  pattern: '^#[0-9a-fA-F]{6}$',
  description: 'Red, green and blue in hexadecimal digits.',
  examples: ['#0b6e6e'],
};

export const CURRENCY: JsonSchema = {
  type: 'string',
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217.',
  examples: ['EUR'],
};

/** Checked word by word in the check of the type that has it, with pointers into the condition. */
export function condition(description: string, examples: readonly unknown[]): JsonSchema {
  return {
    type: 'object',
    description: `${description} A condition; its JSON Schema is at /api/v1/schemas/condition.`,
    examples,
  };
}
