import { defineContentType, type Reference } from '@parcours/content';
import { DURATION_PATTERN, type Finding, type LocalisedText, pointer } from '@parcours/kernel';

import { failure, warning } from '../schema/findings.js';
import { localesOf, localisedTexts, unknownLocales } from '../schema/locale.rules.js';
import { keyOf, list, localised, members, oneOf } from '../schema/parts.js';
import { type Range, rangeFindings } from '../schema/value.rules.js';

export type SurveyKind = 'nps' | 'csat-5' | 'csat-7' | 'ces' | 'yes-no';

/** The lowest and the highest answer of each kind; of yes-no, 1 is yes. */
export const SURVEY_SCALES: Readonly<Record<SurveyKind, Required<Range>>> = {
  nps: { from: 0, to: 10 },
  'csat-5': { from: 1, to: 5 },
  'csat-7': { from: 1, to: 7 },
  ces: { from: 1, to: 7 },
  'yes-no': { from: 0, to: 1 },
};

export interface SurveyFollowUp {
  readonly when: Required<Range>;
  readonly question: LocalisedText;
}

/** What answers it, by the score. */
export interface SurveyAcknowledgement {
  readonly when: Required<Range>;
  readonly template: string;
  /** Default `default`. */
  readonly policy?: string;
  readonly touchpoint?: string;
}

export interface SurveyDocument {
  readonly kind: SurveyKind;
  readonly question: LocalisedText;
  readonly labels?: { readonly low?: LocalisedText; readonly high?: LocalisedText };
  readonly followUps?: readonly SurveyFollowUp[];
  readonly acknowledge?: readonly SurveyAcknowledgement[];
  /** The journeys that customers are led to, by the score. */
  readonly leadsTo?: readonly { readonly when: Required<Range>; readonly journey: string }[];
  readonly thanks?: LocalisedText;
  readonly touchpoint?: string;
  readonly brand?: string;
  /** A duration. */
  readonly expiresAfter?: string;
}

const SCORE = { type: 'integer', minimum: 0, maximum: 10, examples: [3] };

const WHEN = members(
  {
    from: { ...SCORE, description: 'The lowest answer.' },
    to: { ...SCORE, description: 'The highest answer.' },
  },
  { required: ['from', 'to'], description: 'Both ends included.', examples: [{ from: 1, to: 3 }] },
);

const SCHEMA = {
  type: 'object',
  required: ['kind', 'question'],
  properties: {
    description: localised({
      description: 'What is to be learnt by it.',
      examples: ['Whether support is easy to reach'],
    }),
    kind: oneOf(Object.keys(SURVEY_SCALES), {
      description:
        'nps: would you recommend us, 0 to 10. csat-5, csat-7: how satisfied, 1 to 5 or 7. ' +
        'ces: how easy, 1 to 7. yes-no: 0 or 1.',
      examples: ['nps'],
    }),
    question: localised({ description: 'The one question.', maxLength: 300 }),
    labels: members(
      {
        low: localised({ description: 'At the lowest answer; of yes-no the word for no.', maxLength: 60 }),
        high: localised({ description: 'At the highest answer; of yes-no the word for yes.', maxLength: 60 }),
      },
      { description: 'What the ends of the scale are called.' },
    ),
    followUps: list(
      members(
        {
          when: WHEN,
          question: localised({ description: 'Answered in words.', maxLength: 300 }),
        },
        { required: ['when', 'question'] },
      ),
      { description: 'What is asked next, by the answer.', maxItems: 11 },
    ),
    acknowledge: list(
      members(
        {
          when: WHEN,
          template: keyOf('message-template', {
            description: 'What is sent. It reads answer.score and answer.comment.',
            examples: ['thanks-promoter'],
          }),
          policy: keyOf('channel-policy', {
            description: 'How it is sent; default when left out.',
            examples: ['service'],
          }),
          touchpoint: keyOf('touchpoint', {
            description: 'Where it is sent; that of the survey when left out.',
            examples: ['marketing-email'],
          }),
        },
        { required: ['when', 'template'] },
      ),
      {
        description: 'What is sent in answer, once for each answer, by the score.',
        maxItems: 11,
        examples: [[{ when: { from: 6, to: 7 }, template: 'thanks-promoter' }]],
      },
    ),
    leadsTo: list(
      members(
        {
          when: WHEN,
          journey: keyOf('journey-template', {
            description: 'The journey that the customer enters; it reads context.answer.',
            examples: ['detractor-follow-up'],
          }),
        },
        { required: ['when', 'journey'] },
      ),
      {
        description: 'Where customers are led, by the score.',
        maxItems: 11,
        examples: [[{ when: { from: 1, to: 3 }, journey: 'detractor-follow-up' }]],
      },
    ),
    thanks: localised({
      description: 'What is shown at the end.',
      examples: ['Thank you: we read every answer.'],
    }),
    touchpoint: keyOf('touchpoint', {
      description: 'The touchpoint that it asks about.',
      examples: ['support-call'],
    }),
    brand: keyOf('brand', { description: 'The brand that its page wears.', examples: ['belvedere'] }),
    expiresAfter: {
      type: 'string',
      pattern: DURATION_PATTERN,
      description: 'How long a link can be answered.',
      examples: ['30d'],
    },
  },
  examples: [
    {
      key: 'after-support',
      name: { en: 'After support', fr: 'Après l’assistance' },
      kind: 'ces',
      question: {
        en: 'How easy was it to get your question answered?',
        fr: 'A-t-il été facile d’obtenir une réponse à votre question ?',
      },
      labels: {
        low: { en: 'Very hard', fr: 'Très difficile' },
        high: { en: 'Very easy', fr: 'Très facile' },
      },
      followUps: [
        {
          when: { from: 1, to: 3 },
          question: { en: 'What made it hard?', fr: 'Qu’est-ce qui a été difficile ?' },
        },
      ],
      expiresAfter: '14d',
    },
  ],
};

