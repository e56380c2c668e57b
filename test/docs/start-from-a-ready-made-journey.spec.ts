import { describeHowTo } from './support/how-to.js';

describeHowTo('start-from-a-ready-made-journey', {
  prepare: () => Promise.resolve({ 'npx parcours': 'node apps/cli/bin/parcours.mjs' }),
});
