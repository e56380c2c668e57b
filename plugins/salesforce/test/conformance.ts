import { defineConformance } from '@parcours/sdk/testing';

import { FakeSalesforce } from './fake-salesforce.js';

const conversation = [{ at: 0, channel: 'email', from: 'customer', text: 'Where is my order?' }];

export default defineConformance({
  connector: 'salesforce',
  start: () => FakeSalesforce.start(),
  inputs: {
    'create-task': {
      subject: 'Call them back',
      due: '2026-12-01',
      context: { journey: 'welcome' },
      conversation,
    },
    'create-case': { subject: 'Order is late', priority: 'High', conversation },
    'create-lead': { lastName: 'Reader', company: 'Example', email: 'ada@example.com' },
    'add-note': { subject: 'Has asked for the catalogue' },
  },
});
