import { defineErrors, errorOf } from '@parcours/kernel';

export const WebhookErrors = defineErrors('webhooks', {
  deliveryNotFound: errorOf<{ id: string }>({
    code: 'webhooks.delivery-not-found',
    status: 404,
    title: 'Delivery not found',
    detail: ({ id }) => `The webhook has no delivery ${id}. They are kept for 30 days.`,
  }),
  notInUse: errorOf<{ key: string }>({
    code: 'webhooks.not-in-use',
    status: 409,
    title: 'Webhook not in use',
    detail: ({ key }) => `The webhook '${key}' is not published, or not active.`,
  }),
  disabled: errorOf<{ key: string }>({
    code: 'webhooks.disabled',
    status: 409,
    title: 'Webhook disabled',
    detail: ({ key }) =>
      `The receiver of the webhook '${key}' has said that it is gone (410). Enable it, or publish it with another address.`,
  }),
  beingDelivered: errorOf<{ id: string }>({
    code: 'webhooks.being-delivered',
    status: 409,
    title: 'Being delivered',
    detail: ({ id }) => `The delivery ${id} is under way.`,
    retryable: true,
  }),
  notTestable: errorOf<{ key: string }>({
    code: 'webhooks.not-testable',
    status: 422,
    title: 'Webhook cannot be tested',
    detail: ({ key }) => `The draft of the webhook '${key}' has errors; see errors.`,
  }),
  refused: errorOf<{ status: number }>({
    code: 'webhooks.refused',
    status: 502,
    title: 'Event refused',
    detail: ({ status }) =>
      `The receiver answered ${String(status)}; only 200 to 299 mean that it has the event.`,
    retryable: true,
  }),
});
