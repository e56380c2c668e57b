import { answerTimeoutMs, type FromSchema } from '@parcours/sdk';

const ORIGIN = '^https?://[^/?#@]+$';
const COLUMN = '^[a-z][a-z0-9_]{0,127}$';

/** What an author configures; defaults are filled in by the host. */
export const dynamicsConfig = {
  type: 'object',
  required: ['environmentUrl', 'tenantId', 'clientId', 'clientSecret'],
  additionalProperties: false,
  properties: {
    environmentUrl: {
      type: 'string',
      pattern: ORIGIN,
      description: 'The environment, without a path.',
      examples: ['https://example.crm4.dynamics.com'],
    },
    tenantId: {
      type: 'string',
      pattern: '^[A-Za-z0-9.-]{1,128}$',
      description: 'Directory (tenant) id in Microsoft Entra, or one of its domains.',
    },
    clientId: {
      type: 'string',
      minLength: 1,
      description: 'Application (client) id of the app registration.',
    },
    clientSecret: {
      type: 'string',
      minLength: 1,
      'x-secret': true,
      description: 'A client secret of the app.',
    },
    authorityUrl: {
      type: 'string',
      pattern: ORIGIN,
      default: 'https://login.microsoftonline.com',
      description:
        'Where tokens are asked for: https://login.microsoftonline.us for US Government, https://login.chinacloudapi.cn for China.',
    },
    personTable: {
      type: 'string',
      enum: ['contact', 'lead'],
      default: 'contact',
      description: 'What a person is.',
    },
    alternateKey: {
      type: 'string',
      pattern: COLUMN,
      description: 'The column of an alternate key of people, of its own: matching by it is an upsert.',
      examples: ['parcours_id'],
    },
    changes: {
      type: 'string',
      enum: ['tracking', 'modifiedon'],
      default: 'tracking',
      description:
        'How changes are read: by change tracking, or by the time of change, which tells no deletions. A table without change tracking is read by time in either case.',
    },
    overlapMs: {
      type: 'integer',
      minimum: 0,
      maximum: 900_000,
      default: 60_000,
      description: 'Where changes are read by time, so much of the past is read again with each pull.',
    },
    detectDuplicates: {
      type: 'boolean',
      default: false,
      description: 'Lets the duplicate detection rules of the environment refuse people and leads.',
    },
    language: {
      type: 'string',
      enum: ['en', 'fr'],
      default: 'en',
      description: 'In which language its users read what a journey tells them of a customer.',
    },
    timeoutMs: answerTimeoutMs(45_000, { most: 180_000 }),
  },
} as const;

export type DynamicsConfig = FromSchema<typeof dynamicsConfig>;
