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
    texts: {
      type: 'boolean',
      description:
        'Links in the texts of SMS and chat messages lead by way of a short address of Parcours, which tells when one is followed. What is left out is on for marketing whose brand has a `shortUrl`.',
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
