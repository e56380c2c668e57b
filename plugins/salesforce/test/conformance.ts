import type { JsonObject, RecordKind } from '@parcours/sdk';
import { defineConformance } from '@parcours/sdk/testing';

import { FakeSalesforce } from './fake-salesforce.js';

/** What an object asks for when somebody creates one. */
const RECORDS: Readonly<Partial<Record<RecordKind, JsonObject>>> = {
  lead: { LastName: 'Reader', Company: 'Example' },
  deal: { Name: 'A deal', StageName: 'Prospecting', CloseDate: '2026-12-01' },
  order: { Status: 'Draft', EffectiveDate: '2026-12-01' },
};

export default defineConformance({
  connector: 'salesforce',
  start: () => FakeSalesforce.start(),
  crm: {
    person: (n) => ({
      LastName: `Reader ${String(n)}`,
      Email: `reader${String(n)}@example.com`,
      Interests__c: 'books',
    }),
    note: 'Interests__c',
    record: (kind) => RECORDS[kind] ?? {},
  },
  inputs: {
    'create-task': {
      subject: 'Call them back',
      due: '2026-12-01',
    },
    'create-case': { subject: 'Order is late', priority: 'High' },
    'create-lead': { lastName: 'Reader', company: 'Example', email: 'ada@example.com' },
    'add-note': { subject: 'Has asked for the catalogue' },
  },
});
