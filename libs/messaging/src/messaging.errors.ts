import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
  messageNotFound: errorOf<{ id: string }>({
    code: 'messages.not-found',
    status: 404,
    title: 'Message not found',
    detail: ({ id }) => `There is no message '${id}'.`,
  }),
});
