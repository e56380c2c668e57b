import type { JsonObject } from '@parcours/kernel';
import { DURATION_PATTERN, KEY_PATTERN } from '@parcours/kernel';
import type { StepTypes } from '../steps/step-types.js';
import { pluginStep } from '../steps/plugin.js';
import { STEP_TYPES } from '../steps/step-types.js';
import { AUDIENCE_TRIGGER_SCHEMAS } from '../triggers/trigger-schemas.js';
import { GOALS_SCHEMA } from './goals.js';
import { CONDITION, DURATION, EVENT_NAME, PUBLISHED_DEFS, STEP_KEY } from './schema-parts.js';

/** Most steps in one journey. */
export const MAX_STEPS = 1_000;

/** JSON Schemas of triggers by their type. */
export const TRIGGER_SCHEMAS: Readonly<Record<string, JsonObject>> = {
  event: {
    type: 'object',
    title: 'Event',
    description: 'The customer enters when this event comes.',
    required: ['type', 'event'],
    additionalProperties: false,
    properties: { type: { const: 'event' }, event: EVENT_NAME, where: CONDITION },
    examples: [{ type: 'event', event: 'account.created', where: { property: 'plan', is: 'trial' } }],
  },
  api: {
    type: 'object',
    title: 'API',
    description: 'The customer enters by POST /api/v1/journeys/:key/trigger.',
    required: ['type'],
    additionalProperties: false,
    properties: { type: { const: 'api' } },
    examples: [{ type: 'api' }],
  },
  ...AUDIENCE_TRIGGER_SCHEMAS,
};

const REENTRY: JsonObject = {
  type: 'object',
  title: 'Re-entry',
  description: 'Who may come again. With a key, the rules hold for each value of the key apart.',
  additionalProperties: false,
  properties: {
    mode: {
      enum: ['never', 'after-exit', 'always'],
      default: 'never',
      description:
        'never: once for ever. after-exit: when no passage is running. always: passages may run side by side, but with a key only one per value.',
    },
    cooldown: {
      type: 'string',
      pattern: DURATION_PATTERN,
      description: 'Rest after the last passage ended.',
      examples: ['30d'],
    },
    key: {
      type: 'string',
      pattern: '^(event|context|customer)\\.[^.]{1,100}(\\.[^.]{1,100}){0,9}$',
      description: 'One enrollment per value of this path.',
      examples: ['event.order_id'],
    },
  },
};

const EXIT_RULE: JsonObject = {
  type: 'object',
  title: 'Exit rule',
  additionalProperties: false,
  properties: { event: EVENT_NAME, where: CONDITION, condition: CONDITION },
  oneOf: [{ required: ['event'] }, { required: ['condition'] }],
  dependentRequired: { where: ['event'] },
  examples: [{ event: 'subscription.cancelled' }],
};

/** The outer shape of a definition; triggers and steps are given. */
export function definitionShape(trigger: JsonObject, step: JsonObject): JsonObject {
  return {
    type: 'object',
    title: 'Journey definition',
    description: 'What a journey does: who enters, when they leave, and the steps in between.',
    required: ['entry', 'start', 'steps'],
    additionalProperties: false,
    properties: {
      entry: {
        type: 'object',
        title: 'Entry',
        description: 'Who enters, and when.',
        required: ['triggers'],
        additionalProperties: false,
        properties: {
          triggers: {
            type: 'array',
            minItems: 1,
            maxItems: 50,
            description: 'Any of these lets a customer in.',
            items: trigger,
          },
          condition: { ...CONDITION, description: 'Who may enter.' },
          reentry: REENTRY,
          holdout: {
            type: 'number',
            minimum: 0,
            maximum: 0.9,
            description:
              'Share of customers that enter but receive nothing, to measure what the journey does; the same ones every time.',
            examples: [0.05],
          },
          limit: {
            type: 'object',
            description: 'Lets so many customers in a window of time; the rest waits its turn, in order.',
            required: ['max', 'per'],
            additionalProperties: false,
            properties: {
              max: {
                type: 'integer',
                minimum: 1,
                maximum: 1_000_000_000,
                description: 'The most that enter in one window.',
                examples: [10_000],
              },
              per: {
                ...DURATION,
                description: 'How long a window lasts; it begins with the first who enters.',
              },
            },
            examples: [{ max: 10_000, per: '1h' }],
          },
        },
      },
      exit: {
        type: 'array',
        maxItems: 50,
        description: 'Leave at once, from any step, when one of these fires.',
        items: EXIT_RULE,
      },
      goals: GOALS_SCHEMA,
      start: { ...STEP_KEY, description: 'The key of the first step.' },
      steps: {
        type: 'object',
        description: 'The steps by key.',
        minProperties: 1,
        propertyNames: { pattern: KEY_PATTERN },
        additionalProperties: step,
      },
    },
  };
}

/** The JSON Schema of journey definitions with these types of steps. */
export function journeyDefinitionSchema(stepTypes: StepTypes): JsonObject {
  const types = [...stepTypes.values()];
  const shape = definitionShape(
    { oneOf: Object.values(TRIGGER_SCHEMAS) },
    { oneOf: types.map(({ type }) => ({ $ref: `#/$defs/step-${type}` })) },
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:parcours:schema:journey-definition',
    ...shape,
    examples: [EXAMPLE],
    $defs: {
      ...PUBLISHED_DEFS,
      ...Object.fromEntries(types.map(({ type, schema }) => [`step-${type}`, schema])),
    },
  };
}

const EXAMPLE: JsonObject = {
  entry: { triggers: [{ type: 'event', event: 'account.created' }] },
  exit: [{ event: 'subscription.cancelled' }],
  goals: [{ key: 'activated', event: 'project.created', within: '14d', exits: true }],
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'welcome', next: 'settle' },
    settle: { type: 'wait', for: '2d', next: 'tips' },
    tips: { type: 'message', template: 'tips', next: 'end' },
    end: { type: 'exit', reason: 'completed' },
  },
};

/** The JSON Schema (draft 2020-12) of journey definitions with the built-in types of steps, and steps of any plugin. */
export const JOURNEY_DEFINITION_SCHEMA: JsonObject = journeyDefinitionSchema(
  new Map([...STEP_TYPES, [pluginStep.type, pluginStep]]),
);
