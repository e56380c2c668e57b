import { defineConformance } from '@parcours/sdk/testing';

import { startFakeCrm } from './fake-crm.js';

export default defineConformance({
  connector: '__name__',
  start: startFakeCrm,
  // An input for each action.
  inputs: { 'create-task': { email: 'ada@example.com', subject: 'Call back' } },
  // Whom and what the CRM is tried with.
  crm: {
    person: (n) => ({ email: `person-${n}@example.com`, note: `note ${n}` }),
    note: 'note',
    record: (kind, n) => ({ status: `open ${n}` }),
  },
});
