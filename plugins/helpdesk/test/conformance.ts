import { defineConformance } from '@parcours/sdk/testing';

import { FakeHelpdesk } from './fake-helpdesk.js';

export default defineConformance({
  connector: 'helpdesk',
  start: () => FakeHelpdesk.start(),
  inputs: {
    'create-ticket': {
      subject: 'Order is late',
      email: 'zoe@example.com',
      body: 'Please look.',
      priority: 'high',
    },
  },
});
