import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const slackConfig = {
  type: 'object',
  required: ['botToken'],
  additionalProperties: false,
  properties: {
    botToken: {
      type: 'string',
      pattern: '^xox[a-z]?[.-][A-Za-z0-9._-]{8,}$',
      maxLength: 500,
      'x-secret': true,
      description: 'The Bot User OAuth Token of your Slack app: it begins with xoxb-.',
    },
    signingSecret: {
      type: 'string',
      pattern: '^[A-Za-z0-9]{16,64}$',
      'x-secret': true,
      description:
        'The Signing Secret of the app: lets events of Slack in at /hooks/<connector>. Nothing is taken in without.',
    },
    formatting: {
      enum: ['none', 'mrkdwn'],
      default: 'none',
      description:
        'Whether *bold*, links such as <https://example.com|this one> and mentions are what Slack makes of them, or just text. What customers have written themselves can then mention people too.',
    },
    showBrandName: {
      type: 'boolean',
      default: false,
      description: 'Shows the name of the brand in place of the name of the app; needs chat:write.customize.',
    },
    unfurlLinks: {
      type: 'boolean',
      default: false,
      description: 'Whether Slack shows what is behind links.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      default: 'https://slack.com/api',
      description: 'The Web API of Slack.',
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(4, { most: 32 }),
  },
} as const;

export type SlackConfig = FromSchema<typeof slackConfig>;
