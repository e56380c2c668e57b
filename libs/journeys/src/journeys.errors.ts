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
  unknown: errorOf<{ key: string }>({
    code: 'journeys.not-found',
    status: 404,
    title: 'Journey not found',
    detail: ({ key }) => `There is no journey '${key}'.`,
  }),
  paused: errorOf<{ key: string }>({
    code: 'journeys.paused',
    status: 409,
    title: 'Journey is paused',
    detail: ({ key }) => `The journey '${key}' is paused: nobody takes a step in it. Resume it first.`,
  }),
  notPaused: errorOf<{ key: string }>({
    code: 'journeys.not-paused',
    status: 409,
    title: 'Journey is not paused',
    detail: ({ key }) => `The journey '${key}' is not paused, so there is nothing to resume.`,
  }),
  enrollmentEnded: errorOf<{ id: string }>({
    code: 'journeys.enrollment-ended',
    status: 409,
    title: 'Enrollment has ended',
    detail: ({ id }) => `The enrollment '${id}' has ended: nothing can be done with it any more.`,
  }),
  stepUnknown: errorOf<{ step: string; steps: string }>({
    code: 'journeys.step-unknown',
    status: 422,
    title: 'No such step',
    detail: ({ step, steps }) => `There is no step '${step}' to move to. There are: ${steps}.`,
  }),
  nothingToSkip: errorOf<{ id: string }>({
    code: 'journeys.nothing-to-skip',
    status: 422,
    title: 'Nothing to skip',
    detail: ({ id }) =>
      `Time alone leads the enrollment '${id}' nowhere: it does not wait, or waits for something without a time-out. Move it to a step instead.`,
  }),
  operationNotFound: errorOf<{ id: string }>({
    code: 'journeys.operation-not-found',
    status: 404,
    title: 'Operation not found',
    detail: ({ id }) => `There is no operation '${id}'.`,
  }),
  feedbackNotFound: errorOf<{ id: string }>({
    code: 'journeys.feedback-not-found',
    status: 404,
    title: 'Feedback not found',
    detail: ({ id }) => `There is no answer '${id}' to a survey.`,
  }),
  secretNotFound: errorOf<{ name: string }>({
    code: 'journeys.secret-not-found',
    status: 404,
    title: 'Secret not found',
    detail: ({ name }) => `There is no secret '${name}'.`,
  }),
  secretInUse: errorOf<{ name: string; journeys: string }>({
    code: 'journeys.secret-in-use',
    status: 409,
    title: 'Secret is in use',
    detail: ({ name, journeys }) => `Published journeys name the secret '${name}': ${journeys}.`,
  }),
  outsideCallNotFound: errorOf<{ id: string }>({
    code: 'journeys.outside-call-not-found',
    status: 404,
    title: 'Outside call not found',
    detail: ({ id }) => `There is no call '${id}' to another system.`,
  }),
  outsideCallOver: errorOf<{ id: string }>({
    code: 'journeys.outside-call-over',
    status: 409,
    title: 'Nothing to do about the call',
    detail: ({ id }) =>
      `The call '${id}' is being made, is over, or was forgotten. A call that waits can be made at once or given up, one that has failed can be made once more.`,
  }),
  enrollmentNotFound: errorOf<{ id: string }>({
    code: 'journeys.enrollment-not-found',
    status: 404,
    title: 'Enrollment not found',
    detail: ({ id }) => `There is no enrollment '${id}'.`,
  }),
});
