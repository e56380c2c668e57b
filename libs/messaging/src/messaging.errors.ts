import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
  callbackUnknown: errorOf<Record<string, never>>({
    code: 'messages.callback-unknown',
    status: 404,
    title: 'Nothing is expected here',
    detail: () => 'There is no published connector of this key that expects anything from its provider.',
  }),
  callbackRefused: errorOf<Record<string, never>>({
    code: 'messages.callback-refused',
    status: 401,
    title: 'Not from the provider',
    detail: () =>
      'The signature is missing, wrong or too old. Compare the secret of the connector with the one that the provider signs with, and the clocks.',
  }),
  callbackMalformed: errorOf<{ reason: string }>({
    code: 'messages.callback-malformed',
    status: 400,
    title: 'Cannot be read',
    detail: ({ reason }) => `The connector could not read it: ${reason}`,
  }),
  callbackUnavailable: errorOf<Record<string, never>>({
    code: 'messages.callback-unavailable',
    status: 503,
    title: 'Not ready for it',
    detail: () =>
      'The connector could not be opened or did not answer in time. Nothing was taken; send it again.',
    retryable: true,
  }),
  reactionBacklog: errorOf<Record<string, never>>({
    code: 'messages.reaction-backlog',
    status: 503,
    title: 'Too many reactions at once',
    detail: () =>
      'The database does not keep up with the reactions that arrive. Nothing of this request was taken; try again.',
    retryable: true,
  }),
  pauseNotFound: errorOf<{ id: string }>({
    code: 'messages.pause-not-found',
    status: 404,
    title: 'Pause not found',
    detail: ({ id }) => `There is no pause '${id}'.`,
  }),
  notFailed: errorOf<{ id: string }>({
    code: 'messages.not-failed',
    status: 409,
    title: 'Message has not failed',
    detail: ({ id }) => `The message '${id}' has not failed for good: only what has can be sent again.`,
  }),
  tooLate: errorOf<{ id: string }>({
    code: 'messages.too-late',
    status: 409,
    title: 'Message not worth sending',
    detail: ({ id }) => `The message '${id}' is past its time to live.`,
  }),
  replaced: errorOf<{ id: string }>({
    code: 'messages.replaced',
    status: 409,
    title: 'Message was replaced',
    detail: ({ id }) => `Another message was sent in place of the message '${id}'.`,
  }),
  noRoom: errorOf<{ id: string }>({
    code: 'messages.no-room',
    status: 409,
    title: 'No room for the message',
    detail: ({ id }) =>
      `Other messages have taken the place of the message '${id}': a cap of its channel policies has no room for it now.`,
  }),
  connectorNotPublished: errorOf<{ key: string }>({
    code: 'messages.connector-not-published',
    status: 409,
    title: 'Connector not published',
    detail: ({ key }) => `Nothing is delivered by the connector '${key}' before it is published.`,
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
