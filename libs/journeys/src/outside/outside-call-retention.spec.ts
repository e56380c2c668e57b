import type { ParcoursConfig } from '@parcours/config';
import type { Database } from '@parcours/database';
import type { Sweeps } from '@parcours/jobs';
import { Clock, timeOfId } from '@parcours/kernel';

import { OutsideCallRetention } from './outside-call-retention.js';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-02T08:00:00Z');

function retention(keptDays: number | undefined, stored: number) {
  const asked: { before: number }[] = [];
  let left = stored;
  const sql = {
    select: (_: string, [before, limit]: [number, number]) => {
      asked.push({ before });
      return Promise.resolve(Array.from({ length: Math.min(left, limit) }, (_each, id) => ({ id })));
    },
    run: (_: string, [ids]: [number[]]) => {
      left -= ids.length;
      return Promise.resolve(ids.length);
    },
  };
  const clock = new (class extends Clock {
    at = NOW;
    override now() {
      return this.at;
    }
  })();
  const parts: unknown = [{ outsideCalls: { keptDays } }, { sql }, clock, {}];
  const made = new OutsideCallRetention(...(parts as [ParcoursConfig, Database, Clock, Sweeps]));
  return { made, asked, clock, left: () => left };
}

describe('the retention of calls', () => {
  it('deletes what is over and old enough, a bounded number at a time, once an hour', async () => {
    const { made, asked, clock, left } = retention(30, 1_500);
    await made.sweep(new AbortController().signal);
    expect(left()).toBe(0);
    expect(asked).toHaveLength(2);
    expect(timeOfId(asked[0]!.before)).toBe(NOW - 30 * DAY_MS);
    await made.sweep(new AbortController().signal);
    expect(asked).toHaveLength(2);
    clock.at += 3_600_000;
    await made.sweep(new AbortController().signal);
    expect(asked).toHaveLength(3);
  });

  it('deletes nothing unless it is said how long they are kept', async () => {
    const { made, asked } = retention(undefined, 10);
    await made.sweep(new AbortController().signal);
    expect(asked).toEqual([]);
  });
});
