import { defineActionConnector, definePlugin, sendErrorOfAnswer, sendErrorOfFailure } from '@parcours/sdk';

const connector = defineActionConnector({
  summary: '__summary__',
  // What whoever sets up a connector fills in. Secrets are encrypted, and never shown again.
  config: {
    type: 'object',
    required: ['url', 'token'],
    additionalProperties: false,
    properties: {
      url: { type: 'string', format: 'uri', description: 'Where the CRM answers.' },
      token: { type: 'string', minLength: 8, 'x-secret': true, description: 'Your token with the CRM.' },
    },
  },
  // idempotency: the CRM drops a second action with the same key.
  capabilities: { concurrency: 4, idempotency: true },
  // What journeys can ask for in a step of the type action.
  actions: {
    'create-task': {
      summary: 'Creates a task for the customer.',
      input: {
        type: 'object',
        required: ['subject'],
        additionalProperties: false,
        properties: {
          subject: { type: 'string', minLength: 1 },
          due: { type: 'integer', minimum: 0, description: 'In so many days.' },
        },
      },
    },
  },
  open: ({ url, token }, host) => ({
    async act({ action, id, customerId, input }, { signal }) {
      try {
        const answer = await host.http.fetch(`${url}/${action}`, {
          method: 'POST',
          signal,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': id,
          },
          body: JSON.stringify({ customerId, ...input }),
        });
        // A journey can keep a part of the output: save: output.id
        if (answer.status < 300) return { status: 'done', output: JSON.parse(answer.body) };
        return {
          status: 'failed',
          error: sendErrorOfAnswer(answer, { provider: '__name__', now: host.clock.now() }),
        };
      } catch (cause) {
        return { status: 'failed', error: sendErrorOfFailure(cause) };
      }
    },

    async close() {},
  }),
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  connectors: { '__name__': connector },
});
