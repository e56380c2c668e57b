import { defineConformance } from '@parcours/sdk/testing';

import { FakeSlack } from './fake-slack.js';

export default defineConformance({
  connector: 'slack',
  start: () => FakeSlack.start(),
  address: (n) => `U0${String(n).padStart(6, '0')}`,
});
