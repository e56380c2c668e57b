/** So many messages on the first day, on the second and so on; after the last one there is no limit any more. */
export interface WarmUp {
  /** The first day, such as `2026-03-02`. */
  readonly startedOn: string;
  readonly perDay: readonly number[];
  /** In which days begin; the zone of the workspace where it is left out. */
  readonly zone?: string;
}

/** How a sender that nobody knows yet begins: JSON Schema of a member of connectors and of brands' senders. */
export const WARM_UP_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['startedOn', 'perDay'],
  description: 'How a sender that nobody knows yet begins: so many messages a day, until the list is over.',
  properties: {
    startedOn: {
      type: 'string',
      format: 'date',
      description: 'The first day. Nothing is sent before it.',
      examples: ['2026-03-02'],
    },
    perDay: {
      type: 'array',
      minItems: 1,
      maxItems: 366,
      items: { type: 'integer', minimum: 1, maximum: 100_000_000 },
      description:
        'Messages on the first day, on the second and so on. After the last one there is no limit.',
      examples: [[50, 100, 500]],
    },
    zone: {
      type: 'string',
      maxLength: 64,
      description: 'In which days begin; that of the workspace by default.',
      examples: ['Europe/Paris'],
    },
  },
  examples: [{ startedOn: '2026-03-02', perDay: [50, 100, 500, 1_000, 5_000, 10_000] }],
} as const;
