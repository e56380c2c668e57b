import { type CheckContext, defineContentType, type Reference } from '@parcours/content';
import { type Finding, KEY_PATTERN, type LocalisedText, pointer } from '@parcours/kernel';

import { phaseFindings } from '../phase-sets/phase.rules.js';
import { failure } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import { keyOf, list, localised, members, oneOf, texts, webAddress } from '../schema/parts.js';
import { duplicates } from '../schema/value.rules.js';

/** Something that makes it hard, from 1 (a nuisance) to 5 (customers leave). */
export interface Friction {
  readonly key: string;
  readonly text: LocalisedText;
  readonly severity: number;
}

export interface Evidence {
  readonly title: LocalisedText;
  readonly url: string;
}

/** What a customer goes through at one touchpoint in one phase. */
export interface Moment {
  readonly touchpoint: string;
  readonly goals?: readonly LocalisedText[];
  readonly actions?: readonly LocalisedText[];
  readonly motivations?: readonly LocalisedText[];
  readonly questions?: readonly LocalisedText[];
  readonly friction?: readonly Friction[];
  /** From −2 (the worst) to +2 (the best). */
  readonly emotion?: number;
  readonly feeling?: LocalisedText;
  readonly evidence?: readonly Evidence[];
}

export interface MapPhase {
  readonly phase: string;
  readonly moments?: readonly Moment[];
}

export interface JourneyMapDocument {
  readonly name: LocalisedText;
  readonly kind: 'current' | 'future';
  readonly description?: LocalisedText;
  readonly persona?: string;
  readonly phaseSet: string;
  readonly journeyTemplates?: readonly string[];
  readonly phases: readonly MapPhase[];
}

const FRICTION = members(
  {
    key: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'A stable name, so that another map can say that it is eased.',
      examples: ['slow-answer'],
    },
    text: localised({ description: 'What makes it hard.', maxLength: 500 }),
    severity: { type: 'integer', minimum: 1, maximum: 5, description: '1: a nuisance. 5: customers leave.' },
  },
  { required: ['key', 'text', 'severity'] },
);

const EVIDENCE = members(
  {
    title: localised({ description: 'What it is.', maxLength: 200, examples: ['Survey of May'] }),
    url: webAddress('Where it can be read.', {
      example: 'https://wiki.example/survey',
      scheme: 'http or https',
    }),
  },
  { required: ['title', 'url'] },
);

const MOMENT = members(
  {
    touchpoint: keyOf('touchpoint', { examples: ['website'] }),
    goals: texts({
      description: 'What the customer wants to have done afterwards.',
      examples: [['Ordered in five minutes']],
    }),
    actions: texts({ description: 'What the customer does.' }),
    motivations: texts({ description: 'Why they do it.', examples: [['The birthday is on Friday']] }),
    questions: texts({ description: 'What they ask themselves.' }),
    friction: list(FRICTION, { description: 'What makes it hard.' }),
    emotion: {
      type: 'integer',
      minimum: -2,
      maximum: 2,
      description: 'From −2 (the worst) to +2 (the best).',
    },
    feeling: localised({ description: 'The emotion in a word or two.', maxLength: 60 }),
    evidence: list(EVIDENCE, {
      description: 'How this is known: a survey, an interview, a report.',
      examples: [[{ title: 'Survey of May', url: 'https://wiki.example/survey' }]],
    }),
  },
  { required: ['touchpoint'] },
);

