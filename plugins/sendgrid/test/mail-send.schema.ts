const address = {
  type: 'object',
  required: ['email'],
  additionalProperties: false,
  properties: {
    email: { type: 'string', pattern: '^[^@\\s.]+(?:\\.[^@\\s.]+)*@[^@\\s]+\\.[^@\\s.]+$' },
    name: { type: 'string' },
  },
} as const;

const switched = {
  type: 'object',
  required: ['enable'],
  properties: { enable: { type: 'boolean' }, enable_text: { type: 'boolean' } },
} as const;

/** Names that SendGrid keeps for itself. */
const RESERVED =
  '^(x-sg-id|x-sg-eid|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$';
const headers = {
  type: 'object',
  propertyNames: { not: { pattern: RESERVED } },
  additionalProperties: { type: 'string', pattern: '^[^\\r\\n]*$' },
} as const;

/** What `POST /v3/mail/send` takes, as far as the connector uses it. */
export const mailSendSchema = {
  type: 'object',
  required: ['personalizations', 'from', 'subject', 'content'],
  additionalProperties: false,
  properties: {
    personalizations: {
      type: 'array',
      minItems: 1,
      maxItems: 1_000,
      items: {
        type: 'object',
        required: ['to'],
        additionalProperties: false,
        properties: {
          to: { type: 'array', minItems: 1, maxItems: 1_000, items: address },
          custom_args: { type: 'object', additionalProperties: { type: 'string' } },
          headers,
        },
      },
    },
    from: address,
    reply_to: address,
    subject: { type: 'string', minLength: 1 },
    content: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['type', 'value'],
        additionalProperties: false,
        properties: { type: { type: 'string', minLength: 1 }, value: { type: 'string', minLength: 1 } },
      },
    },
    categories: { type: 'array', maxItems: 10, uniqueItems: true, items: { type: 'string', maxLength: 255 } },
    ip_pool_name: { type: 'string', minLength: 2, maxLength: 64 },
    asm: { type: 'object', required: ['group_id'], properties: { group_id: { type: 'integer' } } },
    tracking_settings: {
      type: 'object',
      additionalProperties: false,
      properties: { click_tracking: switched, open_tracking: switched },
    },
  },
} as const;
