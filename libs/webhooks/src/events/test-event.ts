import { declareWebhookEvent } from './webhook-event.js';

/** Goes to the webhook that asks for it, and to no other. */
export const TEST_EVENT = declareWebhookEvent({
  name: 'webhook.test',
  description: 'Somebody tried the webhook out: POST /webhooks/:key/test.',
  data: {
    type: 'object',
    required: ['webhook', 'message'],
    properties: {
      webhook: { type: 'string', description: 'The key of the webhook.' },
      message: { type: 'string' },
    },
  },
  example: { webhook: 'crm', message: 'It works.' },
});
