/** Private MariaDB and Redis on free loopback ports: for the tests, the benchmark and development. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBinaries } from './binaries.mjs';
import { startMariadb } from './mariadb.mjs';
import { endProcess, freePort } from './processes.mjs';
import { startRedis } from './redis.mjs';
import { FOLDER_PREFIX, recordRun, sweepStale } from './stale.mjs';

export { ensureBinaries, ensureChromium } from './binaries.mjs';
export { recordRun, sweepStale } from './stale.mjs';

const ATTEMPTS = 3;

/**
 * Starts the servers asked for in a temporary folder, which `stop()` removes. `durable` fsyncs every commit.
 * @returns {Promise<import('./index.d.mts').Services>}
 */
export async function startServices({ durable = false, mariadb = true, redis = true } = {}) {
  const binaries = await ensureBinaries({ mariadb, redis });
  await sweepStale();
  const dir = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
  const services = new PrivateServices({ binaries, dir, durable });
  try {
    await recordRun(dir, {});
    if (mariadb) await services.startDatabase();
    if (redis) await services.startRedis();
    return services;
  } catch (error) {
    await services.stop();
    throw error;
  }
}

class PrivateServices {
  pids = {};
  databaseUrl = undefined;
  redisUrl = undefined;
  #settings;
  #password = randomBytes(12).toString('hex');
  #ports = {};

  constructor({ binaries, dir, durable }) {
    this.dir = dir;
    this.#settings = { binaries, durable };
  }

  /** Starts MariaDB; after `killDatabase` on the same data and port. */
  async startDatabase() {
    const dir = join(this.dir, 'mariadb');
    await mkdir(dir, { recursive: true });
    const start = (port) =>
      startMariadb({ ...this.#settings, dir, socket: join(dir, 'm.sock'), port, password: this.#password });
    await this.#start('mariadb', start);
    this.databaseUrl = `mysql://parcours:${this.#password}@127.0.0.1:${this.#ports.mariadb}/parcours`;
  }

  /** Ends MariaDB with SIGKILL, as a crash would. */
  async killDatabase() {
    await this.#end('mariadb', 'SIGKILL');
  }

  async startRedis() {
    const dir = join(this.dir, 'redis');
    await mkdir(dir, { recursive: true });
    await this.#start('redis', (port) => startRedis({ ...this.#settings, dir, port, persistent: false }));
    this.redisUrl = `redis://127.0.0.1:${this.#ports.redis}`;
  }

  async killRedis() {
    await this.#end('redis', 'SIGKILL');
  }

  /** Ends the servers and removes their folder; safe to call twice. */
  async stop() {
    await Promise.all([this.#end('mariadb', 'SIGTERM'), this.#end('redis', 'SIGTERM')]);
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }

  async #start(name, start) {
    if (this.pids[name]) return;
    for (let attempt = 1; ; attempt += 1) {
      const port = this.#ports[name] ?? (await freePort());
      try {
        this.pids[name] = await start(port);
        this.#ports[name] = port;
        await recordRun(this.dir, this.pids);
        return;
      } catch (error) {
        // The port may have been taken between the look and the start.
        if (attempt === ATTEMPTS || !/already in use/i.test(error.message)) throw error;
      }
    }
  }

  async #end(name, signal) {
    const pid = this.pids[name];
    if (!pid) return;
    await endProcess(pid, signal);
    delete this.pids[name];
  }
}
