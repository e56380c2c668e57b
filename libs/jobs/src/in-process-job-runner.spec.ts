import { Logger } from '@nestjs/common';
import { SystemClock } from '@parcours/kernel';

import { InProcessJobRunner } from './in-process-job-runner.js';
import type { JobHandler } from './job-handlers.js';

const JOB = { name: 'test' };

/** Work that ends when it is told to. */
class Desk {
  readonly started: string[] = [];
  readonly signals: AbortSignal[] = [];
  private readonly ends: (() => void)[] = [];
  private most = 0;
  private open = 0;

  readonly handle: JobHandler = async (key, signal) => {
    this.started.push(key);
    this.signals.push(signal);
    this.open++;
    this.most = Math.max(this.most, this.open);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    this.open--;
  };

  get mostAtOnce(): number {
    return this.most;
  }

  /** Ends the work that began first, and lets what follows from it happen. */
  async endOne(): Promise<void> {
    this.ends.shift()?.();
    await turns();
  }
}

async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe('a job runner in this process', () => {
  let runner: InProcessJobRunner;
  let desk: Desk;

  function start(concurrency: number, handle: JobHandler = desk.handle): void {
    runner.start([{ job: JOB, concurrency, handle }]);
  }
  beforeEach(() => {
    runner = new InProcessJobRunner(new SystemClock());
    desk = new Desk();
  });

  it('works a key that is woken', async () => {
    start(4);
    runner.wake(JOB, ['a', 'b']);
    await turns();
    expect(desk.started).toEqual(['a', 'b']);
  });

  it('works one key once for any number of wake-ups before it begins', async () => {
    start(4);
    for (let at = 0; at < 100; at++) runner.wake(JOB, ['a']);
    await turns();
    expect(desk.started).toEqual(['a']);
  });

  it('works a key that is woken at work once more, when that work is done', async () => {
    start(4);
    runner.wake(JOB, ['a']);
    await turns();
    for (let at = 0; at < 100; at++) runner.wake(JOB, ['a']);
    await turns();
    expect(desk.started).toEqual(['a']);
    await desk.endOne();
    expect(desk.started).toEqual(['a', 'a']);
    await desk.endOne();
    expect(desk.started).toEqual(['a', 'a']);
    expect(desk.mostAtOnce).toBe(1);
  });

  it('works no more keys at once than it may, and then the others in their order', async () => {
    start(2);
    runner.wake(JOB, ['a', 'b', 'c', 'd']);
    await turns();
    expect(desk.started).toEqual(['a', 'b']);
    await desk.endOne();
    expect(desk.started).toEqual(['a', 'b', 'c']);
    await desk.endOne();
    expect(desk.started).toEqual(['a', 'b', 'c', 'd']);
    expect(desk.mostAtOnce).toBe(2);
  });

  it('lets others go on when one fails, and works the failed key again when it is woken', async () => {
    Logger.overrideLogger(false);
    const failing: string[] = [];
    start(1, (key) => {
      failing.push(key);
      return Promise.reject(new RangeError('given up'));
    });
    runner.wake(JOB, ['a', 'b']);
    await turns();
    expect(failing).toEqual(['a', 'b']);
    runner.wake(JOB, ['a']);
    await turns();
    expect(failing).toEqual(['a', 'b', 'a']);
  });

  it('takes no wake-ups for a job that nobody handles', async () => {
    start(1);
    runner.wake({ name: 'other' }, ['a']);
    await turns();
    expect(desk.started).toEqual([]);
  });

  it('stops when the work at hand is done, and begins no other', async () => {
    start(1);
    runner.wake(JOB, ['a', 'b']);
    await turns();
    let hasStopped = false;
    const stopped = runner.stop().then(() => {
      hasStopped = true;
    });
    runner.wake(JOB, ['c', 'a']);
    await turns();
    expect({ hasStopped, aborted: desk.signals[0]?.aborted }).toEqual({ hasStopped: false, aborted: true });
    await desk.endOne();
    await stopped;
    expect(desk.started).toEqual(['a']);
    expect(await runner.isHealthy()).toBe(false);
  });

  describe('at a time', () => {
    beforeEach(() => jest.useFakeTimers({ now: 1_000_000, doNotFake: ['setImmediate'] }));
    afterEach(() => jest.useRealTimers());
    const instantly: string[] = [];
    const startInstantly = () => {
      instantly.length = 0;
      start(1, async (key) => {
        instantly.push(`${key} ${String(Date.now() - 1_000_000)}`);
      });
    };
    const pass = async (ms: number) => {
      await jest.advanceTimersByTimeAsync(ms);
      await turns();
    };

    it('wakes a key, not before', async () => {
      startInstantly();
      runner.wakeAt(JOB, 'a', 1_001_000);
      await pass(999);
      expect(instantly).toEqual([]);
      await pass(1);
      expect(instantly).toEqual(['a 1000']);
    });

    it('wakes for every time asked for, in whatever order they were told', async () => {
      startInstantly();
      for (const ms of [2_000, 1_000, 3_000, 1_000]) runner.wakeAt(JOB, 'a', 1_000_000 + ms);
      for (let second = 0; second < 4; second++) await pass(1_000);
      expect(instantly).toEqual(['a 1000', 'a 2000', 'a 3000']);
    });

    it('bundles times that lie close together at the end of their slot, a quarter of a second at most', async () => {
      startInstantly();
      for (const ms of [1_010, 1_100, 1_240]) runner.wakeAt(JOB, 'a', 1_000_000 + ms);
      await pass(1_249);
      expect(instantly).toEqual([]);
      await pass(1);
      expect(instantly).toEqual(['a 1250']);
    });

    it('wakes at once for a time that is over', async () => {
      startInstantly();
      runner.wakeAt(JOB, 'a', 999_999);
      await turns();
      expect(instantly).toEqual(['a 0']);
    });

    it('leaves far times to the sweep', () => {
      startInstantly();
      runner.wakeAt(JOB, 'a', 1_000_000 + 86_400_000);
      expect(jest.getTimerCount()).toBe(0);
    });

    it('wakes nothing more once it has stopped', async () => {
      startInstantly();
      runner.wakeAt(JOB, 'a', 1_001_000);
      await runner.stop();
      runner.wakeAt(JOB, 'b', 1_001_000);
      await pass(2_000);
      expect(instantly).toEqual([]);
    });
  });
});
