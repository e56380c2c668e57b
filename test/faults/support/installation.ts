import { randomBytes } from 'node:crypto';
import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import { profiles, spawnApp } from '@parcours/testing';
import type { AppExit, ProfileName, ProfileServers, ProfileSetup, SpawnedApp } from '@parcours/testing';
import { ApiClient } from './api-client.js';
import { CountingSink } from './counting-sink.js';
import type { SinkBehaviour } from './counting-sink.js';

export interface InstallationOptions {
  readonly servers?: ProfileServers;
  readonly sink?: SinkBehaviour;
  /** Variables of the product beside those that every installation has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A crash is made good within seconds, so that tests need not wait for the usual lease of a quarter of a minute. */
const QUICK_RECOVERY = { PARCOURS_LEASE_MS: '1000', PARCOURS_SWEEP_MS: '300' };
const TOKEN = `prc_${randomBytes(24).toString('hex')}`;

/** The whole product with a database, a queue and a mail server of its own, in processes that can be killed. */
export class Installation {
  readonly client = new ApiClient(TOKEN);
  private startedApi: SpawnedApp | undefined;
  private readonly workers = new Set<SpawnedApp>();
  private opened: Database | undefined;

  private constructor(
    private readonly setup: ProfileSetup,
    readonly sink: CountingSink,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Starts the API of the profile, and with it everything that the embedded one has. */
  static async start(profile: ProfileName, options: InstallationOptions = {}): Promise<Installation> {
    const found = profiles.find(({ name }) => name === profile);
    if (!found) throw new Error(`no profile is called ${profile}`);
    const setup = await found.prepare(options.servers);
    const sink = new CountingSink(options.sink);
    await sink.open();
    const installation = new Installation(setup, sink, {
      ...setup.environment,
      ...QUICK_RECOVERY,
      PARCOURS_PORT: '0',
      PARCOURS_ADMIN_TOKEN: TOKEN,
      PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
      PARCOURS_LOG_LEVEL: 'warn',
      ...options.settings,
    });
    await installation.startApi();
    const { database } = new ParcoursConfig(setup.environment);
    installation.opened = new Database(await openDataSource(await dataSourceOptions(database)));
    return installation;
  }

  /** A look into the tables from outside. */
  get database(): Database {
    if (!this.opened) throw new Error('the installation has not started');
    return this.opened;
  }

  get api(): SpawnedApp {
    if (!this.startedApi) throw new Error('the installation has not started');
    return this.startedApi;
  }

  async startApi(): Promise<SpawnedApp> {
    const api = await spawnApp('api', this.environment, { ready: /parcours api ready on (\S+)/ });
    this.startedApi = api;
    this.client.url = api.ready[1] ?? '';
    return api;
  }

  async startWorker(): Promise<SpawnedApp> {
    const worker = await spawnApp('worker', this.environment, { ready: /parcours worker ready/ });
    this.workers.add(worker);
    return worker;
  }

  /** SIGKILL, and the certainty that the process is gone. */
  async kill(app: SpawnedApp | undefined): Promise<void> {
    if (!app) return;
    app.kill('SIGKILL');
    await app.exited;
    this.workers.delete(app);
  }

  /** SIGTERM; a process that has not drained within a supervisor's usual patience is killed, which its exit shows. */
  async stop(app: SpawnedApp): Promise<AppExit> {
    const exit = await app.stop(10_000);
    this.workers.delete(app);
    return exit;
  }

  /** What the processes wrote: the reason, when a test fails. */
  output(): string {
    return [this.api, ...this.workers].map((app) => app.output().slice(-2_000)).join('\n');
  }

  async dispose(): Promise<void> {
    await Promise.all([this.startedApi, ...this.workers].map((app) => this.kill(app)));
    await this.sink.close();
    await this.opened?.dataSource.destroy().catch(() => undefined);
    await this.setup.dispose();
  }
}
