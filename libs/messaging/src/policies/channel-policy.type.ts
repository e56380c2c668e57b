import { defineContentType } from '@parcours/content';
import { KEY_PATTERN, LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

/** A channel that a policy allows, and the connector that serves it. */
export interface PolicyChannel {
  readonly channel: string;
  readonly connector: string;
}

export interface ChannelPolicyDocument {
  readonly channels: readonly PolicyChannel[];
}

/** Which channels a message may take, in order of preference, and through which connectors. */
export const CHANNEL_POLICY_TYPE = defineContentType<ChannelPolicyDocument>({
  name: 'channel-policies',
  singular: 'channel-policy',
  title: 'Channel policies',
  description: 'Which channel and connector a message takes.',
  scopes: 'policies',
  schema: {
    type: 'object',
    required: ['channels'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Ask marketing before changing it'],
      },
      channels: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        description:
          'In order of preference: the first that the template has and the customer can be reached on.',
        items: {
          type: 'object',
          required: ['channel', 'connector'],
          additionalProperties: false,
          properties: {
            channel: { type: 'string', pattern: KEY_PATTERN, description: 'Such as email.' },
            connector: { type: 'string', pattern: KEY_PATTERN, description: 'The key of a connector.' },
          },
        },
      },
    },
    examples: [{ key: 'default', name: 'Default', channels: [{ channel: 'email', connector: 'mailbox' }] }],
  },
  references: ({ channels }) =>
    channels.map(({ connector }, at) => ({
      type: 'connectors',
      key: connector,
      pointer: `/channels/${String(at)}/connector`,
    })),
});
