import { freePort } from './support/free-port.js';
import { describeHowTo } from './support/how-to.js';

describeHowTo('call-other-systems', {
  environment: { PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
  prepare: async () => ({ '127.0.0.1:4000': `127.0.0.1:${String(await freePort())}` }),
});
