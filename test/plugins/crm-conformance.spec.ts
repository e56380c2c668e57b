import { join } from 'node:path';

import type { ChangesRequest, CrmConnector, OpenCrm, PersonToKeep, Plugin } from '@parcours/sdk';
import { checkConformance, type ConformanceSubject } from '@parcours/sdk/testing';

import { FakeCrm } from '../e2e/support/fake-crm.js';

const FOLDER = join(process.cwd(), 'test/e2e/support/plugins/relations/index.js');
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Jest runs the tree as CommonJS
const plugin = (require(FOLDER) as { default: Plugin }).default;

const event = {
  id: 'e-1',
  name: 'ticket.opened',
  customer: { personId: 'person-1' },
  properties: { source: 'email' },
};

const SUBJECT: ConformanceSubject = {
  connector: 'relations',
  inputs: { 'add-note': { text: 'Called.' } },
  crm: {
    person: (n) => ({ email: `p${String(n)}@example.com`, note: 'first' }),
    note: 'note',
    record: (kind, n) => ({ title: `${kind} ${String(n)}` }),
  },
  start: async () => {
    const fake = await FakeCrm.start();
    return Object.assign(fake, { callbacks: () => [fake.callback([event])] });
  },
};

type Change = (crm: OpenCrm) => Partial<OpenCrm>;

function changed(change: Change): Plugin {
  const connector = plugin.connectors?.['relations'] as CrmConnector;
  const open: CrmConnector['open'] = async (...args) => {
    const crm = await connector.open(...args);
    return { ...crm, ...change(crm) };
  };
  return { ...plugin, connectors: { relations: { ...connector, open } } };
}

async function failuresOf(change: Change): Promise<string[]> {
  const { results } = await checkConformance(changed(change), [SUBJECT]);
  return results.flatMap(({ title, status }) =>
    status === 'failed' ? [title.replace('relations: ', '')] : [],
  );
}

describe('the conformance kit for CRM connectors (A7)', () => {
  it('finds nothing against one that keeps its contract, and has looked at all of it', async () => {
    const { results } = await checkConformance(
      changed(() => ({})),
      [SUBJECT],
    );
    expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(results.flatMap(({ status, title }) => (status === 'skipped' ? [title] : []))).toEqual([]);
  });

  it('sees people who are not forgotten, or only once', async () => {
    const forgets = 'somebody who was erased is forgotten, once or twice, and nobody else';
    expect(await failuresOf(() => ({ forget: () => Promise.resolve({ status: 'forgotten' }) }))).toContain(
      forgets,
    );
    const error = { class: 'permanent', code: 'relations.no-such-person', detail: 'Nobody.' } as const;
    const asked = new Set<string>();
    const once: Change = ({ forget }) => ({
      forget: async (person, call) => {
        if (asked.has(person.personId)) return { status: 'failed', error };
        asked.add(person.personId);
        return (await forget?.(person, call)) ?? { status: 'failed', error };
      },
    });
    expect(await failuresOf(once)).toContain(forgets);
  });

  it('sees records that are passed over', async () => {
    const skipping: Change = (crm) => ({
      changes: async (request: ChangesRequest, call) => {
        const page = await crm.changes(request, call);
        return page.isLast ? page : { ...page, cursor: String(Number(page.cursor) + 1) };
      },
    });
    expect(await failuresOf(skipping)).toEqual(
      expect.arrayContaining([
        'records come page by page, none lost, wherever the reading is resumed',
        'records of one and the same moment are all read',
      ]),
    );
  });

  it('sees a page that is too long, an end that never comes, and a deletion that is not told', async () => {
    const long: Change = (crm) => ({
      changes: (request, call) => crm.changes({ ...request, limit: 100 }, call),
    });
    expect(await failuresOf(long)).toContain(
      'records come page by page, none lost, wherever the reading is resumed',
    );
    const endless: Change = (crm) => ({
      changes: async (request, call) => ({ ...(await crm.changes(request, call)), isLast: false }),
    });
    expect(await failuresOf(endless)).toContain('after the last page comes what has changed since');
    const silent: Change = (crm) => ({
      changes: async (request, call) => {
        const page = await crm.changes(request, call);
        return { ...page, records: page.records.filter(({ isDeleted }) => !isDeleted) };
      },
    });
    expect(await failuresOf(silent)).toEqual(['a record that was deleted is told']);
  });

  it('sees people who are created twice, results out of order, and somebody who is gone taken for a failure', async () => {
    let count = 0;
    const doubling: Change = (crm) => ({
      keepPeople: (people: readonly PersonToKeep[], call) =>
        crm.keepPeople(
          people.map((person) => ({ ...person, match: { field: 'note', value: `copy ${String(++count)}` } })),
          call,
        ),
    });
    expect(await failuresOf(doubling)).toContain(
      'nobody is created twice, neither after a retry nor by two calls at once nor in one batch',
    );
    const turned: Change = (crm) => ({
      keepPeople: async (people, call) => [...(await crm.keepPeople(people, call))].reverse(),
    });
    expect(await failuresOf(turned)).toContain(
      'people are created once each, with one result each in the same order',
    );
    const error = { class: 'permanent', code: 'relations.gone', detail: 'Gone.' } as const;
    const vague: Change = (crm) => ({
      keepPeople: async (people, call) =>
        (await crm.keepPeople(people, call)).map((result) =>
          result.status === 'gone' ? { status: 'failed', error } : result,
        ),
    });
    expect(await failuresOf(vague)).toEqual(['somebody who is gone costs nobody else']);
  });

  it('sees a failure of the wrong class, and a callback that anybody may send', async () => {
    const vague: Change = (crm) => ({
      changes: (request, call) =>
        crm.changes(request, call).catch(() => {
          throw new Error('It failed.');
        }),
    });
    expect(await failuresOf(vague)).toEqual([
      'records that the CRM does not give now are asked for again later',
      'records with wrong credentials wait for a person',
    ]);
    const trusting: Change = () => ({ callbacks: { parse: () => ({ status: 'accepted' }) } });
    expect(await failuresOf(trusting)).toEqual(['what somebody else sends is refused']);
  });
});
