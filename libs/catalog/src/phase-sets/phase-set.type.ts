import { type CheckContext, defineContentType } from '@parcours/content';
import { type Finding, KEY_PATTERN, type LocalisedText, pointer } from '@parcours/kernel';

import { failure } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import { COLOUR, list, localised, members } from '../schema/parts.js';
import { duplicates } from '../schema/value.rules.js';
import { orphanFindings } from './orphans.rules.js';

export interface Phase {
  readonly key: string;
  readonly name: LocalisedText;
  readonly description?: LocalisedText;
  readonly colour?: string;
}

export interface PhaseSetDocument {
  readonly description?: LocalisedText;
  readonly phases: readonly Phase[];
}

const SCHEMA = {
  type: 'object',
  required: ['phases'],
  properties: {
    description: localised({
      description: 'What the set is for.',
      examples: ['The way of a household that buys a flat'],
    }),
    phases: list(
      members(
        {
          key: {
            type: 'string',
            pattern: KEY_PATTERN,
            description: 'The stable name that touchpoints, maps and journeys use.',
            examples: ['awareness'],
          },
          name: localised({
            description: 'What people call it.',
            examples: [{ en: 'Awareness', fr: 'Découverte' }],
            maxLength: 100,
          }),
          description: localised({
            description: 'What the customer does in it.',
            examples: ['Hears of us for the first time'],
          }),
          colour: { ...COLOUR, description: 'Its colour on journey maps.' },
        },
        { required: ['key', 'name'] },
      ),
      { description: 'In the order in which customers go through them.', minItems: 1 },
    ),
  },
  examples: [
    {
      key: 'stages',
      name: { en: 'Three stages', fr: 'Trois étapes' },
      phases: [
        { key: 'prospect', name: { en: 'Prospect', fr: 'Prospection' } },
        { key: 'engagement', name: { en: 'Engagement', fr: 'Engagement' } },
        { key: 'after-sale', name: { en: 'After sale', fr: 'Après-vente' } },
      ],
    },
  ],
};

/** The phases that a business divides its customers' way into. */
export const PHASE_SET_TYPE = defineContentType<PhaseSetDocument>({
  name: 'phase-sets',
  singular: 'phase set',
  title: 'Phase sets',
  description: 'Ordered lists of phases: the five of a lifecycle, the six of a building, any other.',
  schema: SCHEMA,
  check: (document, context) => [
    ...unknownLocales(SCHEMA, document),
    ...duplicatePhases(document),
    ...orphansOf(document, context),
  ],
});

function duplicatePhases({ phases }: PhaseSetDocument): Finding[] {
  return duplicates(phases, ({ key }) => key).map(({ index, identity }) =>
    failure('catalog.duplicate-phase', {
      pointer: pointer('phases', index, 'key'),
      message: `There is a phase '${identity}' already.`,
    }),
  );
}

function orphansOf({ phases }: PhaseSetDocument, { key, published }: CheckContext): Finding[] {
  return orphanFindings({ phaseSet: key, phases: phases.map((phase) => phase.key) }, published);
}
