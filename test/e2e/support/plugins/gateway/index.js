import { createHmac, timingSafeEqual } from 'node:crypto';

/** A gateway for tests: takes messages of several channels, and signs what it tells of them. */
const config = {
  type: 'object',
  required: ['secret'],
  additionalProperties: false,
  properties: { secret: { type: 'string', 'x-secret': true } },
};

function isSigned(secret, signature, body) {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function callbacksOf(secret) {
  return {
    parse({ method, headers, query, rawBody, url }) {
      if (method === 'GET') {
        if (query['token'] !== secret) return { status: 'bad-signature' };
        return { status: 'accepted', respond: { contentType: 'text/plain', body: query['challenge'] } };
      }
      if (!isSigned(secret, headers['x-signature'], rawBody)) return { status: 'bad-signature' };
      const told = JSON.parse(Buffer.from(rawBody).toString());
      if (told.throws) throw new Error(`no idea what to do with ${secret}`);
      if (told.rubbish) return told.rubbish;
      return {
        status: 'accepted',
        respond: { contentType: 'application/json', body: JSON.stringify({ url }) },
        ...told,
      };
    },
  };
}

const connector = (channel) => ({
  channel,
  summary: `Carries ${channel} for tests.`,
  config,
  capabilities: { maxBatch: 10, concurrency: 2, idempotency: true },
  open: ({ secret }) => ({
    callbacks: callbacksOf(secret),
    async sendBatch(messages) {
      return messages.map(({ id }) => ({ status: 'sent', providerId: `gw-${id}` }));
    },
    async close() {},
  }),
});

export default {
  id: 'gateway',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A gateway for tests.',
  connectors: { mail: connector('email'), sms: connector('sms'), push: connector('push') },
};
