import { CrmFailure, type CrmRecord } from '@parcours/sdk';

import { CallGuard } from './call-guard.js';
import { DEFAULT_CALL_LIMITS } from './call-limits.js';
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
});
