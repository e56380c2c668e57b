import { defineErrors, errorOf } from '@parcours/kernel';

export const JobErrors = defineErrors('jobs', {
  handlerMissing: errorOf<{ job: string }>({
    code: 'jobs.handler-missing',
    status: 500,
    title: 'Job without a handler',
    detail: ({ job }) =>
      `No handler is registered for the job '${job}'; the worker does not start without one.`,
  }),
  handlerTwice: errorOf<{ job: string }>({
    code: 'jobs.handler-twice',
    status: 500,
    title: 'Job with two handlers',
    detail: ({ job }) => `A second handler was registered for the job '${job}'.`,
  }),
});
