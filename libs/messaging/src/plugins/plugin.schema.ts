import type { JsonSchema } from '@parcours/http';
import { INSIGHT_STREAMS } from '@parcours/sdk';

export const PLUGIN_ID: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,49}$',
  description: 'The id of the plugin.',
  examples: ['email-smtp'],
};

const TYPES = (description: string, example: string) => ({
  type: 'array',
  description,
  items: { type: 'string', description: 'A type.', examples: [example] },
  examples: [[example]],
});

const NAMED = { type: 'string', minLength: 1 } as const;

export const PLUGIN_SCHEMA: JsonSchema = {
  title: 'Plugin',
  description: 'A plugin that was found, and whether it works.',
  type: 'object',
  required: [
    ...['id', 'version', 'summary', 'status', 'connectorTypes', 'stepTypes'],
    ...['conditionTests', 'templateHelpers', 'disabled', 'error'],
  ],
  additionalProperties: false,
  properties: {
    id: {
      type: ['string', 'null'],
      description: 'Null where it failed before it said who it is.',
      examples: ['email-smtp'],
    },
    version: { type: ['string', 'null'], description: 'Its own version.', examples: ['1.0.0'] },
    summary: { type: ['string', 'null'], description: 'What it is for.', examples: ['Email over SMTP.'] },
    status: {
      type: 'string',
      enum: ['enabled', 'disabled', 'failed'],
      description:
        'disabled: what goes by it waits until it is switched on. failed: it was not loaded, and the error says why.',
      examples: ['enabled'],
    },
    connectorTypes: TYPES('What connectors of it can be set up.', 'email-smtp'),
    stepTypes: TYPES('Which steps it adds to journeys.', 'crm.credit'),
    conditionTests: TYPES('Which tests it adds to conditions.', 'crm.good-standing'),
    templateHelpers: TYPES('Which helpers it adds to templates.', 'crm.points'),
    disabled: {
      type: ['object', 'null'],
      description: 'Who switched it off, when, and why.',
      required: ['by', 'at', 'reason'],
      additionalProperties: false,
      properties: {
        by: { ...NAMED, description: 'Who.', examples: ['ops@example.com'] },
        at: {
          type: 'string',
          format: 'date-time',
          description: 'When.',
          examples: ['2026-03-02T08:00:00.000Z'],
        },
        reason: { type: ['string', 'null'], description: 'Why.', examples: ['The provider is down'] },
      },
      examples: [null],
    },
    error: {
      type: ['object', 'null'],
      description: 'Why it was not loaded.',
      required: ['code', 'detail'],
      additionalProperties: false,
      properties: {
        code: { ...NAMED, description: 'Stable.', examples: ['plugins.sdk-mismatch'] },
        detail: { ...NAMED, description: 'In words.', examples: ['The plugin needs another SDK.'] },
      },
      examples: [null],
    },
  },
};

export const DISABLE_SCHEMA: JsonSchema = {
  title: 'Switching a plugin off',
  description: 'Why, for the audit log.',
  type: 'object',
  additionalProperties: false,
  properties: {
    reason: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      description: 'Why.',
      examples: ['The provider is down'],
    },
  },
};

export const CONNECTOR_TYPE_SCHEMA: JsonSchema = {
  title: 'Connector type',
  description: 'A kind of connector that can be set up.',
  type: 'object',
  required: [
    'type',
    'plugin',
    'channel',
    'summary',
    'configSchema',
    'actions',
    'records',
    'events',
    'exports',
    'capabilities',
  ],
  additionalProperties: false,
  properties: {
    type: { ...NAMED, description: 'The `type` of a connector.', examples: ['email-smtp'] },
    plugin: { ...NAMED, description: 'The plugin that it comes from.', examples: ['email-smtp'] },
    channel: {
      type: ['string', 'null'],
      description: 'What it carries; null where it carries no messages.',
      examples: ['email'],
    },
    summary: { ...NAMED, description: 'What it does.', examples: ['Hands emails to an SMTP server.'] },
    configSchema: {
      type: 'object',
      description:
        'JSON Schema (draft 2020-12) of the `config` of a connector; `"x-secret": true` marks secrets.',
      examples: [{ type: 'object', properties: { host: { type: 'string' } } }],
    },
    actions: {
      type: 'object',
      description: 'What it can do in `action` steps, by name: a summary, and the schema of the input.',
      examples: [{}],
    },
    records: {
      type: ['object', 'null'],
      description:
        'What it keeps people in step with, for `crm-syncs`: kinds of records, the most people in one call, the field that people are matched by, and whether it can forget people who were erased. Null where it keeps no records.',
      examples: [{ kinds: ['person', 'ticket'], maxBatch: 100, match: 'email', forgets: true }, null],
    },
    events: {
      type: 'object',
      description: 'Events that it tells of customers, by name: a sentence each.',
      examples: [{ 'ticket.resolved': 'A ticket was resolved.' }],
    },
    exports: {
      type: 'array',
      description: 'What it brings into a warehouse by itself, as soon as it is published.',
      items: { type: 'string', enum: INSIGHT_STREAMS, description: 'A stream.', examples: ['events'] },
      examples: [['events', 'enrollments'], []],
    },
    capabilities: {
      type: 'object',
      description:
        'How many messages or rows it takes at once, and whether it drops a message that comes twice.',
      examples: [{ maxBatch: 200, concurrency: 4, idempotency: false }],
    },
  },
};

export const HEALTH_SCHEMA: JsonSchema = {
  title: 'Health of a connector',
  description: 'Whether the provider answered, with the settings as they are now.',
  type: 'object',
  required: ['status', 'detail', 'durationMs'],
  additionalProperties: false,
  properties: {
    status: {
      type: 'string',
      enum: ['up', 'down'],
      description: 'Whether it can be used.',
      examples: ['up'],
    },
    detail: {
      type: ['string', 'null'],
      description: 'What is wrong, without secrets.',
      examples: ['The login was refused.'],
    },
    durationMs: {
      type: 'integer',
      minimum: 0,
      description: 'How long it took, in milliseconds.',
      examples: [42],
    },
  },
};
