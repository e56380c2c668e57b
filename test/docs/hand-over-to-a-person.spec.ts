import { describeHowTo } from './support/how-to.js';
import { freePort } from './support/free-port.js';

describeHowTo('hand-over-to-a-person', {
  environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
  prepare: async () => ({ '127.0.0.1:4000': `127.0.0.1:${String(await freePort())}` }),
});
