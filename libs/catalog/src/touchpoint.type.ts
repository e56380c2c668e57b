import { defineContentType } from '@parcours/content';
import { LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

const SHORT_TEXT = { type: 'string', minLength: 1, maxLength: 200 };

/** Where a customer meets the company. */
export const TOUCHPOINT_TYPE = defineContentType({
  name: 'touchpoints',
  singular: 'touchpoint',
  title: 'Touchpoints',
  description: 'Every place where a customer meets the company: a letter, a page, a call, a device.',
  schema: {
    type: 'object',
    required: ['kind', 'direction'],
    properties: {
      description: { ...LOCALISED_TEXT_SCHEMA, description: 'What happens there.' },
      kind: {
        type: 'string',
        enum: ['physical', 'digital', 'human', 'device'],
        description: 'How the customer meets it.',
        examples: ['digital'],
      },
      channel: { ...SHORT_TEXT, description: 'The channel it uses.', examples: ['email'] },
      direction: {
        type: 'string',
        enum: ['inbound', 'outbound', 'both'],
        description: 'Who starts it: the customer (inbound) or the company (outbound).',
        examples: ['outbound'],
      },
      phase: { ...SHORT_TEXT, description: 'The phase of the journey.', examples: ['onboarding'] },
      department: { ...SHORT_TEXT, description: 'Who looks after it.', examples: ['Marketing'] },
      devices: {
        type: 'array',
        uniqueItems: true,
        maxItems: 50,
        items: SHORT_TEXT,
        description: 'Where it is seen.',
        examples: [['phone', 'desktop']],
      },
      value: { ...LOCALISED_TEXT_SCHEMA, description: 'What the customer gets out of it.' },
      data: {
        type: 'array',
        maxItems: 100,
        description: 'The events that it brings in.',
        items: {
          type: 'object',
          required: ['event'],
          additionalProperties: false,
          properties: { event: { ...SHORT_TEXT, examples: ['email.opened'] } },
        },
        examples: [[{ event: 'email.opened' }]],
      },
    },
  },
});
