import type { SendError } from '@parcours/sdk';

import { MAX_ATTEMPTS, outcomeOfFailure, retryDelayMs } from './retry.rules.js';

const NOW = 1_000_000;

function outcome(error: Partial<SendError>, attempt = 1, expiresAt?: number) {
  const complete: SendError = { class: 'temporary', code: 'test.code', detail: 'Detail.', ...error };
  const failed = { error: complete, attempt, address: 'a@example.com', now: NOW, spread: 0.5, expiresAt };
  return outcomeOfFailure(failed);
}

describe('the delay before the next try', () => {
  it('doubles from 5 s to an hour', () => {
    const seconds = Array.from({ length: 11 }, (_, at) => retryDelayMs(at + 1, 0.5) / 1_000);
    expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600]);
  });

  it('is spread by a fifth in either direction', () => {
    expect([retryDelayMs(1, 0), retryDelayMs(1, 1)]).toEqual([4_000, 6_000]);
  });
});

describe('a failed attempt', () => {
  it.each(['temporary', 'throttled', 'misconfigured'] as const)('of the kind %s is tried again', (kind) => {
    expect(outcome({ class: kind })).toEqual({
      kind: 'retry',
      at: NOW + 5_000,
      failure: { code: 'test.code', detail: 'Detail.' },
      maybeSent: false,
      counts: kind !== 'misconfigured',
    });
  });

  it('counts for nothing where the provider was out of reach, however often', () => {
    expect(outcome({ outage: true }, 40)).toMatchObject({ kind: 'retry', counts: false });
    expect(outcome({ class: 'misconfigured' }, 40)).toMatchObject({ kind: 'retry', counts: false });
    expect(outcome({ outage: true, maybeSent: true }, 40)).toMatchObject({ kind: 'failed' });
  });

  it.each(['plugin.busy', 'plugin.circuit-open', 'plugin.not-called'])('that was none (%s) waits', (code) => {
    expect(outcome({ code, retryAfterMs: 3_000 }, 40)).toEqual({ kind: 'requeued', at: NOW + 3_000 });
    expect(outcome({ code }, 40)).toEqual({ kind: 'requeued', at: NOW + 1_000 });
  });

  it('is the end where the next one would come too late', () => {
    expect(outcome({}, 1, NOW + 5_001).kind).toBe('retry');
    expect(outcome({}, 1, NOW + 5_000)).toMatchObject({
      kind: 'failed',
      failure: { code: 'messages.retry-too-late', detail: expect.stringContaining('test.code: Detail.') },
    });
    expect(outcome({ outage: true, retryAfterMs: 60_000 }, 1, NOW + 30_000).kind).toBe('failed');
  });

  it.each([
    ['permanent', {}],
    ['rejected-recipient', { refusesAddress: true }],
  ] as const)('of the kind %s is the end', (kind, more) => {
    expect(outcome({ class: kind })).toEqual({
      kind: 'failed',
      address: 'a@example.com',
      failure: { code: 'test.code', detail: 'Detail.' },
      ...more,
    });
  });

  it('is the end when it was the last that a message gets', () => {
    expect(outcome({}, MAX_ATTEMPTS - 1).kind).toBe('retry');
    expect(outcome({}, MAX_ATTEMPTS).kind).toBe('failed');
  });

  it('waits for as long as the provider asks, if that is longer', () => {
    expect(outcome({ retryAfterMs: 60_000 })).toMatchObject({ at: NOW + 60_000 });
    expect(outcome({ retryAfterMs: 1 })).toMatchObject({ at: NOW + 5_000 });
  });

  it('tells whether the provider may have taken the message', () => {
    expect(outcome({ maybeSent: true })).toMatchObject({ maybeSent: true });
  });
});
