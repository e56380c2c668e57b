import { validateProfileCondition } from '@parcours/conditions';
import { defineContentType } from '@parcours/content';
import { type Finding, type JsonObject, type LocalisedText, parseInstant, pointer } from '@parcours/kernel';

import { type InPhase, PHASE_MEMBERS, phaseFindings, phaseSetReferences } from '../phase-sets/phase.rules.js';
import { failure } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import { condition, CURRENCY, keyOf, list, localised, oneOf, text, webAddress } from '../schema/parts.js';
import { currencyFindings } from '../schema/value.rules.js';

export interface OfferDocument extends InPhase {
  readonly kind: 'percent-off' | 'amount-off' | 'free-delivery' | 'gift' | 'upgrade' | 'content';
  readonly percent?: number;
  readonly amount?: number;
  readonly currency?: string;
  readonly gives?: LocalisedText;
  readonly headline: LocalisedText;
  readonly terms?: LocalisedText;
  readonly code?: string;
  readonly url?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** How often one customer is made the offer; for ever where it is left out. */
  readonly timesPerCustomer?: number;
  readonly eligibility?: JsonObject;
  readonly touchpoints?: readonly string[];
  readonly brand?: string;
}

type Measure = 'percent' | 'amount' | 'currency' | 'gives';

/** What each kind must say of what it gives. */
const NEEDS: Readonly<Record<OfferDocument['kind'], readonly Measure[]>> = {
  'percent-off': ['percent'],
  'amount-off': ['amount', 'currency'],
  'free-delivery': [],
  gift: ['gives'],
  upgrade: ['gives'],
  content: ['gives'],
};

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-31T22:00:00Z'] };

const SCHEMA = {
  type: 'object',
  required: ['kind', 'headline'],
  properties: {
    description: localised({
      description: 'For those who work with it.',
      examples: ['For first orders alone'],
    }),
    kind: oneOf(Object.keys(NEEDS), { description: 'What is given.', examples: ['percent-off'] }),
    percent: {
      type: 'number',
      exclusiveMinimum: 0,
      maximum: 100,
      description: 'Of percent-off.',
      examples: [10],
    },
    amount: { type: 'number', exclusiveMinimum: 0, description: 'Of amount-off.', examples: [5] },
    currency: CURRENCY,
    gives: localised({
      description: 'Of a gift, an upgrade or content: what it is.',
      examples: ['A tote bag'],
      maxLength: 300,
    }),
    headline: localised({ description: 'What the customer reads.', maxLength: 200 }),
    terms: localised({ description: 'The small print.', examples: ['Once per household.'] }),
    code: text({ description: 'What the customer enters.', examples: ['WELCOME10'], maxLength: 50 }),
    url: webAddress('Where it is taken up.', { example: 'https://belvedere.example/welcome' }),
    validFrom: { ...INSTANT, description: 'The first moment.' },
    validUntil: { ...INSTANT, description: 'The moment at which it is over.' },
    timesPerCustomer: {
      type: 'integer',
      minimum: 1,
      description: 'How often one customer is made the offer at the most.',
    },
    eligibility: condition('Who can have it; traits alone can be tested. Everybody when left out.', [
      { trait: 'orders', gte: 3 },
    ]),
    touchpoints: list(keyOf('touchpoint'), {
      description: 'Where it is shown.',
      examples: [['website']],
      uniqueItems: true,
    }),
    brand: keyOf('brand', { description: 'Whose offer it is.', examples: ['belvedere'] }),
    ...PHASE_MEMBERS,
  },
  examples: [
    {
      key: 'welcome-10',
      name: { en: 'Ten per cent to start', fr: 'Dix pour cent pour commencer' },
      kind: 'percent-off',
      percent: 10,
      headline: { en: '10% off your first order', fr: '10 % sur votre première commande' },
      code: 'WELCOME10',
      timesPerCustomer: 1,
      eligibility: { trait: 'orders', is: 0 },
    },
  ],
};

/** Something that a customer can be given: a discount, a gift, an upgrade. */
export const OFFER_TYPE = defineContentType<OfferDocument>({
  name: 'offers',
  singular: 'offer',
  title: 'Offers',
  description: 'What customers can be given: discounts, gifts, upgrades, content.',
  schema: SCHEMA,
  references: (document) => {
    const { touchpoints = [], brand } = document;
    return [
      ...phaseSetReferences(document),
      ...touchpoints.map((key, at) => ({ type: 'touchpoints', key, pointer: pointer('touchpoints', at) })),
      ...(brand === undefined ? [] : [{ type: 'brands', key: brand, pointer: '/brand' }]),
    ];
  },
  check: (document, context) => [
    ...unknownLocales(SCHEMA, document),
    ...phaseFindings(document, context),
    ...measureFindings(document),
    ...currencyFindings(document.currency, '/currency'),
    ...validityFindings(document),
    ...(document.eligibility === undefined
      ? []
      : validateProfileCondition(document.eligibility, '/eligibility')),
  ],
});

function measureFindings(document: OfferDocument): Finding[] {
  const needed = NEEDS[document.kind];
  const measures: readonly Measure[] = ['percent', 'amount', 'currency', 'gives'];
  return measures.flatMap((member) => {
    const isGiven = document[member] !== undefined;
    if (isGiven === needed.includes(member)) return [];
    const at = pointer(member);
    return isGiven
      ? [
          failure('catalog.misplaced-member', {
            pointer: at,
            message: `'${document.kind}' has no '${member}'.`,
          }),
        ]
      : [failure('catalog.incomplete', { pointer: at, message: `'${document.kind}' needs '${member}'.` })];
  });
}

function validityFindings({ validFrom, validUntil }: OfferDocument): Finding[] {
  const [from, until] = [validFrom, validUntil].map((text) =>
    text === undefined ? undefined : parseInstant(text),
  );
  if (from === undefined || until === undefined || from < until) return [];
  return [
    failure('catalog.empty-range', { pointer: '/validUntil', message: 'It is over before it starts.' }),
  ];
}
