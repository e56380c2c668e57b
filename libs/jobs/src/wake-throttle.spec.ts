import { WakeThrottle } from './wake-throttle.js';

describe('a throttle of wake-ups', () => {
  let sent: string[];
  let throttle: WakeThrottle;
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    sent = [];
    throttle = new WakeThrottle(Date.now, (keys) => sent.push(...keys));
  });
  afterEach(() => jest.useRealTimers());

  it('sends every wake-up at once while it is calm', () => {
    for (let at = 0; at < 5; at++) throttle.wake(['a'], 'calm');
    throttle.wake(['b', 'c'], 'calm');
    expect(sent).toEqual(['a', 'a', 'a', 'a', 'a', 'b', 'c']);
  });

  it('sends the first of a key at once in a rush, holds the others back, and sends the last', () => {
    for (let at = 0; at < 50; at++) throttle.wake(['a'], 'rush');
    expect(sent).toEqual(['a']);
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual(['a', 'a']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('takes very many calls for a rush', () => {
    for (let at = 0; at < 1_000; at++) throttle.wake(['a'], 'calm');
    expect(sent.length).toBeLessThan(200);
    const before = sent.length;
    jest.advanceTimersByTime(1_000);
    expect(sent).toHaveLength(before + 1);
  });

  it('knows keys apart', () => {
    throttle.wake(['a'], 'rush');
    throttle.wake(['a', 'b'], 'rush');
    expect(sent).toEqual(['a', 'b']);
  });

  it('is calm again after a rush', () => {
    for (let at = 0; at < 10; at++) throttle.wake(['a'], 'rush');
    jest.advanceTimersByTime(2_000);
    sent.length = 0;
    throttle.wake(['a'], 'calm');
    throttle.wake(['a'], 'calm');
    expect(sent).toEqual(['a', 'a']);
  });

  it('sends what it holds back when it is flushed, once', () => {
    throttle.wake(['a'], 'rush');
    throttle.wake(['a'], 'rush');
    throttle.flush();
    expect(sent).toEqual(['a', 'a']);
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual(['a', 'a']);
  });
});
