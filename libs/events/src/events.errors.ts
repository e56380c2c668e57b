import { defineErrors, errorOf } from '@parcours/kernel';

export const EventErrors = defineErrors('events', {
  backlog: errorOf<Record<string, never>>({
    code: 'events.backlog',
    status: 503,
    title: 'Too many events at once',
    detail: () =>
      'The database does not keep up with the events that arrive. Nothing of this request was taken; try again.',
    retryable: true,
  }),
  deadLetterNotFound: errorOf<{ id: string }>({
    code: 'events.dead-letter-not-found',
    status: 404,
    title: 'Dead letter not found',
    detail: ({ id }) => `There is no dead letter '${id}'.`,
  }),
  invalid: errorOf<{ count: number }>({
    code: 'events.invalid',
    status: 400,
    title: 'Invalid events',
    detail: ({ count }) =>
      count === 1
        ? 'The event is not valid; it was not taken.'
        : `None of the ${String(count)} events is valid.`,
  }),
  retentionNotFound: errorOf<{ event: string }>({
    code: 'events.retention-not-found',
    status: 404,
    title: 'Retention not found',
    detail: ({ event }) => `There is no rule of its own for how long '${event}' is kept.`,
  }),
  wrongCount: errorOf<{ count: number; max: number }>({
    code: 'events.wrong-count',
    status: 400,
    title: 'Wrong number of items',
    detail: ({ count, max }) =>
      `A request carries 1 to ${String(max)} items; this one carries ${String(count)}.`,
  }),
});
