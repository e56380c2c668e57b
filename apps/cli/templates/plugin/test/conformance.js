import { defineConformance } from '@parcours/sdk/testing';

export default defineConformance({
  conditionTest: 'good-standing',
  cases: [
    { config: {}, values: { 'trait.owed': 0 }, holds: true },
    { config: { most: 10 }, values: { 'trait.owed': 11 }, holds: false },
    { config: { most: 10 }, values: {}, holds: false },
  ],
});
