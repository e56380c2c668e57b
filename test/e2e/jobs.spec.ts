import { Logger } from '@nestjs/common';
import { SystemClock } from '@parcours/kernel';
import { createQueuePrefix, startPrivateServices, waitFor } from '@parcours/testing';
import type { Services, TestQueuePrefix } from '@parcours/testing';
import { Redis } from 'ioredis';
import { BullMqJobRunner } from '../../libs/jobs/src/bullmq-job-runner.js';
import type { JobHandler } from '../../libs/jobs/src/job-handlers.js';

Logger.overrideLogger(false);

const JOB = { name: 'test' };

describe('wake-ups through BullMQ', () => {
  const runners: BullMqJobRunner[] = [];
  let queue: TestQueuePrefix;
  beforeEach(() => {
    queue = createQueuePrefix();
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await queue.clear();
  });

  function aRunner(redisUrl = queue.redisUrl): BullMqJobRunner {
    const runner = new BullMqJobRunner({ redisUrl, prefix: queue.prefix }, new SystemClock());
    runners.push(runner);
    return runner;
  }

  function aWorker(handle: JobHandler, concurrency = 4): BullMqJobRunner {
    const runner = aRunner();
    runner.start([{ job: JOB, concurrency, handle }]);
    return runner;
  }

  it('reach a worker in another process, each key once', async () => {
    const worked: string[] = [];
    aWorker(async (key) => void worked.push(key));
    aRunner().wake(JOB, ['a', 'b', 'c']);
    await waitFor(() => worked.length >= 3);
    expect(worked.sort()).toEqual(['a', 'b', 'c']);
  });

  it('are not lost while their key is at work: 1,000 of them are followed by one more look', async () => {
    // What a lane does: it takes what is there when it looks. A lost wake-up would leave something behind.
    let written = 0;
    let taken = 0;
    let looks = 0;
    let [open, most] = [0, 0];
    aWorker(async () => {
      most = Math.max(most, ++open);
      looks++;
      const seen = written;
      await new Promise((resolve) => setImmediate(resolve));
      taken = seen;
      open--;
    });
    const sender = aRunner();
    for (let at = 0; at < 1_000; at++) {
      written++;
      sender.wake(JOB, ['lane']);
      if (at % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await waitFor(() => taken === 1_000, {
      describe: () => `1,000 to be taken; ${taken} were`,
    });
    expect({ most, looks: looks < 1_000 }).toEqual({ most: 1, looks: true });
  });

  it('come at their time, and not before', async () => {
    const worked: { key: string; at: number }[] = [];
    const runner = aWorker(async (key) => void worked.push({ key, at: Date.now() }));
    const start = Date.now();
    runner.wakeAt(JOB, 'late', start + 1_500);
    runner.wakeAt(JOB, 'early', start + 500);
    runner.wakeAt(JOB, 'past', start - 1);
    await waitFor(() => worked.length >= 3);
    expect(worked.map(({ key }) => key)).toEqual(['past', 'early', 'late']);
    const lateness = worked.slice(1).map(({ key, at }) => at - start - (key === 'late' ? 1_500 : 500));
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lateness)).toBeLessThan(30_000);
  });

  it('come for every time of a key, asked for from within its own work too', async () => {
    const start = Date.now();
    const times = [600, 700, 1_100, 1_150, 1_900].map((ms) => start + ms);
    let done = 0;
    const runner: BullMqJobRunner = aWorker(async () => {
      while (done < times.length && times[done]! <= Date.now()) done++;
      const next = times[done];
      if (next !== undefined) runner.wakeAt(JOB, 'lane', next);
    });
    runner.wake(JOB, ['lane']);
    await waitFor(() => done === times.length, {
      describe: () => `all times; ${done} came`,
    });
    expect(Date.now() - start).toBeLessThan(30_000);
  });

  it('leave nothing behind in Redis when they are worked', async () => {
    let worked = 0;
    const runner = aWorker(async () => {
      worked++;
    });
    runner.wake(
      JOB,
      Array.from({ length: 200 }, (_, at) => `k-${at}`),
    );
    runner.wakeAt(JOB, 'later', Date.now() + 300);
    await waitFor(() => worked >= 201);
    const redis = new Redis(queue.redisUrl);
    try {
      // The keys of jobs are numbered or carry the key; those of the queue itself have fixed names.
      const jobs = await waitFor(async () => {
        const keys = await redis.keys(`${queue.prefix}:test:*`);
        const left = keys.filter((key) => /:test:(\d+|test-.*|de:.*)$/.test(key));
        return left.length === 0 && { left };
      });
      expect(jobs.left).toEqual([]);
    } finally {
      redis.disconnect();
    }
  });

  it('a worker that stops ends its work first and takes no other', async () => {
    const worked: string[] = [];
    const ends: (() => void)[] = [];
    const runner = aWorker((key) => {
      worked.push(key);
      return new Promise((resolve) => ends.push(resolve));
    }, 1);
    runner.wake(JOB, ['a', 'b']);
    await waitFor(() => ends.length === 1);
    let hasStopped = false;
    const stopped = runner.stop().then(() => {
      hasStopped = true;
    });
    expect(hasStopped).toBe(false);
    ends[0]!();
    await stopped;
    expect(worked).toEqual(['a']);
    const later: string[] = [];
    aWorker(async (key) => void later.push(key));
    await waitFor(() => later.length > 0);
    expect(later).toEqual(['b']);
  });

  describe('without Redis', () => {
    let services: Services;
    beforeEach(async () => {
      services = await startPrivateServices({ mariadb: false });
    });
    afterEach(async () => {
      await Promise.all(runners.splice(0).map((runner) => runner.stop()));
      await services.stop();
    });

    it('throw nothing, hold nobody up, and come again when it is back', async () => {
      const worked: string[] = [];
      const runner = aRunner(services.redisUrl);
      runner.start([{ job: JOB, concurrency: 1, handle: async (key) => void worked.push(key) }]);
      runner.wake(JOB, ['before']);
      await waitFor(() => worked.length === 1);

      await services.killRedis();
      await waitFor(async () => !(await runner.isHealthy()));
      const start = performance.now();
      for (let at = 0; at < 1_000; at++) {
        runner.wake(JOB, [`lost-${at}`]);
        runner.wakeAt(JOB, `lost-${at}`, Date.now() + 1_000);
      }
      expect(performance.now() - start).toBeLessThan(10_000);

      await services.startRedis();
      await waitFor(() => runner.isHealthy());
      await waitFor(() => {
        runner.wake(JOB, ['after']);
        return worked.includes('after');
      });
      expect(worked[0]).toBe('before');
    });
  });
});
