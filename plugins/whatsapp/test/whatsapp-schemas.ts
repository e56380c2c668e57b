import type { AnySchemaObject } from 'ajv';

const PARAMETER: AnySchemaObject = {
  type: 'object',
  required: ['type', 'text'],
  additionalProperties: false,
  properties: {
    type: { const: 'text' },
    text: { type: 'string', minLength: 1, maxLength: 1024, pattern: '^(?!.*( {5}|[\\n\\t]))' },
  },
};

/** What the API takes of a message, in our own words. */
export const MESSAGE: AnySchemaObject = {
  type: 'object',
  required: ['messaging_product', 'to', 'type'],
  additionalProperties: false,
  properties: {
    messaging_product: { const: 'whatsapp' },
    recipient_type: { const: 'individual' },
    to: { type: 'string', pattern: '^[0-9]{7,15}$' },
    biz_opaque_callback_data: { type: 'string', maxLength: 512 },
    type: { enum: ['text', 'template'] },
    text: {
      type: 'object',
      required: ['body'],
      additionalProperties: false,
      properties: {
        body: { type: 'string', minLength: 1, maxLength: 4096 },
        preview_url: { type: 'boolean' },
      },
    },
    template: {
      type: 'object',
      required: ['name', 'language'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', pattern: '^[a-z0-9_]{1,512}$' },
        language: {
          type: 'object',
          required: ['code'],
          additionalProperties: false,
          properties: { code: { type: 'string', pattern: '^[a-z]{2,3}(_[A-Z]{2})?$' } },
        },
        components: {
          type: 'array',
          items: {
            type: 'object',
            required: ['type', 'parameters'],
            additionalProperties: false,
            properties: {
              type: { const: 'body' },
              parameters: { type: 'array', minItems: 1, items: PARAMETER },
            },
          },
        },
      },
    },
  },
  oneOf: [
    { required: ['text'], properties: { type: { const: 'text' } } },
    { required: ['template'], properties: { type: { const: 'template' } } },
  ],
};

/** What is answered where a message was taken. */
export const TAKEN: AnySchemaObject = {
  type: 'object',
  required: ['messaging_product', 'contacts', 'messages'],
  properties: {
    messaging_product: { const: 'whatsapp' },
    contacts: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['input', 'wa_id'], properties: { wa_id: { pattern: '^[0-9]+$' } } },
    },
    messages: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['id'], properties: { id: { pattern: '^wamid\\.' } } },
    },
  },
};
