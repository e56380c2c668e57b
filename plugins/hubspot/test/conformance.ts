import { defineConformance } from '@parcours/sdk/testing';

import { FakeHubSpot } from './fake-hubspot.js';

const story = {
  email: 'someone@example.com',
  body: 'Call them & ask.',
};

export default defineConformance({
  connector: 'hubspot',
  start: () => FakeHubSpot.start(),
  inputs: {
    'create-task': { subject: 'Call', dueInHours: 4, ...story },
    'create-ticket': { subject: 'Order is late', ...story },
    'create-lead': { subject: 'Wants a house', ...story },
    'add-note': { ...story },
  },
  crm: {
    person: (n) => ({ email: `person-${String(n)}@example.com`, note_of_sync: `note ${String(n)}` }),
    note: 'note_of_sync',
    record: (kind, n) => (kind === 'lead' ? { hs_lead_name: `Lead ${String(n)}` } : {}),
  },
});
