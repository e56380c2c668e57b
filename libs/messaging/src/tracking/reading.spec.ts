import { ManualClock } from '@parcours/kernel';

import type { NewReaction } from '../reactions/reaction.js';
import type { ReactionIntake } from '../reactions/reaction-intake.service.js';
import { Readings, TRACKED_FOR_MS } from './reading.service.js';

const START = Date.UTC(2026, 5, 1);
const BROWSER = { method: 'GET', headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' } };
const link = { messageId: 7, sentAt: START, place: [0, 1] as const, url: 'https://example.com/' };

function readingsWith(accept: (reactions: readonly NewReaction[]) => Promise<void>) {
  const clock = new ManualClock(START);
  const readings = new Readings({ accept } as ReactionIntake, clock);
  return { clock, readings };
}

describe('what readers do with messages', () => {
  it('is kept as long as a link is tracked, and not any longer', async () => {
    const kept: NewReaction[] = [];
    const { clock, readings } = readingsWith((reactions) => {
      kept.push(...reactions);
      return Promise.resolve();
    });
    clock.set(START + TRACKED_FOR_MS);
    await readings.clicked(link, BROWSER);
    expect(kept).toHaveLength(1);
    clock.set(START + TRACKED_FOR_MS + 1);
    await readings.clicked(link, BROWSER);
    await readings.opened({ messageId: 7, sentAt: START, countsProxies: false }, BROWSER);
    expect(kept).toHaveLength(1);
  });

  it('is looked at together where a young message has several links', async () => {
    const kept: NewReaction[] = [];
    const { clock, readings } = readingsWith((reactions) => {
      kept.push(...reactions);
      return Promise.resolve();
    });
    await readings.clicked({ ...link, place: [1, 3] }, BROWSER);
    await readings.clicked(link, BROWSER);
    clock.set(START + 3_600_000);
    await readings.clicked({ ...link, place: [1, 3] }, BROWSER);
    expect(kept.map(({ dueAt }) => dueAt)).toEqual([START + 5_000, undefined, undefined]);
  });

  it('is lost and counted where the database is down, and the reader goes on', async () => {
    const { readings } = readingsWith(() => Promise.reject(new RangeError('gone')));
    await expect(readings.clicked(link, BROWSER)).resolves.toBeUndefined();
    await expect(
      readings.opened({ messageId: 7, sentAt: START, countsProxies: false }, BROWSER),
    ).resolves.toBeUndefined();
    expect(readings.lost).toBe(2);
  });

  it('keeps nobody waiting for a database that does not answer', async () => {
    const { readings } = readingsWith(() => new Promise(() => undefined));
    await expect(readings.clicked(link, BROWSER)).resolves.toBeUndefined();
  });
});
