import { defineErrors, errorOf } from '@parcours/kernel';

export const JourneyErrors = defineErrors('journeys', {
  notPublished: errorOf<{ key: string }>({
    code: 'journeys.not-published',
    status: 404,
    title: 'Journey not published',
    detail: ({ key }) => `There is no published journey '${key}'.`,
  }),
  noApiTrigger: errorOf<{ key: string }>({
    code: 'journeys.no-api-trigger',
    status: 422,
    title: 'Journey has no API trigger',
    detail: ({ key }) =>
      `The journey '${key}' can't be triggered through the API. Add { "type": "api" } to its triggers and publish it.`,
  }),
  simulatedCustomerUnknown: errorOf<{ id: string }>({
    code: 'journeys.simulated-customer-unknown',
    status: 422,
    title: 'No such customer',
    detail: ({ id }) =>
      `There is no customer '${id}' to simulate. Leave customerId out and give traits to make one up.`,
  }),
  replayRunning: errorOf<Record<string, never>>({
    code: 'journeys.replay-running',
    status: 429,
    title: 'A replay is running',
    detail: () =>
      'Another replay is running; one runs at a time. Try again when it is over, in a minute at the latest.',
    retryable: true,
  }),
  enrollmentNotFound: errorOf<{ id: string }>({
    code: 'journeys.enrollment-not-found',
    status: 404,
    title: 'Enrollment not found',
    detail: ({ id }) => `There is no enrollment '${id}'.`,
  }),
});
