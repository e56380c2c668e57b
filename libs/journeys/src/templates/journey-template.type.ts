import { type InPhase, PHASE_MEMBERS, phaseFindings, phaseSetReferences } from '@parcours/catalog';
import { defineContentType, type Reference } from '@parcours/content';
import {
  compileJourney,
  isJourneyDefinition,
  JOURNEY_DEFINITION_SCHEMA,
  JOURNEY_TESTS_SCHEMA,
  type JourneyDefinition,
  type JourneyTest,
  validateDefinition,
} from '@parcours/engine';
import {
  type Finding,
  type JsonObject,
  type JsonValue,
  LOCALISED_TEXT_SCHEMA,
  type LocalisedText,
} from '@parcours/kernel';

import { longWaitFindings } from './long-waits.rules.js';
import { messageStepFindings } from './message-steps.rules.js';
import { policyStepFindings } from './policy-steps.rules.js';
import { touchpointPhaseFindings } from './touchpoint-phases.rules.js';
import { runTestsOf, testFindings } from '../simulation/journey-tests.rules.js';

export interface JourneyTemplateDocument extends InPhase {
  readonly name?: LocalisedText;
  readonly description?: JsonValue;
  readonly definition: JsonObject;
  readonly tests?: readonly JourneyTest[];
}

/** The content types that a journey refers to, by the word that the engine has for them. */
export const CONTENT_TYPE_OF = {
  template: 'message-templates',
  touchpoint: 'touchpoints',
  policy: 'channel-policies',
  journey: 'journey-templates',
  connector: 'connectors',
  topic: 'topics',
  survey: 'surveys',
  offer: 'offers',
  segment: 'segments',
  persona: 'personas',
  team: 'teams',
} as const;

/** A journey: what lets customers in, the steps they take, what lets them out. */
export const JOURNEY_TEMPLATE_TYPE = defineContentType<JourneyTemplateDocument>({
  name: 'journey-templates',
  singular: 'journey-template',
  title: 'Journey templates',
  description: 'Journeys: what lets customers in, the steps that they take, what lets them out.',
  scopes: 'journeys',
  publishing: {
    publish: {
      enrollments: {
        type: 'string',
        enum: ['keep', 'migrate'],
        default: 'keep',
        description:
          'migrate: those under way go over to the new version, where it has a step of the same key and type; see migration-preview.',
      },
    },
    unpublish: {
      enrollments: {
        type: 'string',
        enum: ['drain', 'stop'],
        default: 'drain',
        description: 'drain: those under way go on to their end. stop: they leave at once.',
      },
    },
  },
  schema: {
    type: 'object',
    required: ['definition'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Ask marketing before changing it'],
      },
      ...PHASE_MEMBERS,
      definition: {
        type: 'object',
        description: 'The journey document; its JSON Schema is at /api/v1/schemas/journey-definition.',
        examples: JOURNEY_DEFINITION_SCHEMA['examples'],
      },
      tests: JOURNEY_TESTS_SCHEMA,
    },
  },
  documented: { definition: JOURNEY_DEFINITION_SCHEMA },
  references: (document) => [...phaseSetReferences(document), ...referencesOf(document)],
  check: (document, context) => [
    ...phaseFindings(document, context),
    ...validateDefinition(document.definition, {}).map((finding): Finding => ({
      ...finding,
      pointer: `/definition${finding.pointer}`,
    })),
    ...messageStepFindings(document, context.published),
    ...policyStepFindings(document, context.published),
    ...touchpointPhaseFindings(document, context.published),
    ...longWaitFindings(document),
    ...testFindings(runTestsOf(document, { key: context.key, content: context.published })),
  ],
});

/** A definition that the engine can run. */
export const isRunnable = (definition: unknown): definition is JourneyDefinition =>
  isJourneyDefinition(definition);

function referencesOf({ definition }: JourneyTemplateDocument): Reference[] {
  if (!isJourneyDefinition(definition) || !canCompile(definition)) return [];
  return compileJourney(definition).references.map(({ kind, key, pointer }) => ({
    type: CONTENT_TYPE_OF[kind],
    key,
    pointer: `/definition${pointer}`,
  }));
}

function canCompile(definition: unknown): boolean {
  return validateDefinition(definition, {}).every(({ severity }) => severity !== 'error');
}
