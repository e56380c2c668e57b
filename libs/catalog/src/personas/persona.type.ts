import {
  membershipCircles,
  membershipReferences,
  REFERENCED_TYPES,
  validateProfileCondition,
} from '@parcours/conditions';
import { type CheckContext, defineContentType, type Reference } from '@parcours/content';
import type { Finding, JsonObject, JsonValue, LocalisedText } from '@parcours/kernel';

import { failure } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import {
  condition,
  CURRENCY,
  list,
  localised,
  members,
  oneOf,
  text,
  texts,
  webAddress,
} from '../schema/parts.js';
import { countryFindings, currencyFindings, type Range, rangeFindings } from '../schema/value.rules.js';

export interface PersonaAttributes {
  readonly ageRange?: Range;
  readonly householdIncome?: Range & { readonly currency: string; readonly per?: 'year' | 'month' };
  readonly maritalStatus?: string;
  readonly gender?: string;
  readonly occupation?: LocalisedText;
  readonly location?: {
    readonly countries?: readonly string[];
    readonly areas?: readonly LocalisedText[];
    readonly setting?: string;
  };
}

export interface PersonaDocument {
  readonly description?: LocalisedText;
  readonly photoUrl?: string;
  readonly quote?: LocalisedText;
  readonly attributes?: PersonaAttributes;
  readonly other?: Readonly<Record<string, JsonValue>>;
  readonly goals?: readonly LocalisedText[];
  readonly pains?: readonly LocalisedText[];
  readonly objections?: readonly LocalisedText[];
  readonly questions?: readonly LocalisedText[];
  readonly preferredContact?: readonly string[];
  readonly looksForSolutions?: readonly LocalisedText[];
  readonly contentFormats?: readonly string[];
  readonly competitors?: readonly { readonly name: string; readonly url?: string }[];
  readonly membership?: JsonObject;
}

const FROM = { description: 'The lowest; none when left out.' };
const TO = { description: 'The highest; none when left out.' };
const AGE = { type: 'integer', minimum: 0, maximum: 130 };
const AMOUNT = { type: 'number', minimum: 0 };

