import { defineCrmConnector, definePlugin } from '@parcours/sdk';

const FIELDS = ['email', 'firstname', 'plan'];
const STARTED_AT = 1_767_225_600_000;

function person(n, run) {
  const fields = { email: `p-${run}-${n}@example.com`, firstname: `Name ${n}`, plan: n % 2 ? 'pro' : 'free' };
  return { kind: 'person', id: `p-${run}-${n}`, changedAt: STARTED_AT + n, fields };
}

const people = defineCrmConnector({
  summary: 'People who are made as they are read.',
  config: {
    type: 'object',
    required: ['people', 'run'],
    additionalProperties: false,
    properties: { people: { type: 'integer' }, run: { type: 'string' } },
  },
  capabilities: { concurrency: 2, idempotency: true },
  records: { kinds: ['person'], maxBatch: 100, match: 'email' },
  open: ({ people: total, run }) => ({
    fields: () =>
      Promise.resolve(FIELDS.map((name) => ({ name, label: name, type: 'text', isWritable: true }))),
    changes: ({ cursor = '0', limit }) => {
      const from = Number(cursor);
      const records = Array.from({ length: Math.min(limit, total - from) }, (_, at) =>
        person(from + at, run),
      );
      const next = from + records.length;
      return Promise.resolve({ records, cursor: String(next), isLast: next >= total, total });
    },
    keepPeople: (kept) =>
      Promise.resolve(kept.map(({ customerId }) => ({ status: 'kept', personId: customerId, isNew: true }))),
    find: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  }),
});

export default definePlugin({
  id: 'people',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A CRM that is made up, for measurements.',
  connectors: { people },
});
