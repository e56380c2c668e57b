import type { JsonObject, RecordKind } from '@parcours/sdk';
import { defineConformance } from '@parcours/sdk/testing';

import { FakeDataverse } from './fake-dataverse.js';

const PERSON = 'aaaaaaaa-0000-4000-8000-000000000001';

/** What a table asks for when somebody creates a row. */
const RECORDS: Readonly<Partial<Record<RecordKind, JsonObject>>> = {
  lead: { lastname: 'Reader', subject: 'A lead' },
  deal: { name: 'A deal' },
  ticket: { title: 'A case' },
  task: { subject: 'A task' },
};

export default defineConformance({
  connector: 'dynamics',
  start: async () => {
    const fake = await FakeDataverse.start();
    fake.receiveGuest(PERSON);
    return fake;
  },
  crm: {
    person: (n) => ({
      lastname: `Reader ${String(n)}`,
      emailaddress1: `reader${String(n)}@example.com`,
      jobtitle: 'reads',
    }),
    note: 'jobtitle',
    record: (kind) => RECORDS[kind] ?? {},
  },
  inputs: {
    'create-task': {
      subject: 'Call them back',
      due: '2026-12-01',
    },
    'create-case': { subject: 'Order is late', priority: 'high', personId: PERSON },
    'create-lead': { subject: 'Wants a quote', lastName: 'Reader', email: 'ada@example.com' },
    'add-note': { subject: 'Has asked for the catalogue' },
  },
});
