import { Redis } from 'ioredis';

const READ_ENTRIES = 5_000;
const FOLLOW_EVERY_MS = 500;

/** Looks into Redis from outside, and counts its own commands so that they can be taken off the server's counters. */
export class RedisProbe {
  #redis;
  #commands = 0;
  #positions = new Map();
  #completed = 0;
  #timer;
  #reading = Promise.resolve();

  constructor(url) {
    this.#redis = new Redis(url, { enableReadyCheck: false });
  }

  async version() {
    return /redis_version:(\S+)/.exec(await this.#call('info', 'server'))[1];
  }

  async usedMemory() {
    return Number(/used_memory:(\d+)/.exec(await this.#call('info', 'memory'))[1]);
  }

  /** Commands that the server worked, those inside scripts included, without this probe's share. */
  async commands() {
    const before = this.#commands;
    return Number(/total_commands_processed:(\d+)/.exec(await this.#call('info', 'stats'))[1]) - before;
  }

  /** Counts the jobs that BullMQ reports as completed in its queues' event streams, from now on. */
  async followJobs() {
    this.#completed = 0;
    this.#positions.clear();
    for (const stream of await this.#streams()) {
      const [last] = await this.#call('xrevrange', stream, '+', '-', 'COUNT', 1);
      this.#positions.set(stream, last?.[0] ?? '0-0');
    }
    this.#timer = setInterval(() => {
      this.#reading = this.#reading.then(() => this.#readEvents());
    }, FOLLOW_EVERY_MS);
  }

  /** @returns {Promise<number>} completed jobs since `followJobs()` */
  async jobsCompleted() {
    clearInterval(this.#timer);
    await this.#reading;
    await this.#readEvents();
    return this.#completed;
  }

  close() {
    clearInterval(this.#timer);
    this.#redis.disconnect();
  }

  async #readEvents() {
    for (const stream of await this.#streams()) {
      const after = this.#positions.get(stream) ?? '0-0';
      const entries = await this.#call('xrange', stream, `(${after}`, '+', 'COUNT', READ_ENTRIES);
      if (entries.length === 0) continue;
      this.#positions.set(stream, entries.at(-1)[0]);
      this.#completed += entries.filter(
        ([, fields]) => fields[fields.indexOf('event') + 1] === 'completed',
      ).length;
    }
  }

  /** BullMQ keeps one stream a queue. */
  #streams() {
    return this.#call('keys', '*:events');
  }

  #call(command, ...values) {
    this.#commands++;
    return this.#redis.call(command, ...values);
  }
}
