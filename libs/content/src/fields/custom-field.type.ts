import type { JsonSchema } from '@parcours/http';
import { type JsonValue, LOCALISED_TEXT_SCHEMA, type LocalisedText } from '@parcours/kernel';

import { defineContentType, type TypedContentType } from '../types/content-type.js';
import { fieldFindings } from './custom-field.rules.js';
import { CUSTOM_FIELDS } from './published-fields.js';
import { MEMBER_PATTERN, VALUE_SCHEMA, type ValueSchema } from './value-schema.js';

/** A member that documents of a content type have beside those that the product gives them. */
export interface CustomFieldDocument {
  readonly name: LocalisedText;
  /** The content type, such as `touchpoints`. */
  readonly appliesTo: string;
  /** The member of `custom` that has the value. */
  readonly member: string;
  readonly schema: ValueSchema;
  readonly required?: boolean;
  readonly localised?: boolean;
  readonly searchable?: boolean;
  readonly filterable?: boolean;
  readonly default?: JsonValue;
  readonly help?: LocalisedText;
  readonly group?: LocalisedText;
  readonly order?: number;
}

function schemaFor(types: readonly string[]): JsonSchema {
  return {
    type: 'object',
    required: ['appliesTo', 'member', 'schema'],
    properties: {
      appliesTo: {
        type: 'string',
        enum: types,
        description: 'The content type whose things have the field.',
        examples: ['touchpoints'],
      },
      member: {
        type: 'string',
        pattern: MEMBER_PATTERN,
        description:
          'The member of `custom` that has the value. No two published fields of a type share one.',
        examples: ['costCentre'],
      },
      schema: VALUE_SCHEMA,
      required: { type: 'boolean', description: 'Nothing is published without a value.' },
      localised: { type: 'boolean', description: 'One text per locale; only of texts.' },
      searchable: { type: 'boolean', description: '`search` finds its texts.' },
      filterable: {
        type: 'boolean',
        description: 'Lists can be filtered and sorted by it: `filter[custom.costCentre][eq]=4711`.',
      },
      default: { description: 'What a new thing has when it is created without a value.', examples: ['red'] },
      help: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'What to enter, for those who do.',
        examples: ['Four digits, from the controlling.'],
      },
      group: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'The heading that it stands under.',
        examples: ['Controlling'],
      },
      order: { type: 'number', description: 'Its place in the group, the lowest first.', examples: [1] },
    },
    examples: [
      {
        key: 'touchpoint-cost-centre',
        name: { en: 'Cost centre', fr: 'Centre de coûts' },
        appliesTo: 'touchpoints',
        member: 'costCentre',
        schema: { type: 'string', pattern: '^[0-9]{4}$', maxLength: 4 },
        filterable: true,
        help: { en: 'Four digits, from the controlling.', fr: 'Quatre chiffres, du contrôle de gestion.' },
        group: { en: 'Controlling', fr: 'Contrôle de gestion' },
        order: 1,
      },
    ],
  };
}

/** The content type of custom fields, for things of these types. */
export function customFieldType(types: readonly string[]): TypedContentType<CustomFieldDocument> {
  return defineContentType<CustomFieldDocument>({
    name: CUSTOM_FIELDS,
    singular: 'custom field',
    title: 'Custom fields',
    description:
      'Members of your own for things of any other type: validated, translated, searched, filtered.',
    schema: schemaFor(types),
    check: fieldFindings,
  });
}