/** One question with a scale, and what is asked next. */
export const SURVEY_TYPE = defineContentType<SurveyDocument>({
  name: 'surveys',
  singular: 'survey',
  title: 'Surveys',
  description: 'Questions with a scale: NPS, CSAT of 5 or 7 points, CES, yes or no.',
  schema: SCHEMA,
  references: (document) => {
    const { touchpoint, brand } = document;
    return [
      ...(touchpoint === undefined ? [] : [{ type: 'touchpoints', key: touchpoint, pointer: '/touchpoint' }]),
      ...(brand === undefined ? [] : [{ type: 'brands', key: brand, pointer: '/brand' }]),
      ...careReferences(document),
    ];
  },
  check: (document) => [
    ...unknownLocales(SCHEMA, document),
    ...untranslated(document),
    ...(['followUps', 'acknowledge', 'leadsTo'] as const).flatMap((member) => rangesIn(document, member)),
  ],
});

/** Whoever is asked in a language is asked everything in it. */
function untranslated(document: SurveyDocument): Finding[] {
  const asked = localesOf(document.question);
  return localisedTexts(SCHEMA, document).flatMap(({ text, pointer: at }) => {
    if (at === '/name' || at === '/description' || typeof text === 'string') return [];
    const missing = asked.filter((locale) => !localesOf(text).includes(locale));
    if (missing.length === 0) return [];
    const message = `Missing in ${missing.join(', ')}, in which the question is asked.`;
    return [warning('catalog.missing-translation', { pointer: at, message })];
  });
}

/** Of all that is asked, sent or entered in answer to a score, there can be one. */
function rangesIn(document: SurveyDocument, member: 'followUps' | 'acknowledge' | 'leadsTo'): Finding[] {
  const { kind } = document;
  const scale = SURVEY_SCALES[kind];
  const entries: readonly { readonly when: Required<Range> }[] = document[member] ?? [];
  return entries.flatMap(({ when }, at) => {
    const place = pointer(member, at, 'when');
    const empty = rangeFindings(when, place);
    if (empty.length > 0) return empty;
    if (when.from < scale.from || when.to > scale.to) {
      const message = `Answers of ${kind} go from ${String(scale.from)} to ${String(scale.to)}.`;
      return [failure('catalog.misplaced-member', { pointer: place, message })];
    }
    const earlier = entries.slice(0, at).findIndex((other) => overlap(other.when, when));
    if (earlier < 0) return [];
    const message = `The answers overlap with those of ${RANGED[member]} ${String(earlier + 1)}: only one can be ${DONE[member]}.`;
    return [failure('catalog.duplicate-entry', { pointer: place, message })];
  });
}

const RANGED = { followUps: 'follow-up', acknowledge: 'entry', leadsTo: 'entry' } as const;
const DONE = { followUps: 'asked', acknowledge: 'sent', leadsTo: 'entered' } as const;

function careReferences({ acknowledge = [], leadsTo = [] }: SurveyDocument): Reference[] {
  return [
    ...acknowledge.flatMap(({ template, policy = 'default', touchpoint }, at) => [
      { type: 'message-templates', key: template, pointer: pointer('acknowledge', at, 'template') },
      { type: 'channel-policies', key: policy, pointer: pointer('acknowledge', at, 'policy') },
      ...(touchpoint === undefined
        ? []
        : [{ type: 'touchpoints', key: touchpoint, pointer: pointer('acknowledge', at, 'touchpoint') }]),
    ]),
    ...leadsTo.map(({ journey }, at) => ({
      type: 'journey-templates',
      key: journey,
      pointer: pointer('leadsTo', at, 'journey'),
    })),
  ];
}

function overlap(a: Required<Range>, b: Required<Range>): boolean {
  return a.from <= b.to && b.from <= a.to;
}
