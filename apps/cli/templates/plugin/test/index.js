import { defineConditionTest, definePlugin } from '@parcours/sdk';

const goodStanding = defineConditionTest({
  // They read after "if the customer".
  words: { en: 'is in good standing', fr: 'est en règle' },
  description: '__summary__',
  // What stands in `with`.
  config: {
    type: 'object',
    additionalProperties: false,
    properties: { most: { type: 'number', minimum: 0, default: 0, description: 'What may be owed.' } },
  },
  // It is given these values and no others: absent where nothing is known.
  reads: () => ['trait.owed'],
  holds: ({ config, values }) => {
    const owed = values['trait.owed'];
    return typeof owed === 'number' && owed <= config.most;
  },
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  conditionTests: { 'good-standing': goodStanding },
});
