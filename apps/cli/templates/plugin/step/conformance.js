import { defineConformance, HttpFake } from '@parcours/sdk/testing';

/** Who decides, on this machine. */
async function start() {
  const fake = await HttpFake.start({
    answer: ({ body }) => ({ status: 200, body: { yes: JSON.parse(body).amount < 100 } }),
  });
  return {
    // What a journey would say in the step.
    config: { url: fake.url, amount: 10 },
    behave: (behaviour) => fake.behave(behaviour),
    stop: () => fake.stop(),
  };
}

export default defineConformance({
  stepType: 'check',
  start,
  customer: { id: 'ada', traits: { plan: 'pro' } },
});
