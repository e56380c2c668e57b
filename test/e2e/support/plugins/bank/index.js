/** A test for conditions and helpers for templates, some of which go wrong. */
const goodStanding = {
  words: { en: 'is in good standing', fr: 'est en règle' },
  description: 'Owes no more than is allowed.',
  config: {
    type: 'object',
    additionalProperties: false,
    properties: { most: { type: 'number', minimum: 0, default: 0 } },
  },
  reads: () => ['trait.account.owed'],
  holds({ config, values }) {
    const owed = values['trait.account.owed'];
    return typeof owed === 'number' && owed <= config.most;
  },
};

const broken = (holds) => ({ ...goodStanding, config: { type: 'object' }, holds });

const points = {
  summary: 'Points in words.',
  values: { least: 1, most: 1 },
  named: ['unit'],
  examples: [
    { values: [1200], output: '1,200 points' },
    { values: [3], named: { unit: 'stars' }, output: '3 stars' },
  ],
  write: ({ values: [count], named: { unit = 'points' }, locale }) =>
    `${Number(count).toLocaleString(locale)} ${unit}`,
};

const helper = (write) => ({
  summary: 'Goes wrong.',
  values: { least: 1, most: 1 },
  examples: [{ values: [1], output: '' }],
  write,
});

export default {
  id: 'bank',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Tests and helpers of a bank.',
  conditionTests: {
    'good-standing': goodStanding,
    'throws-up': broken(() => {
      throw new Error('no idea');
    }),
    endless: broken(() => {
      for (;;);
    }),
    later: broken(async () => true),
  },
  templateHelpers: {
    points,
    'throws-up': helper(() => {
      throw new Error('no idea');
    }),
    endless: helper(() => {
      for (;;);
    }),
    rubbish: helper(() => ({ html: '<b>' })),
    'too-long': helper(() => 'x'.repeat(20_000)),
    markup: helper(({ values: [text] }) => `<b>${text}</b>`),
  },
};
