import { defineErrors, errorOf } from '@parcours/kernel';

export const MessagingErrors = defineErrors('messages', {
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
  messageNotFound: errorOf<{ id: string }>({
    code: 'messages.not-found',
    status: 404,
    title: 'Message not found',
    detail: ({ id }) => `There is no message '${id}'.`,
  }),
});
