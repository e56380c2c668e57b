import type { AttemptResult } from './delivery.js';
import { outcomeOf, retryDelayMs } from './retry.rules.js';

const DAY = 24 * 3_600_000;
const BASE = { attempt: 1, giveUpAt: DAY, firstDelayMs: 5_000, now: 0, spread: 0.5 };

function result(change: Partial<AttemptResult> = {}): AttemptResult {
  const failure = { code: 'webhooks.refused', detail: 'no' };
  return { at: 0, durationMs: 1, status: 500, body: '', failure, retryAfterMs: undefined, ...change };
}

describe('a delivery that fails', () => {
  it('is tried about a dozen times within a day, ever more seldom, and then given up', () => {
    const times: number[] = [];
    let now = 0;
    for (let attempt = 1; attempt < 100; attempt++) {
      const outcome = outcomeOf(result(), { ...BASE, attempt, now });
      if (outcome.kind !== 'retry') break;
      times.push(outcome.at - now);
      now = outcome.at;
    }
    expect(times.map((ms) => Math.round(ms / 1_000))).toEqual([
      5, 15, 45, 135, 405, 1_215, 3_645, 10_935, 21_600, 21_600, 21_600,
    ]);
    expect(now).toBeGreaterThan(DAY / 2);
    expect(now).toBeLessThanOrEqual(DAY);
  });

  it('comes back at a time of its own', () => {
    expect([retryDelayMs(1, 5_000, 0), retryDelayMs(1, 5_000, 1)]).toEqual([4_000, 6_000]);
  });

  it('waits as long as the receiver asks for, within reason', () => {
    const at = (ms: number) => outcomeOf(result({ retryAfterMs: ms }), BASE);
    expect(at(60_000)).toEqual({ kind: 'retry', at: 60_000 });
    expect(at(1)).toEqual({ kind: 'retry', at: 5_000 });
    expect(at(10 * DAY)).toEqual({ kind: 'retry', at: DAY / 4 });
  });

  it('is given up at once when the receiver is gone', () => {
    expect(outcomeOf(result({ status: 410 }), BASE)).toEqual({ kind: 'dead' });
  });

  it('is over when it has arrived', () => {
    expect(outcomeOf(result({ status: 204, failure: null }), BASE)).toEqual({ kind: 'delivered' });
  });
});
