import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
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
  connectorNotPublished: errorOf<{ key: string }>({
    code: 'messages.connector-not-published',
    status: 409,
    title: 'Connector not published',
    detail: ({ key }) => `Nothing is delivered by the connector '${key}' before it is published.`,
  }),
  messageNotFound: errorOf<{ id: string }>({
    code: 'messages.not-found',
    status: 404,
    title: 'Message not found',
    detail: ({ id }) => `There is no message '${id}'.`,
  }),
});
