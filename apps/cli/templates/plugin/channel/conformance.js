import { defineConformance, HttpFake } from '@parcours/sdk/testing';

const TOKEN = 'a-token-for-tests';
const REFUSED = '__refused__';

/** The provider as your plugin knows it, on this machine: refuse here what the real one refuses. */
async function start() {
  const taken = [];
  const fake = await HttpFake.start({
    answer: ({ method, headers, body }) => {
      if (headers.authorization !== `Bearer ${TOKEN}`) return { status: 401 };
      if (method === 'GET') return { status: 200, body: { name: 'Test' } };
      const { to, content } = JSON.parse(body);
      if (to === REFUSED) return { status: 422 };
      taken.push({ to, content: JSON.stringify(content), idempotencyKey: headers['idempotency-key'] });
      return { status: 201, body: { id: `p-${taken.length}` } };
    },
  });
  return {
    config: { url: fake.url, token: TOKEN },
    wrongConfig: { url: fake.url, token: 'another-token' },
    refusedAddress: REFUSED,
    received: () => taken,
    behave: (behaviour) => fake.behave(behaviour),
    stop: () => fake.stop(),
  };
}

export default defineConformance({ connector: '__name__', start });
