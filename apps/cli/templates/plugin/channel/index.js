import {
  defineChannelConnector,
  definePlugin,
  healthByAnswer,
  sendEach,
  sendErrorOfAnswer,
  sendErrorOfFailure,
} from '@parcours/sdk';

const connector = defineChannelConnector({
  channel: '__channel__',
  summary: '__summary__',
  // What whoever sets up a connector fills in. Secrets are encrypted, and never shown again.
  config: {
    type: 'object',
    required: ['url', 'token'],
    additionalProperties: false,
    properties: {
      url: { type: 'string', format: 'uri', description: 'Where the provider answers.' },
      token: { type: 'string', minLength: 8, 'x-secret': true, description: 'Your token with the provider.' },
    },
  },
  // idempotency: the provider drops a second message with the same key.
  capabilities: { maxBatch: 100, concurrency: 2, idempotency: true },
  open: ({ url, token }, host) => {
    const call = (path, request, signal) =>
      host.http.fetch(`${url}${path}`, {
        ...request,
        signal,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...request.headers },
      });

    const send = async ({ id, to, content }, signal) => {
      try {
        const answer = await call(
          '/messages',
          { method: 'POST', headers: { 'idempotency-key': id }, body: JSON.stringify({ to, content }) },
          signal,
        );
        if (answer.status < 300) return { status: 'sent', providerId: JSON.parse(answer.body).id };
        // What the provider alone can tell: nothing will ever reach this address.
        if (answer.status === 422) {
          const error = {
            class: 'rejected-recipient',
            code: '__name__.no-such-address',
            detail: 'No such address.',
          };
          return { status: 'failed', error };
        }
        return {
          status: 'failed',
          error: sendErrorOfAnswer(answer, { provider: '__name__', now: host.clock.now() }),
        };
      } catch (cause) {
        return { status: 'failed', error: sendErrorOfFailure(cause) };
      }
    };

    return {
      // Up to eight customers side by side; the messages of one of them in their order.
      sendBatch: (messages, { signal }) =>
        sendEach(messages, { atOnce: 8 }, (message) => send(message, signal)),

      // Tries the configuration by a request that sends nothing.
      verify: ({ signal }) =>
        healthByAnswer(call('/account', {}, signal), (answer) =>
          answer.status < 300
            ? undefined
            : sendErrorOfAnswer(answer, { provider: '__name__', now: host.clock.now() }),
        ),

      async close() {},
    };
  },
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  connectors: { '__name__': connector },
});
