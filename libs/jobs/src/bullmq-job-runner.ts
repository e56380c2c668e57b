import { Logger } from '@nestjs/common';
import { type Clock, describeError } from '@parcours/kernel';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import type { JobDefinition } from './job-definition.js';
import type { RegisteredHandler } from './job-handlers.js';
import { JobRunner, type WakePace } from './job-runner.js';
import { slotOf } from './wake-slots.js';
import { WakeThrottle } from './wake-throttle.js';

export interface BullMqSettings {
  readonly redisUrl: string;
  readonly prefix: string;
}

/** Redis holds wake-ups of the near horizon only; the sweep finds what is due later. */
const HORIZON_MS = 900_000;
/** A worker that dies holds its job for this long; the sweep works the key meanwhile. */
const LOCK_MS = 10_000;

interface JobQueue {
  readonly queue: Queue;
  readonly throttle: WakeThrottle;
}

/** Wake-ups through BullMQ, one queue for a job. At most one job of a key waits while one is worked. */
export class BullMqJobRunner extends JobRunner {
  private readonly logger = new Logger(BullMqJobRunner.name);
  private readonly queues = new Map<string, JobQueue>();
  private readonly workers: Worker[] = [];
  private readonly receivers: Redis[] = [];
  private readonly pending = new Set<Promise<void>>();
  private readonly abort = new AbortController();
  /** Fails at once while Redis is away: a caller never waits for a wake-up to be taken. */
  private readonly sender: Redis;
  private isReported = false;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly settings: BullMqSettings,
    private readonly clock: Clock,
  ) {
    super();
    this.sender = new Redis(settings.redisUrl, { maxRetriesPerRequest: 0, connectTimeout: 5_000 });
    this.sender.on('error', (error: Error) => {
      this.report(error);
    });
    this.sender.on('ready', () => {
      this.isReported = false;
    });
  }

  override start(handlers: readonly RegisteredHandler[]): void {
    for (const { job, concurrency, handle } of handlers) {
      const work = (key: string) => this.follow(handle(key, this.abort.signal));
      const worker = new Worker(job.name, async ({ data }) => work(keyOf(data)), {
        prefix: this.settings.prefix,
        connection: this.receiver(),
        concurrency,
        lockDuration: LOCK_MS,
        stalledInterval: LOCK_MS / 2,
        maxStalledCount: 1_000_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      });
      worker.on('error', (error) => {
        this.report(error);
      });
      worker.on('failed', (wakeUp, error) => {
        const key = keyOf(wakeUp?.data);
        this.logger.error(`job ${job.name}-${key} failed, the sweep will repeat it: ${describeError(error)}`);
      });
      this.workers.push(worker);
    }
  }

  override wake(job: JobDefinition, keys: readonly string[], pace: WakePace = 'calm'): void {
    if (keys.length > 0) this.queueOf(job).throttle.wake(keys, pace);
  }

  override wakeAt(job: JobDefinition, key: string, at: number): void {
    const delay = at - this.clock.now();
    if (delay <= 0) {
      this.wake(job, [key]);
      return;
    }
    if (delay > HORIZON_MS) return;
    const slot = slotOf(at);
    const jobId = `${job.name}-${key}-at-${String(slot)}`;
    this.queueOf(job)
      .queue.add(job.name, { key }, { delay: delay + slot - at, jobId })
      .catch((error: unknown) => {
        this.report(error);
      });
  }

  override stop(): Promise<void> {
    this.stopped ??= this.drain();
    return this.stopped;
  }

  override async isHealthy(): Promise<boolean> {
    try {
      await this.sender.ping();
      return true;
    } catch {
      return false;
    }
  }

  private async drain(): Promise<void> {
    this.abort.abort();
    for (const { throttle } of this.queues.values()) throttle.flush();
    if (this.sender.status === 'ready') {
      await Promise.all(this.workers.map((worker) => worker.close()));
      await Promise.all([...this.queues.values()].map(({ queue }) => queue.close()));
    } else {
      // Without Redis a worker gets no new job, and would wait for ever to say good-bye.
      await Promise.allSettled(this.pending);
      await Promise.allSettled(this.workers.map((worker) => worker.close(true)));
    }
    for (const connection of [this.sender, ...this.receivers]) connection.disconnect();
  }

  private async follow(work: Promise<void>): Promise<void> {
    this.pending.add(work);
    try {
      await work;
    } finally {
      this.pending.delete(work);
    }
  }

  /** A worker waits for Redis as long as it takes. */
  private receiver(): Redis {
    const connection = new Redis(this.settings.redisUrl, { maxRetriesPerRequest: null });
    connection.on('error', (error: Error) => {
      this.report(error);
    });
    this.receivers.push(connection);
    return connection;
  }

  private queueOf(job: JobDefinition): JobQueue {
    const known = this.queues.get(job.name);
    if (known) return known;
    const queue = new Queue(job.name, {
      prefix: this.settings.prefix,
      connection: this.sender,
      skipVersionCheck: true,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (error) => {
      this.report(error);
    });
    const throttle = new WakeThrottle(
      () => this.clock.now(),
      (keys) => {
        this.send(queue, job, keys);
      },
    );
    const created = { queue, throttle };
    this.queues.set(job.name, created);
    return created;
  }

  private send(queue: Queue, job: JobDefinition, keys: readonly string[]): void {
    const wakeUps = keys.map((key) => ({
      name: job.name,
      data: { key },
      opts: { deduplication: { id: `${job.name}-${key}`, keepLastIfActive: true } },
    }));
    queue.addBulk(wakeUps).catch((error: unknown) => {
      this.report(error);
    });
  }

  /** Once an outage: the sweep does the work meanwhile. */
  private report(error: unknown): void {
    if (this.isReported || this.abort.signal.aborted) return;
    this.isReported = true;
    this.logger.warn(`wake-ups do not travel, the sweep takes over: ${describeError(error)}`);
  }
}

function keyOf(data: unknown): string {
  const key: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'key') : undefined;
  return typeof key === 'string' ? key : '';
}
