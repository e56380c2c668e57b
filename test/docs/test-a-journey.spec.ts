import { describeHowTo } from './support/how-to.js';

describeHowTo('test-a-journey', {
  prepare: () => Promise.resolve({ 'npx parcours': 'node apps/cli/bin/parcours.mjs' }),
});
