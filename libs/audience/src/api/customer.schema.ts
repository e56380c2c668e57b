import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { ZONE_SOURCES } from '../contacts/time-zone.rules.js';
import { CUSTOMER_ID_MAX, CUSTOMER_KINDS } from '../customers/customer.js';
import { DEVICE_PLATFORMS } from '../customers/profile.js';

export const CUSTOMER_ID_SCHEMA: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: CUSTOMER_ID_MAX,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of the customer.',
  examples: ['c-1042'],
};

/** Text of one line, without what no database keeps. */
const LINE = '^[^\\u0000-\\u001f\\ud800-\\udfff]+$';

const DEVICE: JsonSchema = {
  title: 'Device',
  description: 'Something that push messages can reach.',
  type: 'object',
  required: ['token', 'platform'],
  additionalProperties: false,
  properties: {
    token: {
      type: 'string',
      maxLength: 4_096,
      pattern: LINE,
      description: 'As the device’s push service gave it.',
      examples: ['f3Rk9wQ2Tn6:APA91bHq8vYx'],
    },
    platform: { type: 'string', enum: DEVICE_PLATFORMS, description: 'Whose push service it is.' },
    app: {
      type: 'string',
      maxLength: 100,
      pattern: LINE,
      description: 'Which of your apps, where there are several.',
      examples: ['shop'],
    },
  },
};

const TRAITS_DESCRIPTION =
  'What is known of the customer. Parcours itself reads email, phone, locale, timezone and country. Those that are declared (/traits) are checked.';

const LISTS = {
  emails: {
    maxItems: 20,
    items: { type: 'string', maxLength: 254 },
    description: 'The first is the one that messages go to, and the trait email.',
  },
  phones: {
    maxItems: 20,
    items: { type: 'string', maxLength: 50 },
    description: 'Kept in E.164; the first is the trait phone. Other forms are read by the trait country.',
  },
  devices: { maxItems: 20, items: DEVICE, description: 'Devices that push messages can reach.' },
  tags: {
    maxItems: 200,
    items: { type: 'string', minLength: 1, maxLength: 100, pattern: LINE },
    description: 'Words to group customers by.',
  },
} as const;

const EXAMPLE = {
  traits: { first_name: 'Ada', locale: 'en', timezone: 'Europe/London', plan: 'trial' },
  emails: ['ada@example.com', 'ada@work.example'],
  phones: ['+447911123456'],
  devices: [{ token: 'f3Rk9wQ2Tn6:APA91bHq8vYx', platform: 'ios', app: 'shop' }],
  tags: ['early-adopter'],
};

function bodyOf(type: (name: string) => string | readonly string[]): Record<string, JsonSchema> {
  const list = type('array');
  return {
    traits: { type: type('object'), maxProperties: 500, description: TRAITS_DESCRIPTION },
    emails: { type: list, ...LISTS.emails },
    phones: { type: list, ...LISTS.phones },
    devices: { type: list, ...LISTS.devices },
    tags: { type: list, ...LISTS.tags },
  };
}

export const CUSTOMER_BODY_SCHEMA: JsonSchema = {
  title: 'Customer traits',
  description: 'What is known of a customer.',
  type: 'object',
  required: ['traits'],
  additionalProperties: false,
  properties: bodyOf((name) => name),
  examples: [EXAMPLE],
};

export const CUSTOMER_PATCH_SCHEMA: JsonSchema = {
  title: 'Change of a customer',
  description: 'What is left out stays as it is; null empties it.',
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: bodyOf((name) => [name, 'null']),
  examples: [
    {
      traits: { plan: 'pro', trial_ends: null },
      emails: ['ada@example.com'],
      phones: ['+447911123456'],
      devices: null,
      tags: ['customer'],
    },
  ],
};

const INSTANT = { type: 'string', format: 'date-time' };

export const CUSTOMER_SCHEMA: JsonSchema = {
  title: 'Customer',
  description: 'Somebody whom journeys are for.',
  type: 'object',
  required: [
    'id',
    'kind',
    'traits',
    'emails',
    'phones',
    'devices',
    'locale',
    'timezone',
    'tags',
    'lane',
    'revision',
    'createdAt',
    'updatedAt',
  ],
  properties: {
    id: CUSTOMER_ID_SCHEMA,
    kind: {
      type: 'string',
      enum: CUSTOMER_KINDS,
      description: '`anonymous`: seen under the id of a device, not identified yet.',
    },
    traits: {
      type: 'object',
      description: 'What is known of them.',
      examples: [{ email: 'ada@example.com', locale: 'en' }],
    },
    emails: {
      type: 'array',
      items: { type: 'string' },
      description: 'The first is the one that messages go to.',
      examples: [['ada@example.com']],
    },
    phones: {
      type: 'array',
      items: { type: 'string' },
      description: 'In E.164.',
      examples: [['+447911123456']],
    },
    devices: { type: 'array', items: DEVICE, description: 'Devices that push messages can reach.' },
    locale: { type: ['string', 'null'], description: 'The trait of this name.', examples: ['en'] },
    timezone: {
      type: 'object',
      description: 'Where they live, as far as it is known.',
      required: ['name', 'source'],
      properties: {
        name: { type: 'string', description: 'IANA name.', examples: ['Europe/London'] },
        source: {
          type: 'string',
          enum: ZONE_SOURCES,
          description: 'How it is known; default is that of the workspace.',
        },
      },
    },
    tags: {
      type: 'array',
      items: { type: 'string' },
      description: 'Words to group them by.',
      examples: [['vip']],
    },
    lane: {
      type: 'integer',
      description: 'The share of the customers in which theirs is worked.',
      examples: [3],
    },
    revision: { type: 'integer', description: 'Counts the changes; the ETag.', examples: [2] },
    createdAt: { ...INSTANT, description: 'When they were first heard of.' },
    updatedAt: { ...INSTANT, description: 'When something of them last changed.' },
  },
};
