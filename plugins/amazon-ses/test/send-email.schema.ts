const ADDRESS = '^[^@\\s]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+$';

/** What `SendEmail` of the v2 API takes, as far as the connector uses it. */
export const sendEmailSchema = {
  type: 'object',
  required: ['Content'],
  additionalProperties: false,
  properties: {
    Content: {
      type: 'object',
      required: ['Raw'],
      additionalProperties: false,
      properties: {
        Raw: {
          type: 'object',
          required: ['Data'],
          additionalProperties: false,
          properties: {
            Data: {
              type: 'string',
              pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
            },
          },
        },
      },
    },
    Destination: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ToAddresses: { type: 'array', maxItems: 50, items: { type: 'string', pattern: ADDRESS } },
      },
    },
    EmailTags: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['Name', 'Value'],
        additionalProperties: false,
        properties: {
          Name: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,256}$' },
          Value: { type: 'string', pattern: '^[A-Za-z0-9_.@-]{1,256}$' },
        },
      },
    },
    ConfigurationSetName: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
  },
} as const;