const SCHEMA = {
  type: 'object',
  required: ['kind', 'phaseSet', 'phases'],
  properties: {
    key: {
      type: 'string',
      // The address of the comparison would hide a map of that name.
      pattern: `^(?!compare$)${KEY_PATTERN.slice(1)}`,
      description: 'The stable name in addresses and references; it never changes.',
      examples: ['first-order'],
    },
    kind: oneOf(['current', 'future'], {
      description: 'As it is, or as it is to be.',
      examples: ['current'],
    }),
    description: localised({
      description: 'The scenario: who wants what, and where it starts.',
      examples: ['Nadia needs a present by Friday'],
    }),
    persona: keyOf('persona', { description: 'The persona whose way it is.' }),
    phaseSet: keyOf('phase set', { description: 'The set that its phases are of.', examples: ['lifecycle'] }),
    journeyTemplates: list(keyOf('journey template'), {
      description: 'The journeys that run along it.',
      examples: [['welcome']],
      uniqueItems: true,
    }),
    phases: list(
      members(
        {
          phase: keyOf('phase', { description: 'The key of a phase in the set.', examples: ['awareness'] }),
          moments: list(MOMENT, { description: 'In the order in which they happen.', maxItems: 20 }),
        },
        { required: ['phase'] },
      ),
      { description: 'The phases that it shows, in order.', minItems: 1, maxItems: 20 },
    ),
  },
  examples: [
    {
      key: 'first-order',
      name: { en: 'The first order', fr: 'La première commande' },
      kind: 'current',
      persona: 'busy-parent',
      phaseSet: 'lifecycle',
      phases: [
        {
          phase: 'awareness',
          moments: [
            {
              touchpoint: 'social-media',
              actions: [{ en: 'Sees a friend’s post', fr: 'Voit la publication d’une amie' }],
              questions: [{ en: 'Is it for me?', fr: 'Est-ce pour moi ?' }],
              friction: [
                {
                  key: 'no-price',
                  text: { en: 'No price to be seen', fr: 'Aucun prix visible' },
                  severity: 3,
                },
              ],
              emotion: 1,
              feeling: { en: 'Curious', fr: 'Curieuse' },
            },
          ],
        },
      ],
    },
  ],
};

/** What customers do, want, ask and feel at each touchpoint of each phase, as it is or as it is to be. */
export const JOURNEY_MAP_TYPE = defineContentType<JourneyMapDocument>({
  name: 'journey-maps',
  singular: 'journey map',
  title: 'Journey maps',
  description: 'What customers do, want, ask and feel, by phase and touchpoint, as it is or as it is to be.',
  schema: SCHEMA,
  references: mapReferences,
  check: (document, context) => [
    ...unknownLocales(SCHEMA, document),
    ...phasesFindings(document, context),
    ...document.phases.flatMap(momentFindings),
  ],
});

function mapReferences({
  persona,
  phaseSet,
  journeyTemplates = [],
  phases,
}: JourneyMapDocument): Reference[] {
  const touchpoints = phases.flatMap(({ moments = [] }, phase) =>
    moments.map(({ touchpoint }, moment) => ({
      type: 'touchpoints',
      key: touchpoint,
      pointer: pointer('phases', phase, 'moments', moment, 'touchpoint'),
    })),
  );
  return [
    { type: 'phase-sets', key: phaseSet, pointer: '/phaseSet' },
    ...(persona === undefined ? [] : [{ type: 'personas', key: persona, pointer: '/persona' }]),
    ...journeyTemplates.map((key, at) => ({
      type: 'journey-templates',
      key,
      pointer: pointer('journeyTemplates', at),
    })),
    ...touchpoints,
  ];
}

function phasesFindings({ phaseSet, phases }: JourneyMapDocument, context: CheckContext): Finding[] {
  const unknown = phases.flatMap(({ phase }, at) =>
    phaseFindings({ phaseSet, phase }, context, pointer('phases', at, 'phase')),
  );
  const repeated = duplicates(phases, ({ phase }) => phase).map(({ index, identity }) =>
    failure('catalog.duplicate-phase', {
      pointer: pointer('phases', index, 'phase'),
      message: `The map has the phase '${identity}' already.`,
    }),
  );
  return [...unknown, ...repeated];
}

/** Maps are compared moment by moment: two with one name could not be told apart. */
function momentFindings({ moments = [] }: MapPhase, phase: number): Finding[] {
  const at = (...rest: (string | number)[]) => pointer('phases', phase, 'moments', ...rest);
  const repeated = duplicates(moments, ({ touchpoint }) => touchpoint).map(({ index, identity }) =>
    failure('catalog.duplicate-entry', {
      pointer: at(index, 'touchpoint'),
      message: `The phase has a moment at '${identity}' already.`,
      suggestion: 'Put both into one moment.',
    }),
  );
  const frictions = moments.flatMap(({ friction = [] }, moment) =>
    duplicates(friction, ({ key }) => key).map(({ index, identity }) =>
      failure('catalog.duplicate-entry', {
        pointer: at(moment, 'friction', index, 'key'),
        message: `The moment has a friction '${identity}' already.`,
      }),
    ),
  );
  return [...repeated, ...frictions];
}
