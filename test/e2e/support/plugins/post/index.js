/** Every channel, for tests: each message is a call to a server on loopback. */
const config = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: { url: { type: 'string' } },
};

const connector = (channel) => ({
  channel,
  summary: `Posts what goes by ${channel} to a server on loopback.`,
  config,
  capabilities: { maxBatch: 50, concurrency: 2, idempotency: true },
  open: ({ url }) => ({
    async sendBatch(messages, { signal }) {
      return Promise.all(
        messages.map(async (message) => {
          const body = JSON.stringify(message);
          const { ok } = await fetch(`${url}/${channel}`, { method: 'POST', signal, body });
          if (ok) return { status: 'sent' };
          return {
            status: 'failed',
            error: { class: 'permanent', code: 'post.refused', detail: 'Refused.' },
          };
        }),
      );
    },
    async close() {},
  }),
});

const CHANNELS = ['sms', 'push', 'web-push', 'chat', 'webhook', 'letter'];

export default {
  id: 'post',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Every channel, for tests.',
  connectors: Object.fromEntries(CHANNELS.map((channel) => [channel, connector(channel)])),
};
