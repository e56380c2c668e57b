import { eventSchemaFindings, TOUCHPOINT_TYPE } from '@parcours/catalog';
import { type CheckContext, defineContentType, type Reference } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import { type Finding, KEY_PATTERN, LOCALISED_TEXT_SCHEMA, type LocalisedText } from '@parcours/kernel';

import { EVENT_LAYERS, type EventOrigin, ORIGIN_MAX } from '../event-origin.js';
import { EVENT_NAME_SCHEMA } from './event-name.schema.js';
import { compileEventSchema } from './event-schema-check.js';

/** Codes of findings on event definitions, and of defects of events beyond their schema. */
export const EVENT_FINDINGS = {
  'events.time-out-of-range': 'The time of an event lies before the year 2000 or more than a day ahead.',
  'events.schema-too-large': 'The JSON Schema of an event is too large.',
  'events.schema-not-runnable':
    'The JSON Schema of an event cannot be compiled, or has a pattern that RE2 cannot run.',
  'events.defined-twice': 'Another definition is about the same event.',
  'events.never-seen':
    'Something listens to an event that has never come and that nothing published tells of.',
  'events.undescribed': 'A definition says neither what its event means nor what it carries.',
} as const;

/** What is said in an event: a reply, a call, a remark. */
export interface EventSpeech {
  readonly direction: 'inbound' | 'outbound';
  /** Path in the properties where the words are. */
  readonly text: string;
}

export interface EventDefinitionDocument extends EventOrigin {
  readonly event?: string;
  readonly description?: LocalisedText;
  /** JSON Schema of the properties. */
  readonly schema?: JsonSchema;
  readonly says?: EventSpeech;
}

const SCHEMA_MAX = 65_536;

const words = (maxLength: number, description: string, example: string): JsonSchema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description,
  examples: [example],
});

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['layer'],
  properties: {
    event: {
      ...EVENT_NAME_SCHEMA,
      description: 'The name of the event; the key, when left out.',
      examples: ['Order Completed'],
    },
    description: { ...LOCALISED_TEXT_SCHEMA, description: 'When it happens, and what it tells.' },
    layer: {
      enum: EVENT_LAYERS,
      description:
        'What kind of data it is: what customers do (behavioural), what they buy and owe (transactional), who they ' +
        'are (demographic), what people say (anecdotal).',
      examples: ['transactional'],
    },
    schema: {
      type: 'object',
      description:
        'JSON Schema (draft 2020-12) of its properties. Events that do not fit are kept and reported.',
      examples: [{ type: 'object', required: ['amount'], properties: { amount: { type: 'number' } } }],
    },
    touchpoint: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'The touchpoint at which it happens; its channel and department go for the event too.',
      examples: ['website'],
    },
    channel: words(ORIGIN_MAX.channel, 'The channel that it comes by.', 'web'),
    device: words(ORIGIN_MAX.device, 'The device that it happens on.', 'phone'),
    department: words(ORIGIN_MAX.department, 'Who looks after it.', 'Sales'),
    says: {
      type: 'object',
      required: ['direction', 'text'],
      additionalProperties: false,
      description: 'For events in which somebody says something: they are part of the conversation.',
      properties: {
        direction: {
          enum: ['inbound', 'outbound'],
          description: 'The customer says it (inbound), or we do.',
        },
        text: words(200, 'Path in the properties where the words are.', 'body'),
      },
      examples: [{ direction: 'inbound', text: 'body' }],
    },
  },
  examples: [
    {
      key: 'order.completed',
      name: { en: 'Order completed', fr: 'Commande passée' },
      layer: 'transactional',
      description: { en: 'An order was placed and paid for.' },
      channel: 'web',
      schema: {
        type: 'object',
        required: ['amount'],
        properties: { amount: { type: 'number', minimum: 0 }, order_id: { type: 'string' } },
      },
    },
  ],
};

/** What an event is called, what it carries and where it comes from. */
export const EVENT_DEFINITION_TYPE = defineContentType<EventDefinitionDocument>({
  name: 'event-definitions',
  singular: 'event definition',
  title: 'Event definitions',
  description: 'The catalogue of events: what each is called, what it carries and where it comes from.',
  schema: SCHEMA,
  references: touchpointOf,
  check: (document, context) => [
    ...schemaFindings(document),
    ...twinFindings(document, context),
    ...descriptionFindings(document),
  ],
});

/** The name of the event that a definition is about. */
export function definedEvent({ event }: EventDefinitionDocument, key: string): string {
  return event ?? key;
}

function touchpointOf({ touchpoint }: EventDefinitionDocument): Reference[] {
  if (touchpoint === undefined) return [];
  return [{ type: TOUCHPOINT_TYPE.name, key: touchpoint, pointer: '/touchpoint' }];
}

function schemaFindings({ schema }: EventDefinitionDocument): Finding[] {
  if (schema === undefined) return [];
  const size = JSON.stringify(schema).length;
  if (size > SCHEMA_MAX) {
    const message = `The schema has ${String(size)} characters; ${String(SCHEMA_MAX)} are the most.`;
    return [{ code: 'events.schema-too-large', severity: 'error', pointer: '/schema', message }];
  }
  const findings = eventSchemaFindings(schema, '/schema');
  if (findings.length > 0) return findings;
  const compiled = compileEventSchema(schema);
  if (!('problem' in compiled)) return [];
  const message = `The schema cannot be run: ${compiled.problem}.`;
  return [{ code: 'events.schema-not-runnable', severity: 'error', pointer: '/schema', message }];
}

function twinFindings(document: EventDefinitionDocument, { key, published }: CheckContext): Finding[] {
  const event = definedEvent(document, key);
  const twin = published
    .all(EVENT_DEFINITION_TYPE)
    .find((other) => other.key !== key && definedEvent(other.document, other.key) === event);
  if (!twin) return [];
  return [
    {
      code: 'events.defined-twice',
      severity: 'error',
      pointer: '/event',
      message: `The event '${event}' is defined by '${twin.key}' already.`,
      suggestion: `Change '${twin.key}', or give this one another event.`,
    },
  ];
}

function descriptionFindings({ description, schema }: EventDefinitionDocument): Finding[] {
  if (description !== undefined || schema !== undefined) return [];
  const message = 'It says neither what the event means nor what it carries.';
  return [{ code: 'events.undescribed', severity: 'warning', pointer: '/description', message }];
}
