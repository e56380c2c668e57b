import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
  pauseNotFound: errorOf<{ id: string }>({
    code: 'messages.pause-not-found',
    status: 404,
    title: 'Pause not found',
    detail: ({ id }) => `There is no pause '${id}'.`,
  }),
  previewCustomerUnknown: errorOf<{ id: string }>({
    code: 'messages.preview-customer-unknown',
    status: 422,
    title: 'Customer not known',
    detail: ({ id }) => `There is no customer '${id}' to write it for; leave customerId out and give data.`,
  }),
  connectorUnfit: errorOf<{ connector: string; channel: string }>({
    code: 'messages.connector-unfit',
    status: 422,
    title: 'Connector does not fit',
    detail: ({ connector, channel }) =>
      `There is no published connector '${connector}' of the channel '${channel}'.`,
  }),
  testAddressSuppressed: errorOf<{ channel: string }>({
    code: 'messages.test-address-suppressed',
    status: 409,
    title: 'Address is suppressed',
    detail: ({ channel }) => `The address is suppressed on the channel '${channel}': nothing is sent to it.`,
  }),
  testNotWritten: errorOf<{ code: string; reason: string }>({
    code: 'messages.test-not-written',
    status: 422,
    title: 'Test could not be written',
    detail: ({ code, reason }) => `${reason} (${code})`,
  }),
  tooManyTests: errorOf<{ limit: number }>({
    code: 'messages.too-many-tests',
    status: 429,
    title: 'Too many tests',
    detail: ({ limit }) => `At most ${String(limit)} tests a minute are sent.`,
    retryable: true,
  }),
  messageNotFound: errorOf<{ id: string }>({
    code: 'messages.not-found',
    status: 404,
    title: 'Message not found',
    detail: ({ id }) => `There is no message '${id}'.`,
  }),
});
