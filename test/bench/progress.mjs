import { setTimeout as delay } from 'node:timers/promises';
import { nowMs } from './monotonic-clock.mjs';

const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;
const STANDSTILL_MS = 30_000;

/**
 * Looks at a count until it reaches `expected`. The looks become more frequent as the end comes near, so that the end
 * is met within a few milliseconds and the counting costs the measured system almost nothing.
 * @param {object} goal
 * @param {() => Promise<number>} goal.read
 * @param {number} goal.expected
 * @param {string} goal.what for the message of a failure
 * @param {() => void} [goal.check] throws when going on makes no sense
 * @returns {Promise<number>} monotonic milliseconds of the look that saw the count
 */
export async function untilReached({ read, expected, what, check = () => undefined }) {
  let last = { at: nowMs(), count: await read() };
  const first = last;
  let movedAt = last.at;
  for (;;) {
    if (last.count >= expected) return last.at;
    const rate = (last.count - first.count) / Math.max(1, last.at - first.at);
    const remaining = rate > 0 ? (expected - last.count) / rate : 0;
    await delay(Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, remaining * 0.6)));
    check();
    const count = await read();
    const at = nowMs();
    if (count !== last.count) movedAt = at;
    if (at - movedAt > STANDSTILL_MS) {
      throw new Error(
        `${what}: ${count} of ${expected}, and nothing has moved for ${STANDSTILL_MS / 1000} s`,
      );
    }
    last = { at, count };
  }
}
