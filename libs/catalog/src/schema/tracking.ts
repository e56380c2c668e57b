/** What is told of the readers of messages: JSON Schema of a member of brands and message templates. */
export const TRACKING_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: {
    opens: {
      type: 'boolean',
      description: 'A picture of one point tells when a message is opened.',
      examples: [true],
    },
    clicks: {
      type: 'boolean',
      description: 'Links lead by way of Parcours, which tells when one is followed.',
      examples: [true],
    },
    imageProxies: {
      enum: ['counted', 'ignored'],
      default: 'ignored',
      description:
        'Pictures that a mail provider fetches for its customers, as Gmail does, at times before these have looked: they count as opened, or do not.',
      examples: ['counted'],
    },
  },
  examples: [{ opens: false, clicks: true }],
} as const;
