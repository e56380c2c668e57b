import { answerTimeoutMs, type FromSchema } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const hubspotConfig = {
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['token'] }, { required: ['oauth'] }],
  properties: {
    token: {
      type: 'string',
      minLength: 10,
      'x-secret': true,
      description: 'The access token of a private app. Either this or `oauth`.',
    },
    oauth: {
      type: 'object',
      required: ['clientId', 'clientSecret', 'refreshToken'],
      additionalProperties: false,
      description: 'The refresh token that a portal has given to your app. Either this or `token`.',
      properties: {
        clientId: { type: 'string', minLength: 1, description: 'Of your app.' },
        clientSecret: { type: 'string', minLength: 8, 'x-secret': true, description: 'Of your app.' },
        refreshToken: {
          type: 'string',
          minLength: 8,
          'x-secret': true,
          description: 'What the portal has given once it has installed your app.',
        },
      },
    },
    webhookSecret: {
      type: 'string',
      minLength: 8,
      'x-secret': true,
      description:
        'The client secret of the app whose webhooks arrive here; `oauth.clientSecret` when left out. Without either, webhooks are refused.',
    },
    oldSignatures: {
      type: 'boolean',
      default: false,
      description:
        'Takes webhooks without a v3 signature, by v1 or v2. Those carry no time: a recorded one can be sent again.',
    },
    portalId: {
      type: 'integer',
      minimum: 1,
      description:
        'Passes over what webhooks tell of other portals, and lets outputs carry the address of a record.',
      examples: [62515],
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      default: 'https://api.hubapi.com',
      description:
        'Where the API is; `https://api-eu1.hubapi.com` keeps the way to a portal in the EU short.',
    },
    timeZone: {
      type: 'string',
      minLength: 1,
      default: 'UTC',
      description: 'The time zone of the portal: at its midnight the daily limit begins anew.',
      examples: ['Europe/Paris'],
    },
    language: {
      type: 'string',
      enum: ['en', 'fr'],
      default: 'en',
      description: 'In which the users of the portal read what a journey hands over.',
    },
    ticketPipeline: { type: 'string', default: '0', description: 'Where tickets are opened, by id.' },
    ticketStage: { type: 'string', default: '1', description: 'In which stage, by id.' },
    actionIdProperty: {
      type: 'string',
      pattern: '^[a-z][a-z0-9_]*$',
      description:
        'A text property with unique values on tasks, tickets, leads and notes. It keeps the id of the action, so that nothing is ever made twice.',
      examples: ['parcours_action_id'],
    },
    outcomeProperty: {
      type: 'string',
      pattern: '^[a-z][a-z0-9_]*$',
      description: 'A property of tasks, tickets or leads by which people say what came of it.',
    },
    noteProperty: {
      type: 'string',
      pattern: '^[a-z][a-z0-9_]*$',
      description: 'A property of tasks, tickets or leads in which people write a note on what came of it.',
    },
    overlapSeconds: {
      type: 'integer',
      minimum: 30,
      maximum: 3_600,
      default: 300,
      description:
        'Changes of so long a time are read twice: the search of HubSpot may find a change only seconds or minutes after it was made.',
    },
    deletionsEveryMinutes: {
      type: 'integer',
      minimum: 0,
      maximum: 1_440,
      default: 60,
      description: 'How often the list of archived records is read for what was deleted.',
    },
    timeoutMs: answerTimeoutMs(20_000, { most: 60_000 }),
  },
} as const;

export type HubSpotConfig = FromSchema<typeof hubspotConfig>;
