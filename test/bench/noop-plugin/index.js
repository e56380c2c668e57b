import { defineChannelConnector, definePlugin } from '@parcours/sdk';

const noop = defineChannelConnector({
  channel: 'email',
  summary: 'Takes every message and does nothing with it.',
  config: { type: 'object', additionalProperties: false, properties: {} },
  capabilities: { maxBatch: 500, concurrency: 2, idempotency: true },
  open: () => ({
    sendBatch: (messages) => Promise.resolve(messages.map(() => ({ status: 'sent' }))),
    close: () => Promise.resolve(),
  }),
});

export default definePlugin({
  id: 'noop',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A channel that does nothing, for measurements.',
  connectors: { noop },
});
