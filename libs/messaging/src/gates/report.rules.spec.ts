import type { SendError, SendResult } from '@parcours/sdk';

import { findingsOf, ownPauseMs } from './report.rules.js';

const sent: SendResult = { status: 'sent' };
const failed = (error: Partial<SendError>): SendResult => ({
  status: 'failed',
  error: { class: 'temporary', code: 'x.failed', detail: 'Detail.', ...error },
});
const outage = failed({ code: 'x.down', outage: true });

describe('what the results of a batch say of its connector (F10)', () => {
  it('is that it is up, whatever became of single messages', () => {
    const results = [sent, outage, failed({ class: 'permanent' })];
    expect(findingsOf(results)).toMatchObject({ used: 3, health: 'up', error: undefined });
    expect(findingsOf([failed({ class: 'permanent' })])).toMatchObject({ health: 'up' });
  });

  it('is that it is down where none got through because of it', () => {
    const refused = failed({ class: 'misconfigured', code: 'x.login' });
    expect(findingsOf([outage, refused])).toMatchObject({
      used: 2,
      health: 'down',
      error: { code: 'x.down' },
    });
  });

  it('is nothing where nothing was tried, or the host did not let it through', () => {
    expect(findingsOf([])).toEqual({ used: 0, health: 'unknown' });
    const open = failed({ code: 'plugin.circuit-open', retryAfterMs: 9_000 });
    expect(findingsOf([open, open])).toEqual({ used: 0, health: 'unknown' });
    expect([ownPauseMs([open, failed({ code: 'plugin.busy' })]), ownPauseMs([outage, sent])]).toEqual([
      9_000,
      undefined,
    ]);
  });

  it('is a pause where the provider asks for one of all of them, the longest', () => {
    const slower = (retryAfterMs?: number) =>
      failed({ class: 'throttled', code: 'x.slow', ...(retryAfterMs !== undefined && { retryAfterMs }) });
    expect(findingsOf([sent, slower(), slower(5_000), slower(30_000)])).toMatchObject({
      health: 'up',
      pauseMs: 30_000,
      error: { code: 'x.slow' },
    });
    expect(findingsOf([sent, slower()]).pauseMs).toBeUndefined();
    expect(findingsOf([failed({ retryAfterMs: 5_000 })]).pauseMs).toBeUndefined();
  });

  it('is kept without anybody’s address', () => {
    const detail = 'refused <ada@example.com> for now';
    expect(findingsOf([failed({ outage: true, detail })]).error?.detail).toBe('refused <…> for now');
  });
});
