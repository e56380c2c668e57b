import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServices } from '../../scripts/services/index.mjs';
import { freePort } from '../../scripts/services/processes.mjs';
import { FOLDER_PREFIX, recordRun } from '../../scripts/services/stale.mjs';
import { Api } from './api.mjs';
import { Load } from './load.mjs';
import { MysqlProbe } from './mysql-probe.mjs';
import { cpuSeconds, machineCpuSeconds, residentMb } from './process-usage.mjs';
import { ProductProcess } from './product-process.mjs';
import { RedisProbe } from './redis-probe.mjs';
import { Sink } from './sink.mjs';
import { SqliteProbe } from './sqlite-probe.mjs';

const HOST = '127.0.0.1';
const plugins = ['noop-plugin', 'people-plugin'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/**
 * Everything that one pass of one profile needs, on free loopback ports: the servers with durable commits, the product,
 * the receiving mail server and the load.
 */
export class Stack {
  /** @type {ProductProcess[]} */
  products = [];
  #settings;
  #services;
  #dir;
  #token = `prc_${randomBytes(24).toString('hex')}`;
  #secretKey = randomBytes(32).toString('base64');

  /**
   * @param {object} settings
   * @param {'server' | 'embedded'} settings.profile
   * @param {number} settings.workers worker processes of the server profile
   * @param {Record<string, string>} settings.env further variables of the product
   * @param {string | undefined} settings.cpuProfileDir where CPU profiles of the product go
   * @param {boolean} settings.keep leaves the folder behind
   */
  constructor(settings) {
    this.#settings = settings;
  }

  /** Starts everything but the product, which `startProduct()` does. */
  async start() {
    await this.#startServers();
    this.sink = await Sink.start();
    this.api = new Api({ host: HOST, port: await freePort(), token: this.#token });
    this.load = new Load(this.api.target);
  }

  get isServer() {
    return this.#settings.profile === 'server';
  }

  async startProduct() {
    const { workers } = this.#settings;
    this.products.push(await this.#startProcess('api'));
    if (!this.isServer) return;
    for (let at = 0; at < workers; at++) this.products.push(await this.#startProcess('worker'));
  }

  async stopProduct() {
    await Promise.all(this.products.splice(0).map((product) => product.stop()));
  }

  /** Runs `work` while no worker process does; call it when the workers are idle. */
  async withWorkersHalted(work) {
    const workers = this.products.filter(({ name }) => name === 'worker');
    for (const worker of workers) worker.halt();
    try {
      return await work();
    } finally {
      for (const worker of workers) worker.goOn();
    }
  }

  async restartProduct() {
    await this.stopProduct();
    await this.startProduct();
  }

  /** @throws when a process of the product has ended */
  assertRunning() {
    for (const product of this.products) product.assertRunning();
  }

  lastWords() {
    return this.products.map((product) => `${product.name}:\n${product.lastWords()}`).join('\n');
  }

  async versions() {
    const database = await this.database.version();
    return this.isServer ? { mariadb: database, redis: await this.redis.version() } : { sqlite: database };
  }

  /** Resident memory of each process of the product and what Redis says that it uses, in MB. */
  async memory() {
    const workers = this.products.filter(({ name }) => name === 'worker' || !this.isServer);
    return {
      apiMb: residentMb(this.products[0].pid),
      workerMb: Math.max(...workers.map(({ pid }) => residentMb(pid))),
      redisMb: this.redis ? (await this.redis.usedMemory()) / 1024 / 1024 : 0,
    };
  }

  /** Resident memory of the product's largest process. */
  largestProcessMb() {
    return Math.max(...this.products.map(({ pid }) => residentMb(pid)));
  }

  /** Seconds of a core used so far by each part, and by whatever else the machine does (`others`). */
  cpu() {
    const used = {};
    const add = (name, pid) => (used[name] = (used[name] ?? 0) + (cpuSeconds(pid) ?? NaN));
    for (const { name, pid } of this.products) add(name, pid);
    for (const [name, pid] of Object.entries(this.#services?.pids ?? {})) add(name, pid);
    add('sink', this.sink.pid);
    add('load', this.load.pid);
    const ours = Object.values(used).reduce((sum, seconds) => sum + seconds, 0);
    return { ...used, others: (machineCpuSeconds() ?? NaN) - ours };
  }

  async stop() {
    await this.stopProduct();
    this.load?.stop();
    this.sink?.stop();
    this.redis?.close();
    await this.database?.close().catch(() => undefined);
    await this.#services?.stop();
    if (this.#dir && !this.#settings.keep)
      await rm(this.#dir, { recursive: true, force: true, maxRetries: 5 });
    if (this.#dir && this.#settings.keep) console.error(`kept: ${this.#dir}`);
  }

  async #startServers() {
    this.#dir = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
    await recordRun(this.#dir, {});
    if (!this.isServer) {
      this.database = new SqliteProbe(join(this.#dir, 'bench.sqlite'));
      return;
    }
    this.#services = await startServices({ durable: true });
    this.database = await MysqlProbe.open(this.#services.databaseUrl);
    this.redis = new RedisProbe(this.#services.redisUrl);
  }

  #startProcess(name) {
    const { cpuProfileDir } = this.#settings;
    const nodeArguments = cpuProfileDir ? ['--cpu-prof', `--cpu-prof-dir=${cpuProfileDir}`] : [];
    return ProductProcess.start(name, { env: this.environment, nodeArguments });
  }

  /** The variables of the product's processes. */
  get environment() {
    const databaseUrl = this.isServer
      ? this.#services.databaseUrl
      : `sqlite:${join(this.#dir, 'bench.sqlite')}`;
    return {
      NODE_ENV: 'production',
      PARCOURS_PROFILE: this.#settings.profile,
      PARCOURS_HOST: HOST,
      PARCOURS_PORT: String(this.api.target.port),
      PARCOURS_DATABASE_URL: databaseUrl,
      ...(this.isServer ? { PARCOURS_REDIS_URL: this.#services.redisUrl } : {}),
      PARCOURS_ADMIN_TOKEN: this.#token,
      PARCOURS_SECRET_KEY: this.#secretKey,
      PARCOURS_PLUGIN_DIRS: plugins.join(','),
      PARCOURS_LOG_LEVEL: 'warn',
      ...this.#settings.env,
    };
  }
}
