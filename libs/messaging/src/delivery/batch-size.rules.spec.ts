import { FIRST_BATCH, nextBatchSize } from './batch-size.rules.js';

const LIMIT = 500;

/** The sizes of full batches, where each message takes so long. */
function sizes(msPerMessage: number, count = 6): number[] {
  const found = [FIRST_BATCH];
  while (found.length < count) {
    const size = found.at(-1) ?? 0;
    found.push(nextBatchSize({ size, count: size, tookMs: size * msPerMessage }, LIMIT));
  }
  return found;
}

describe('the size of the next batch', () => {
  it('grows to the most that there can be where the provider is fast', () => {
    expect(sizes(0.1)).toEqual([25, 100, 400, 500, 500, 500]);
  });

  it('is what a slow provider takes in half a second', () => {
    expect(sizes(20)).toEqual([25, 25, 25, 25, 25, 25]);
    expect(sizes(50)).toEqual([25, 10, 10, 10, 10, 10]);
  });

  it('is never so small that nothing gets on', () => {
    expect(sizes(5_000).at(-1)).toBe(5);
  });

  it('stays where a batch was not full, unless it took too long all the same', () => {
    expect(nextBatchSize({ size: 400, count: 1, tookMs: 100 }, LIMIT)).toBe(400);
    expect(nextBatchSize({ size: 400, count: 100, tookMs: 2_000 }, LIMIT)).toBe(25);
  });

  it('follows a limit that was lowered', () => {
    expect(nextBatchSize({ size: 400, count: 1, tookMs: 1 }, 50)).toBe(50);
  });
});
