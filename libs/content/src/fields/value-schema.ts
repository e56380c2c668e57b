import type { JsonSchema } from '@parcours/http';
import type { JsonValue } from '@parcours/kernel';

/** The part of JSON Schema (draft 2020-12) that the value of a custom field can be described by. */
export interface ValueSchema {
  readonly type: ValueType;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: ValueSchema;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly JsonValue[];
}

export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** Names of members, of `custom` and of the objects in it: they can stand in filters and in SQL. */
export const MEMBER_PATTERN = '^[a-z][A-Za-z0-9_]{0,49}$';

export const FORMATS = ['date', 'date-time', 'email', 'uri'] as const;

const SIMPLE: readonly ValueType[] = ['string', 'number', 'integer', 'boolean'];
const DEPTH = 3;
const COUNT = { type: 'integer', minimum: 0, maximum: 10_000 };

/** Which keywords mean something beside a type; all types have a title, a description and examples. */
export const KEYWORDS_OF: Readonly<Record<ValueType, readonly (keyof ValueSchema)[]>> = {
  string: ['enum', 'minLength', 'maxLength', 'pattern', 'format'],
  number: ['enum', 'minimum', 'maximum', 'multipleOf'],
  integer: ['enum', 'minimum', 'maximum', 'multipleOf'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required'],
};

/** Written out rather than recursive: a reference would lead nowhere in the documents that this is put into. */
function valueSchema(depth: number): JsonSchema {
  const inner = depth === 0 ? undefined : valueSchema(depth - 1);
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: {
        type: 'string',
        enum: inner ? [...SIMPLE, 'array', 'object'] : SIMPLE,
        description: 'What kind of value it is.',
      },
      title: {
        type: 'string',
        maxLength: 300,
        description: 'What to call it where it is entered.',
        examples: ['Colour'],
      },
      description: {
        type: 'string',
        maxLength: 2_000,
        description: 'What it is, for those who enter it.',
        examples: ['As in the brand book'],
      },
      enum: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        uniqueItems: true,
        items: { type: ['string', 'number'], maxLength: 200 },
        description: 'The values that there are.',
        examples: [['red', 'green', 'blue']],
      },
      minLength: { ...COUNT, description: 'The fewest characters of a text.', examples: [2] },
      maxLength: { ...COUNT, minimum: 1, description: 'The most characters of a text.', examples: [40] },
      pattern: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: 'A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.',
        examples: ['^[0-9]{4}$'],
      },
      format: { type: 'string', enum: FORMATS, description: 'What a text has to be.' },
      minimum: { type: 'number', description: 'The smallest number.', examples: [0] },
      maximum: { type: 'number', description: 'The largest number.', examples: [100] },
      multipleOf: {
        type: 'number',
        exclusiveMinimum: 0,
        description: 'What a number has to be a multiple of.',
        examples: [0.5],
      },
      ...(inner && {
        items: { ...inner, description: 'What each entry of a list is.', examples: [{ type: 'string' }] },
        minItems: { ...COUNT, description: 'The fewest entries of a list.', examples: [1] },
        maxItems: { ...COUNT, minimum: 1, description: 'The most entries of a list.', examples: [10] },
        uniqueItems: { type: 'boolean', description: 'Whether no two entries of a list may be alike.' },
        properties: {
          type: 'object',
          description: 'The members of an object, by name.',
          examples: [{ street: { type: 'string' }, floor: { type: 'integer' } }],
          minProperties: 1,
          propertyNames: { pattern: MEMBER_PATTERN },
          additionalProperties: inner,
        },
        required: {
          type: 'array',
          uniqueItems: true,
          items: { type: 'string' },
          description: 'Which members an object cannot do without.',
          examples: [['street']],
        },
      }),
      examples: {
        type: 'array',
        maxItems: 10,
        items: {},
        description: 'Values as they may be, for those who enter them.',
        examples: [['red']],
      },
    },
  };
}

/** What a schema of a value has to look like itself. */
export const VALUE_SCHEMA: JsonSchema = {
  ...valueSchema(DEPTH),
  description:
    'JSON Schema (draft 2020-12) of the value: a text, a number, a boolean, a list or an object of such.',
  examples: [{ type: 'string', enum: ['red', 'green', 'blue'] }],
};
