import { defineConformance, HttpFake } from '@parcours/sdk/testing';

const TOKEN = 'a-token-for-tests';

/** The CRM as your plugin knows it, on this machine: refuse here what the real one refuses. */
async function start() {
  const taken = [];
  const fake = await HttpFake.start({
    answer: ({ headers, body }) => {
      if (headers.authorization !== `Bearer ${TOKEN}`) return { status: 401 };
      const { customerId } = JSON.parse(body);
      taken.push({ to: customerId, content: body, idempotencyKey: headers['idempotency-key'] });
      return { status: 201, body: { id: `t-${taken.length}` } };
    },
  });
  return {
    config: { url: fake.url, token: TOKEN },
    wrongConfig: { url: fake.url, token: 'another-token' },
    received: () => taken,
    behave: (behaviour) => fake.behave(behaviour),
    stop: () => fake.stop(),
  };
}

export default defineConformance({
  connector: '__name__',
  start,
  // An input for each action.
  inputs: { 'create-task': { subject: 'Call back', due: 1 } },
});
