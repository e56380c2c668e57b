import type { InsightBatch, OpenInsightExporter } from '@parcours/sdk';

import { CallGuard } from './call-guard.js';
import { DEFAULT_CALL_LIMITS } from './call-limits.js';
import { ExportCalls } from './export-calls.js';
import { SecretScrubber } from './secret-scrubber.js';
import { isOutage } from './send-results.js';

const limits = { ...DEFAULT_CALL_LIMITS, timeoutMs: 30, graceMs: 10, failuresToOpen: 2 };
const row = { id: '1', at: '2026-03-02T08:00:00.000Z', customerId: 'c', journey: 'welcome', version: 1 };
const batch: InsightBatch = { stream: 'enrollments', rows: [row, { ...row, id: '2' }] };

function aDesk(write: OpenInsightExporter['export']) {
  const ended: (string | number)[][] = [];
  const calls = new ExportCalls({
    ...{ exports: ['enrollments'], maxBatch: 2, write, limits },
    guard: new CallGuard({ concurrency: 1, limits, isOutage }),
    scrubber: new SecretScrubber(['a-secret-token']),
    ended: (outcome, began, rows) => ended.push([outcome, began === undefined ? 'no call' : 'called', rows]),
  });
  return { calls, ended };
}

describe('calls to an exporter (A7)', () => {
  it('hand over the batch, count its rows, and answer no more than that it is done', async () => {
    const seen: unknown[] = [];
    const { calls, ended } = aDesk((given) => {
      seen.push(given);
      return Promise.resolve({ status: 'done', more: 1 });
    });
    expect(await calls.export(batch)).toEqual({ status: 'done' });
    expect([seen, ended]).toEqual([[batch], [['done', 'called', 2]]]);
  });

  it('hand on a failure without its secrets', async () => {
    const error = {
      class: 'throttled',
      code: 'w.slow',
      detail: 'No a-secret-token',
      retryAfterMs: 5,
    } as const;
    const { calls, ended } = aDesk(() => Promise.resolve({ status: 'failed', error }));
    expect(await calls.export(batch)).toEqual({ status: 'failed', error: { ...error, detail: 'No •••' } });
    expect(ended).toEqual([['throttled', 'called', 2]]);
  });

  it.each([
    ['answers nothing', () => Promise.resolve(undefined as never), 'plugin.bad-answer', 'broken'],
    [
      'answers something else',
      () => Promise.resolve({ status: 'kept' } as never),
      'plugin.bad-answer',
      'broken',
    ],
    ['throws', () => Promise.reject(new Error('a-secret-token is wrong')), 'plugin.threw', 'broken'],
    ['never answers', () => new Promise<never>(() => undefined), 'plugin.timed-out', 'timed-out'],
  ])('take one that %s for a failure that may have been kept', async (_what, write, code, outcome) => {
    const { calls, ended } = aDesk(write);
    const result = await calls.export(batch);
    expect(result).toMatchObject({ status: 'failed', error: { class: 'temporary', maybeSent: true, code } });
    expect(JSON.stringify(result)).not.toContain('a-secret-token');
    expect(ended).toEqual([[outcome, 'called', 2]]);
  });

  it('leave a warehouse alone that is down', async () => {
    const error = { class: 'temporary', code: 'w.down', detail: 'Down.', outage: true } as const;
    const { calls, ended } = aDesk(() => Promise.resolve({ status: 'failed', error }));
    for (let times = 0; times < 3; times++) await calls.export(batch);
    expect(ended.at(-1)).toEqual(['refused', 'no call', 2]);
  });
});
