import { HAND_OVER_PARTS, INSIGHT_STREAMS, type Plugin } from '@parcours/sdk';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { RECORD_KINDS } from '../calling/crm-results.js';
import { newAjv } from '../config/ajv.js';

const count = { type: 'integer', minimum: 1, maximum: 100_000 };
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,49}$' };
const words = {
  type: 'object',
  required: ['en', 'fr'],
  properties: { en: { type: 'string', minLength: 1 }, fr: { type: 'string', minLength: 1 } },
};

/** By any of these a connector does more than telling events. */
const DOES = ['channel', 'actions', 'records', 'exports'];

/** What no exporter does. */
const BESIDE_EXPORTS = ['channel', 'actions', 'records', 'events'];

/** What a connector that others send by has to say of itself. */
const CAPABILITIES = { capabilities: { required: ['concurrency', 'idempotency'] } };

const requires = (member: string) => ({ required: [member] });

const check = newAjv({ ownProperties: false }).compile({
  type: 'object',
  required: ['id', 'version', 'sdk', 'summary'],
  properties: {
    id: name,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    sdk: { type: 'string', minLength: 1 },
    summary: { type: 'string', minLength: 1 },
    stepTypes: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        required: ['title', 'description', 'config', 'ways'],
        properties: {
          title: words,
          description: { type: 'string', minLength: 1 },
          config: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
          ways: { type: 'array', minItems: 1, maxItems: 50, uniqueItems: true, items: name },
          explain: { type: 'object', additionalProperties: words },
        },
      },
    },
    conditionTests: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        required: ['words', 'description', 'config'],
        properties: {
          words,
          description: { type: 'string', minLength: 1 },
          config: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
        },
      },
    },
    templateHelpers: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        required: ['summary', 'values', 'examples'],
        properties: {
          summary: { type: 'string', minLength: 1 },
          values: {
            type: 'object',
            required: ['least', 'most'],
            properties: { least: { ...count, maximum: 20 }, most: { ...count, maximum: 20 } },
          },
          named: { type: 'array', items: { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,49}$' } },
          examples: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['values', 'output'],
              properties: { values: { type: 'array' } },
            },
          },
        },
      },
    },
    connectors: {
      type: 'object',
      propertyNames: name,
      additionalProperties: {
        type: 'object',
        required: ['summary', 'config'],
        properties: {
          channel: name,
          configVersion: { ...count, maximum: 1_000 },
          summary: { type: 'string', minLength: 1 },
          config: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
          capabilities: {
            type: 'object',
            properties: {
              maxBatch: count,
              concurrency: count,
              idempotency: { type: 'boolean' },
              listens: { type: 'boolean' },
            },
          },
          records: {
            type: 'object',
            required: ['kinds', 'maxBatch', 'match'],
            properties: {
              kinds: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: RECORD_KINDS } },
              maxBatch: count,
              match: { type: 'string', minLength: 1, maxLength: 200 },
              forgets: { type: 'boolean' },
            },
          },
          exports: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: INSIGHT_STREAMS } },
          events: { type: 'object', additionalProperties: { type: 'string', minLength: 1 } },
          actions: {
            type: 'object',
            propertyNames: name,
            additionalProperties: {
              type: 'object',
              required: ['summary', 'input'],
              properties: {
                summary: { type: 'string', minLength: 1 },
                input: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
                handOver: { type: 'array', uniqueItems: true, items: { enum: HAND_OVER_PARTS } },
                outcomes: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 100,
                  uniqueItems: true,
                  items: { type: 'string', minLength: 1, maxLength: 100 },
                },
              },
            },
          },
        },
        if: { required: ['exports'] },
        then: {
          required: ['capabilities'],
          properties: { capabilities: { required: ['maxBatch'] } },
        },
        else: {
          properties: CAPABILITIES,
          anyOf: [
            {
              required: ['channel', 'capabilities'],
              properties: { capabilities: { required: ['maxBatch'] } },
            },
            { required: ['actions', 'capabilities'] },
            { required: ['records', 'capabilities'] },
            { required: ['events'], not: { anyOf: DOES.map(requires) } },
          ],
        },
      },
    },
  },
});

/** What keeps a value from being a plugin, in words; `undefined` for a plugin. */
export function defectOf(value: unknown): string | undefined {
  if (!check(value)) return describe(check.errors?.[0]);
  if (!isPlugin(value)) return undefined;
  const missing = FUNCTIONS.flatMap(([kind, functions]) =>
    Object.entries<object>(value[kind] ?? {}).flatMap(([each, one]) =>
      functions
        .filter((needed) => typeof Reflect.get(one, needed) !== 'function')
        .map((needed) => `/${kind}/${each} has no function '${needed}'`),
    ),
  );
  if (missing[0] !== undefined) return missing[0];
  const changed = Object.entries(value.connectors ?? {}).find(
    ([, one]) => (one.configVersion ?? 1) > 1 && typeof Reflect.get(one, 'migrate') !== 'function',
  );
  if (changed) return `/connectors/${changed[0]} has a configVersion and no function 'migrate'`;
  const mixed = Object.entries(value.connectors ?? {}).find(
    ([, one]) => 'exports' in one && BESIDE_EXPORTS.some((member) => member in one),
  );
  if (mixed)
    return `/connectors/${mixed[0]} exports and does more: that is for another connector of the plugin`;
  const long = Object.keys(value.stepTypes ?? {}).find(
    (each) => typeOf(value, each).length > LONGEST_STEP_TYPE,
  );
  return long && `'${typeOf(value, long)}' is longer than ${String(LONGEST_STEP_TYPE)} characters`;
}

/** What everything that a plugin brings must be able to do. */
const FUNCTIONS = [
  ['connectors', ['open']],
  ['stepTypes', ['run']],
  ['conditionTests', ['reads', 'holds']],
  ['templateHelpers', ['write']],
] as const;

/** The journal of journeys keeps a type of step in so many characters. */
const LONGEST_STEP_TYPE = 40;

function typeOf({ id }: Plugin, step: string): string {
  return `${id}.${step}`;
}

/** True for a value of a plugin's shape. */
export function isPlugin(value: unknown): value is Plugin {
  return check(value);
}

function describe(error: ErrorObject | undefined): string {
  return `${error?.instancePath === '' ? 'it' : String(error?.instancePath)} ${error?.message ?? 'is invalid'}`;
}
