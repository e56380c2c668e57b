import { ManualClock } from './clock.js';
import { firstIdAt, ID_EPOCH, ID_MAX_AHEAD_MS, IdGenerator, timeOfId, idOf } from './ids.js';

const START = ID_EPOCH + 1_000_000;

function take(generator: IdGenerator, count: number): number[] {
  return Array.from({ length: count }, () => generator.next());
}

describe('an id generator', () => {
  it('makes ids that grow, however many in a millisecond', () => {
    const ids = take(new IdGenerator(3, new ManualClock(START)), 10_000);
    const sorted = [...ids].sort((a, b) => a - b);
    expect(ids).toEqual(sorted);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('makes ids that no other node makes at the same time', () => {
    const clock = new ManualClock(START);
    const ids = [0, 1, 64, 127].flatMap((node) => take(new IdGenerator(node, clock), 1_000));
    expect(new Set(ids).size).toBe(4_000);
  });

  it('puts the time first, so that ids of later times are larger on every node', () => {
    const clock = new ManualClock(START);
    const early = take(new IdGenerator(127, clock), 64).at(-1) ?? 0;
    clock.advance(1);
    const late = new IdGenerator(0, clock).next();
    expect(late).toBeGreaterThan(early);
  });

  it('dates ids by when they are made, also in a process that makes few', () => {
    const clock = new ManualClock(START);
    const [quiet, other] = [new IdGenerator(5, clock), new IdGenerator(6, clock)];
    const ids = [quiet.next()];
    for (let hour = 1; hour <= 3; hour++) {
      clock.advance(3_600_000);
      ids.push(other.next());
      clock.advance(5);
      ids.push(quiet.next());
      expect(timeOfId(ids.at(-1) ?? 0)).toBe(clock.now());
    }
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('stays within the whole numbers of JavaScript until 2060', () => {
    const id = new IdGenerator(127, new ManualClock(Date.UTC(2060, 0, 1))).next();
    expect(Number.isSafeInteger(id)).toBe(true);
  });

  it('borrows from the coming milliseconds in a burst, and pays back when the clock has passed them', () => {
    const clock = new ManualClock(START);
    const generator = new IdGenerator(0, clock);
    const borrowed = take(generator, 64 * 5).at(-1) ?? 0;
    expect(timeOfId(borrowed)).toBe(START + 4);
    clock.advance(100);
    expect(timeOfId(generator.next())).toBe(START + 100);
  });

  it('refuses to run further ahead of the clock than a node number rests', () => {
    const generator = new IdGenerator(0, new ManualClock(START));
    expect(() => take(generator, 64 * (ID_MAX_AHEAD_MS + 2))).toThrow(
      expect.objectContaining({ code: 'ids.node-expired', retryable: true }),
    );
  });

  it('goes on upwards when the clock goes back', () => {
    const clock = new ManualClock(START);
    const generator = new IdGenerator(0, clock);
    const before = take(generator, 70).at(-1) ?? 0;
    clock.set(START - 5_000);
    const after = take(generator, 70);
    expect(Math.min(...after)).toBeGreaterThan(before);
  });

  it('makes no ids once the lease of its node number is over, and again once it is renewed', () => {
    const clock = new ManualClock(START);
    let expiresAt = START + 1_000;
    const generator = new IdGenerator(0, clock, () => expiresAt);
    generator.next();
    clock.advance(1_000);
    expect(() => take(generator, 65)).toThrow(
      expect.objectContaining({ code: 'ids.node-expired', status: 503 }),
    );
    expiresAt += 1_000;
    expect(generator.next()).toBeGreaterThan(0);
  });

  it.each([-1, 128, 1.5, Number.NaN])('has no node %p', (node) => {
    expect(() => new IdGenerator(node, new ManualClock(START))).toThrow(RangeError);
  });
});

describe('the time of an id', () => {
  it('is the millisecond in which it was made', () => {
    expect(timeOfId(new IdGenerator(5, new ManualClock(START)).next())).toBe(START);
  });

  it('divides ids: the first of a millisecond is above every one before', () => {
    const clock = new ManualClock(START);
    const before = take(new IdGenerator(127, clock), 64);
    clock.advance(1);
    const after = take(new IdGenerator(0, clock), 1);
    expect(Math.max(...before)).toBeLessThan(firstIdAt(START + 1));
    expect(after[0]).toBe(firstIdAt(START + 1));
    expect(firstIdAt(0)).toBe(0);
  });
});

describe('an id in a text', () => {
  it.each([
    ['8812345678905678', 8_812_345_678_905_678],
    ['007', 7],
    ['', 0],
    ['-1', 0],
    ['1.5', 0],
    ['1e3', 0],
    ['12345678901234567', 0],
    ['nothing', 0],
  ])('%p stands for %p', (text, id) => {
    expect(idOf(text)).toBe(id);
  });
});
