import { CrmFailure, type CrmRecord } from '@parcours/sdk';

import { CallGuard } from './call-guard.js';
import { DEFAULT_CALL_LIMITS } from './call-limits.js';
import { CallMeter } from './call-meter.js';
import { ConnectorHandle } from './connector-handle.js';
import { type AnyOpenCrm, CrmCalls } from './crm-calls.js';
import { SecretScrubber } from './secret-scrubber.js';
import { isOutage } from './send-results.js';

const SECRET = 'a-secret-token';

const limits = { ...DEFAULT_CALL_LIMITS, timeoutMs: 30, graceMs: 10, failuresToOpen: 2 };

function callsOf(connector: AnyOpenCrm): CrmCalls {
  return new CrmCalls({
    records: { kinds: ['person'], maxBatch: 2, match: 'email' },
    connector,
    guard: new CallGuard({ concurrency: 2, limits, isOutage }),
    limits,
    scrubber: new SecretScrubber([SECRET]),
  });
}

const record = (id: string): CrmRecord => ({ kind: 'person', id, changedAt: 1, fields: {} });
const request = { kind: 'person', limit: 2, fields: [] } as const;
const person = (n: number) => ({
  customerId: `c-${String(n)}`,
  match: { field: 'email', value: `p${String(n)}@example.com` },
  fields: {},
});

describe('calls to a CRM (A7)', () => {
  it('answer a copy of what the plugin says, and nothing that it adds', async () => {
    const said = { records: [{ ...record('1'), extra: true }], cursor: 'c', isLast: true, total: 7, more: 1 };
    const answer = await callsOf({ changes: () => Promise.resolve(said) }).changes(request);
    expect(answer).toEqual({
      status: 'done',
      value: { records: [record('1')], cursor: 'c', isLast: true, total: 7 },
    });
  });

  it('take a record with texts that are too long without those, so that it holds up no other', async () => {
    const essays = { ...record('1'), fields: { name: 'Ada', essay: 'x'.repeat(70_000) } };
    const said = { records: [essays, record('2')], cursor: 'c', isLast: true };
    expect(await callsOf({ changes: () => Promise.resolve(said) }).changes(request)).toMatchObject({
      status: 'done',
      value: { records: [{ id: '1', fields: { name: 'Ada' } }, { id: '2' }] },
    });
  });

  it.each([
    ['no page', undefined],
    ['more records than were asked for', { records: ['1', '2', '3'].map(record), cursor: '', isLast: true }],
    ['a record of another kind', { records: [{ ...record('1'), kind: 'deal' }], cursor: '', isLast: true }],
    ['a record without an id', { records: [record('')], cursor: '', isLast: true }],
    ['a cursor that is too long', { records: [], cursor: 'c'.repeat(2_001), isLast: true }],
  ])('take %s for a bad answer', async (_what, said) => {
    const calls = callsOf({ changes: () => Promise.resolve(said as never) });
    expect(await calls.changes(request)).toMatchObject({
      status: 'failed',
      error: { class: 'temporary', code: 'plugin.bad-answer' },
    });
  });

  it('hand on a failure that the plugin declares, without its secrets, and any other as perhaps done', async () => {
    const error = { class: 'throttled', code: 'crm.slow', detail: `No ${SECRET}`, retryAfterMs: 5 } as const;
    const declared = callsOf({ find: () => Promise.reject(new CrmFailure(error)) });
    expect(await declared.find({ kind: 'person', field: 'email', value: 'x' })).toEqual({
      status: 'failed',
      error: { ...error, detail: 'No •••' },
    });
    const thrown = callsOf({ fields: () => Promise.reject(new Error(`broken: ${SECRET}`)) });
    const { status, ...rest } = await thrown.fields('person');
    expect([status, JSON.stringify(rest).includes(SECRET)]).toEqual(['failed', false]);
    expect(rest).toMatchObject({ error: { code: 'plugin.threw', maybeSent: true } });
  });

  it('give up on one that never answers, and leave alone one that is out of reach', async () => {
    const hung = callsOf({ changes: () => new Promise(() => undefined) });
    expect(await hung.changes(request)).toMatchObject({ error: { code: 'plugin.timed-out' } });
    const error = { class: 'temporary', code: 'crm.down', detail: 'Down.', outage: true } as const;
    const down = callsOf({ changes: () => Promise.reject(new CrmFailure(error)) });
    for (const code of ['crm.down', 'crm.down', 'plugin.circuit-open']) {
      expect(await down.changes(request)).toMatchObject({ error: { code } });
    }
  });

  it('keep people in batches of the size that the plugin takes, with one result each', async () => {
    const sizes: number[] = [];
    const calls = callsOf({
      keepPeople: (people) => {
        sizes.push(people.length);
        return Promise.resolve(
          people.map(({ customerId }) => ({ status: 'kept' as const, personId: customerId, isNew: true })),
        );
      },
    });
    const results = await calls.keepPeople([1, 2, 3].map(person));
    expect(sizes).toEqual([2, 1]);
    expect(results.map((each) => each.status === 'kept' && each.personId)).toEqual(['c-1', 'c-2', 'c-3']);
    const short = callsOf({ keepPeople: () => Promise.resolve([]) });
    expect(await short.keepPeople([person(1)])).toMatchObject([
      { status: 'failed', error: { code: 'plugin.bad-answer' } },
    ]);
  });

  it('are counted, with the records and people that went with them', async () => {
    const meter = new CallMeter();
    const error = { class: 'throttled', code: 'crm.slow', detail: '' } as const;
    const { crm } = new ConnectorHandle({
      type: 'crm',
      channel: undefined,
      instanceKey: 'main',
      capabilities: { maxBatch: 1, concurrency: 1, idempotency: false },
      records: { kinds: ['person'], maxBatch: 2, match: 'email' },
      connector: {
        changes: () =>
          Promise.resolve({ records: ['1', '2'].map(record), cursor: '', isLast: true, total: 2 }),
        find: () => Promise.resolve(undefined),
        fields: () => Promise.reject(new CrmFailure(error)),
        keepPeople: (people) => Promise.resolve(people.map(() => ({ status: 'failed', error }))),
        close: () => Promise.resolve(),
      },
      limits,
      scrubber: new SecretScrubber([SECRET]),
      inputs: new Map(),
      meter,
    });
    await crm?.changes(request);
    await crm?.find({ kind: 'person', field: 'email', value: 'x' });
    await crm?.fields('person');
    await crm?.keepPeople([1, 2, 3].map(person));
    const name = { plugin: 'crm', name: 'main', capability: 'sync' };
    expect(meter.drain()).toMatchObject([
      { ...name, outcome: 'done', calls: 2, items: 3 },
      { ...name, outcome: 'throttled', calls: 3, items: 4 },
    ]);
  });

  it('that were not made count as refused, and bad answers as broken', async () => {
    const meter: [string, boolean][] = [];
    const calls = new CrmCalls({
      records: { kinds: ['person'], maxBatch: 2, match: 'email' },
      connector: { changes: () => Promise.resolve({} as never) },
      guard: new CallGuard({ concurrency: 2, limits, isOutage }),
      limits,
      scrubber: new SecretScrubber([SECRET]),
      note: (outcome, began) => meter.push([outcome, began !== undefined]),
    });
    for (let n = 0; n < 3; n += 1) await calls.changes(request);
    expect(meter).toEqual([
      ['broken', true],
      ['broken', true],
      ['refused', false],
    ]);
  });
});
