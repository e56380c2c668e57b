import type { OutsideCall } from '@parcours/engine';
import type { SendError } from '@parcours/sdk';

import { MAX_CALL_ATTEMPTS, outcomeOf, targetOf } from './outside-call.rules.js';

const NOW = 1_000_000;

function http(url: string): OutsideCall {
  return { kind: 'http', method: 'GET', url, headers: {}, timeoutMs: 1_000 };
}

function outcome(error: Partial<SendError>, attempt = 1, status?: number) {
  const complete: SendError = { class: 'temporary', code: 'test.code', detail: 'Detail.', ...error };
  const result = { error: complete, ...(status === undefined ? {} : { status }) };
  return outcomeOf(result, { attempt, now: NOW, spread: 0.5 });
}

describe('the system that a call is made to', () => {
  it('is the host with its port, or the connector, without a colon', () => {
    const action = { kind: 'action', connector: 'crm', action: 'a', input: {}, timeoutMs: 1 } as const;
    expect(
      [
        http('https://Api.Example.com/x?y'),
        http('http://127.0.0.1:4000/'),
        http('http://[::1]:80/'),
        action,
      ].map(targetOf),
    ).toEqual(['host-api.example.com', 'host-127.0.0.1_4000', 'host-[__1]', 'connector-crm']);
  });

  it('fits its column whatever the address is', () => {
    expect(targetOf(http(`https://${'a'.repeat(400)}.com`)).length).toBeLessThanOrEqual(255);
    expect(targetOf(http('https://'))).toBe('host-nowhere');
  });
});

describe('an attempt at a call', () => {
  it('that succeeds ends it', () => {
    const end = { succeeded: true, status: 200, value: 1 } as const;
    expect(outcomeOf({ end }, { attempt: 1, now: NOW, spread: 0 })).toEqual({
      kind: 'ended',
      end,
      failure: null,
    });
  });

  it.each(['temporary', 'throttled'] as const)('that fails as %s is made again, so many times', (kind) => {
    const failure = { code: 'test.code', detail: 'Detail.' };
    expect(outcome({ class: kind })).toEqual({ kind: 'retry', at: NOW + 5_000, failure, maybeSent: false });
    expect(outcome({ class: kind, retryAfterMs: 60_000, maybeSent: true })).toMatchObject({
      at: NOW + 60_000,
      maybeSent: true,
    });
    expect(outcome({ class: kind }, MAX_CALL_ATTEMPTS, 503)).toEqual({
      kind: 'ended',
      end: { succeeded: false, code: 'test.code', status: 503 },
      failure: { ...failure, status: 503 },
    });
  });

  it.each(['permanent', 'rejected-recipient'] as const)('that fails as %s ends it', (kind) => {
    expect(outcome({ class: kind })).toMatchObject({ kind: 'ended', end: { succeeded: false } });
  });

  it('that waits for a person to mend a connector is made again for ever', () => {
    expect(outcome({ class: 'misconfigured' }, 1_000)).toMatchObject({ kind: 'retry', at: NOW + 3_600_000 });
  });
});
