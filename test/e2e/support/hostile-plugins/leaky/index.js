import { connect } from 'node:net';

/** Text messages for tests: each one leaves an error behind that nobody waits for, and is sent all the same. */
const leaky = {
  channel: 'sms',
  summary: 'Text messages that leave something behind.',
  config: {
    type: 'object',
    required: ['secret'],
    properties: { secret: { type: 'string', 'x-secret': true } },
  },
  capabilities: { maxBatch: 10, concurrency: 1, idempotency: false },
  open: ({ secret }) => ({
    async sendBatch(messages) {
      void Promise.reject(new Error(`left at once with ${secret}`));
      setTimeout(() => void Promise.reject(new Error(`left later with ${secret}`)), 10);
      setTimeout(() => {
        throw new Error(`thrown by a timer with ${secret}`);
      }, 10);
      // Nobody listens for its error.
      connect(1, '127.0.0.1');
      console.log(`printed ${secret}`);
      return messages.map(() => ({ status: 'sent' }));
    },
    async close() {},
  }),
};

export default {
  id: 'leaky',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Leaves errors behind.',
  connectors: { leaky },
};
