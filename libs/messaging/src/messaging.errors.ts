import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
  pauseNotFound: errorOf<{ id: string }>({
    code: 'messages.pause-not-found',
    status: 404,
    title: 'Pause not found',
    detail: ({ id }) => `There is no pause '${id}'.`,
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
