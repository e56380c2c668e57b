import type { JsonSchema } from '@parcours/http';

export const CALLS_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    hours: {
      type: 'integer',
      minimum: 1,
      maximum: 336,
      default: 24,
      description: 'How far back, counted by whole hours.',
      examples: [24],
    },
  },
};

const COUNT = { type: 'integer', minimum: 0 } as const;
const NAME = { type: 'string', minLength: 1 } as const;

export const PLUGIN_CALLS_SCHEMA: JsonSchema = {
  title: 'Plugin calls',
  description: 'Calls into a plugin that ended alike.',
  type: 'object',
  required: ['name', 'capability', 'outcome', 'calls', 'items', 'meanMs', 'durations'],
  additionalProperties: false,
  properties: {
    name: { ...NAME, description: 'The connector, or the type of the step.', examples: ['mailbox'] },
    capability: {
      ...NAME,
      description: 'What was asked: open, send, act, receive, verify, step, export, sync.',
      examples: ['send'],
    },
    outcome: {
      ...NAME,
      description:
        'done, or how it failed: a class of failures; timed-out or broken where the plugin is at fault; refused where no call was made because too many waited or the other side is left alone.',
      examples: ['done'],
    },
    calls: { ...COUNT, description: 'How many.', examples: [120] },
    items: {
      ...COUNT,
      description: 'Messages, records, people or rows that went with them.',
      examples: [6000],
    },
    meanMs: { type: 'number', minimum: 0, description: 'How long one took.', examples: [41.2] },
    durations: {
      type: 'object',
      description: 'How many took no longer than that.',
      required: ['within10ms', 'within100ms', 'within1s', 'within10s'],
      additionalProperties: false,
      properties: {
        within10ms: { ...COUNT, description: 'Ten milliseconds.', examples: [80] },
        within100ms: { ...COUNT, description: 'A tenth of a second.', examples: [119] },
        within1s: { ...COUNT, description: 'A second.', examples: [120] },
        within10s: { ...COUNT, description: 'Ten seconds.', examples: [120] },
      },
    },
  },
};
