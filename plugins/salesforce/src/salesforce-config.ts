import { answerTimeoutMs, type FromSchema } from '@parcours/sdk';

const FIELD = '^[A-Za-z][A-Za-z0-9_]{0,79}$';
const HOST = '^https?://[^/?#@]+$';

const field = (description: string) => ({ type: 'string', pattern: FIELD, description }) as const;

const object = (description: string) =>
  ({
    type: 'object',
    required: ['name'],
    additionalProperties: false,
    description,
    properties: {
      name: { type: 'string', pattern: FIELD, description: 'API name of the object, such as Invoice__c.' },
      personField: {
        type: 'string',
        pattern: FIELD,
        description: 'Its lookup to the person, such as Contact__c.',
      },
    },
  }) as const;

/** What an author configures; defaults are filled in by the host. */
export const salesforceConfig = {
  type: 'object',
  required: ['grant', 'clientId'],
  additionalProperties: false,
  properties: {
    grant: {
      type: 'string',
      enum: ['refresh_token', 'jwt_bearer', 'client_credentials'],
      description:
        'How access tokens are got: by a refresh token, by an assertion signed with your key (JWT bearer), or by the client’s own credentials.',
    },
    clientId: { type: 'string', minLength: 1, description: 'Consumer key of the connected app.' },
    clientSecret: {
      type: 'string',
      minLength: 1,
      'x-secret': true,
      description:
        'Consumer secret of the connected app: for client_credentials, and for refresh_token where the app asks for it.',
    },
    refreshToken: { type: 'string', minLength: 1, 'x-secret': true, description: 'For refresh_token.' },
    username: { type: 'string', minLength: 1, description: 'The integration user, for jwt_bearer.' },
    privateKey: {
      type: 'string',
      minLength: 1,
      'x-secret': true,
      description: 'For jwt_bearer: the key in PEM form whose certificate the connected app holds.',
    },
    audience: {
      type: 'string',
      pattern: HOST,
      description:
        'For jwt_bearer; by itself https://test.salesforce.com for sandboxes, https://login.salesforce.com otherwise.',
      examples: ['https://login.salesforce.com'],
    },
    loginUrl: {
      type: 'string',
      pattern: HOST,
      default: 'https://login.salesforce.com',
      description:
        'Where tokens are asked for: https://test.salesforce.com for a sandbox, or your My Domain.',
      examples: ['https://example.my.salesforce.com'],
    },
    instanceUrl: {
      type: 'string',
      pattern: HOST,
      description: 'The only instance that is spoken to; any host of Salesforce when left out.',
      examples: ['https://example.my.salesforce.com'],
    },
    apiVersion: {
      type: 'string',
      pattern: '^(5[1-9]|[6-9]\\d)\\.0$',
      default: '62.0',
      description: 'Version of the REST API, 51.0 or later.',
    },
    personObject: {
      type: 'string',
      enum: ['Contact', 'Lead'],
      default: 'Contact',
      description: 'What a person is.',
    },
    externalIds: {
      type: 'object',
      additionalProperties: false,
      description: 'Fields of your own that are marked External ID and Unique.',
      properties: {
        person: field('Of the person: matching by it is an upsert, which creates nobody twice.'),
        task: field('Of Task: holds the id of the action, so that a task is created once.'),
        case: field('Of Case, likewise.'),
        lead: field('Of Lead, likewise.'),
      },
    },
    objects: {
      type: 'object',
      additionalProperties: false,
      description: 'What orders and invoices are; orders are Order when left out, invoices are nothing.',
      properties: {
        order: object('What an order is.'),
        invoice: object('What an invoice is.'),
      },
    },
    overlapMs: {
      type: 'integer',
      minimum: 0,
      maximum: 900_000,
      default: 60_000,
      description:
        'So much of the past is read again with each pull: a long transaction becomes visible after its time of change.',
    },
    maxApiUsagePercent: {
      type: 'integer',
      minimum: 1,
      maximum: 100,
      default: 90,
      description:
        'Changes are pulled no more while the organisation has used so much of its requests of 24 hours.',
    },
    allowDuplicates: {
      type: 'boolean',
      default: false,
      description: 'Saves although a duplicate rule warns; a rule that blocks blocks all the same.',
    },
    completedStatus: {
      type: 'string',
      minLength: 1,
      default: 'Completed',
      description: 'The status of a task that is done: notes are kept as such tasks.',
    },
    language: {
      type: 'string',
      enum: ['en', 'fr'],
      default: 'en',
      description: 'In which language its users read what a journey tells them of a customer.',
    },
    timeoutMs: answerTimeoutMs(30_000, { most: 120_000 }),
  },
  allOf: [
    {
      if: { type: 'object', required: ['grant'], properties: { grant: { const: 'refresh_token' } } },
      then: { required: ['refreshToken'] },
    },
    {
      if: { type: 'object', required: ['grant'], properties: { grant: { const: 'jwt_bearer' } } },
      then: { required: ['username', 'privateKey'] },
    },
    {
      if: { type: 'object', required: ['grant'], properties: { grant: { const: 'client_credentials' } } },
      then: { required: ['clientSecret'] },
    },
  ],
} as const;

export type SalesforceConfig = FromSchema<typeof salesforceConfig>;