const ATTRIBUTES = members(
  {
    ageRange: members(
      { from: { ...AGE, ...FROM }, to: { ...AGE, ...TO } },
      { description: 'In years, both ends included.' },
    ),
    householdIncome: members(
      {
        from: { ...AMOUNT, ...FROM },
        to: { ...AMOUNT, ...TO },
        currency: CURRENCY,
        per: oneOf(['year', 'month'], { description: 'The year when left out.' }),
      },
      { required: ['currency'], description: 'What they live on, both ends included.' },
    ),
    maritalStatus: oneOf(['single', 'partnered', 'married', 'separated', 'divorced', 'widowed', 'any'], {
      description: 'How they live.',
    }),
    gender: oneOf(['female', 'male', 'non-binary', 'any'], { description: 'As they say it themselves.' }),
    occupation: localised({ description: 'What they do for a living.', maxLength: 300, examples: ['Nurse'] }),
    location: members(
      {
        countries: list(
          { type: 'string', pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' },
          { description: 'Where they live.', examples: [['FR', 'BE']], uniqueItems: true, maxItems: 250 },
        ),
        areas: texts({ description: 'Regions, cities, quarters.', examples: [['Île-de-France']] }),
        setting: oneOf(['urban', 'suburban', 'rural', 'any'], { description: 'What it is like there.' }),
      },
      { description: 'Where they live.' },
    ),
  },
  { description: 'What can be counted of them.' },
);

const SCHEMA = {
  type: 'object',
  properties: {
    description: localised({
      description: 'Who they are, in a few sentences.',
      examples: ['Two children, two jobs, no evening free.'],
    }),
    photoUrl: webAddress('A picture to think of them by.', { example: 'https://example.com/nadia.jpg' }),
    quote: localised({
      description: 'What they would say.',
      maxLength: 300,
      examples: ['Just tell me when it arrives.'],
    }),
    attributes: ATTRIBUTES,
    other: {
      type: 'object',
      maxProperties: 50,
      description: 'Anything else, by name.',
      propertyNames: { pattern: '^[a-zA-Z][a-zA-Z0-9_-]{0,59}$' },
      additionalProperties: {
        anyOf: [
          { type: ['string', 'number', 'boolean'] },
          { type: 'array', maxItems: 50, items: { type: ['string', 'number', 'boolean'] } },
        ],
      },
      examples: [{ favouriteBrands: ['Opinel'], hasCar: true }],
    },
    goals: texts({ description: 'What they want to get done.' }),
    pains: texts({ description: 'What is in their way.', examples: [['No time to compare']] }),
    objections: texts({
      description: 'Why they would not buy.',
      examples: [['Delivery was late last time']],
    }),
    questions: texts({ description: 'What they ask.', examples: [['Can I send it back?']] }),
    preferredContact: list(text({ description: 'A channel.' }), {
      description: 'How they like to be contacted, the best way first.',
      examples: [['sms', 'email', 'phone']],
      uniqueItems: true,
    }),
    looksForSolutions: texts({
      description: 'Where they look for solutions.',
      examples: [['Other parents']],
    }),
    contentFormats: list(text({ description: 'A format.' }), {
      description: 'What they read, watch or listen to.',
      examples: [['short video', 'checklist']],
      uniqueItems: true,
    }),
    competitors: list(
      members(
        {
          name: text({ description: 'What it is called.', examples: ['Rival'] }),
          url: webAddress('Its site.', { example: 'https://rival.example', scheme: 'http or https' }),
        },
        { required: ['name'] },
      ),
      { description: 'Whom else they consider.', examples: [[{ name: 'Rival' }]] },
    ),
    membership: condition(
      'Which customers are of this persona, by what they are, what they did and where they stand.',
      [
        {
          all: [
            { trait: 'age', gte: 30, lt: 45 },
            { trait: 'children', gte: 1 },
          ],
        },
      ],
    ),
  },
  examples: [
    {
      key: 'busy-parent',
      name: { en: 'Nadia, the busy parent', fr: 'Nadia, parent pressée' },
      attributes: {
        ageRange: { from: 30, to: 45 },
        householdIncome: { from: 35000, to: 60000, currency: 'EUR' },
        maritalStatus: 'married',
        location: { countries: ['FR'], setting: 'suburban' },
      },
      goals: [{ en: 'Order in five minutes', fr: 'Commander en cinq minutes' }],
      preferredContact: ['sms', 'email'],
      membership: { trait: 'children', gte: 1 },
    },
  ],
};

/** A kind of customer, described so that people can think of them, and as a condition so that customers are found. */
export const PERSONA_TYPE = defineContentType<PersonaDocument>({
  name: 'personas',
  singular: 'persona',
  title: 'Personas',
  description: 'Whom journeys are made for: attributes, goals, pains, habits, and who belongs.',
  schema: SCHEMA,
  references: referencesOf,
  check: (document, context) => [
    ...circleFindings(document, context),
    ...unknownLocales(SCHEMA, document),
    ...attributeFindings(document),
    ...(document.membership === undefined
      ? []
      : validateProfileCondition(document.membership, '/membership')),
  ],
});

function referencesOf({ membership }: Partial<PersonaDocument>): Reference[] {
  return membershipReferences({ membership }).map(({ kind, key, pointer }) => ({
    type: REFERENCED_TYPES[kind],
    key,
    pointer,
  }));
}

function circleFindings({ membership }: PersonaDocument, { key, published }: CheckContext): Finding[] {
  const documentOf = (kind: 'segment' | 'persona', named: string) =>
    published.find(REFERENCED_TYPES[kind], named)?.document;
  return membershipCircles({ kind: 'persona', key, document: { membership } }, documentOf).map((circle) =>
    failure('catalog.circular-persona', {
      pointer: circle.pointer,
      message: `The persona would be made of itself: ${circle.way.join(' → ')}.`,
    }),
  );
}

function attributeFindings({ attributes = {} }: PersonaDocument): Finding[] {
  const { ageRange, householdIncome, location } = attributes;
  return [
    ...rangeFindings(ageRange, '/attributes/ageRange'),
    ...rangeFindings(householdIncome, '/attributes/householdIncome'),
    ...currencyFindings(householdIncome?.currency, '/attributes/householdIncome/currency'),
    ...countryFindings(location?.countries, '/attributes/location/countries'),
  ];
}
