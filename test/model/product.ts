import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { configureHttp, createHttpAdapter } from '@parcours/http';
import { JobRunner, type Sweep, Sweeps } from '@parcours/jobs';
import { Clock, IdGenerator, ManualClock } from '@parcours/kernel';
import { type Profile, type ProfileSetup, type SmtpSink, startSmtpSink } from '@parcours/testing';
import { ApiModule } from '../../apps/api/src/app.module.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Fault } from './fault.js';

const TOKEN = `prc_${randomBytes(24).toString('hex')}`;
const DESK_NODE = 127;

/** After a crash, what had been claimed is free again this much later. */
export const LEASE_MS = 1_000;

/** Nothing works by itself: the test says when. */
class IdleJobs extends JobRunner {
  override wake(): void {
    return;
  }
  override wakeAt(): void {
    return;
  }
  override start(): void {
    return;
  }
  override stop(): Promise<void> {
    return Promise.resolve();
  }
  override isHealthy(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

/** The sweeps find all work there is, so that running them is running the product. */
class SweepsByHand {
  private readonly sweeps = new Map<string, Sweep>();

  register(name: string, sweep: Sweep): void {
    this.sweeps.set(name, sweep);
  }
  start(): void {
    return;
  }
  stop(): Promise<void> {
    return Promise.resolve();
  }
  /** Throws at once where there is none: a sweep that fails is part of the test, one that is missing is not. */
  run(name: string): Promise<void> {
    const sweep = this.sweeps.get(name);
    if (!sweep) throw new Error(`nobody has registered the sweep '${name}'`);
    return sweep(new AbortController().signal);
  }
}

/** What finds the work of a kind. */
const SWEEPS = {
  lanes: ['lanes'],
  deliveries: ['marketing-deliveries', 'transactional-deliveries'],
} as const;

interface Worker {
  readonly app: INestApplicationContext;
  readonly sweeps: SweepsByHand;
  readonly fault: Fault;
}

/** An installation on a clock of its own, whose worker can be made to die at any statement or commit. */
export class Product {
  private worker: Worker | undefined;
  private workers = 0;
  crashes = 0;

  private constructor(
    readonly clock: ManualClock,
    readonly smtp: SmtpSink,
    private readonly config: ParcoursConfig,
    private readonly desk: NestFastifyApplication,
    private readonly setup: ProfileSetup,
  ) {}

  static async start(profile: Profile, startsAt: number): Promise<Product> {
    const setup = await profile.prepare();
    const smtp = await startSmtpSink({
      answers: (to) => (to.startsWith('bounce') ? '554 5.7.1 refused' : undefined),
    });
    const config = new ParcoursConfig({
      ...setup.environment,
      PARCOURS_ADMIN_TOKEN: TOKEN,
      PARCOURS_SECRET_KEY: randomBytes(32).toString('base64'),
      PARCOURS_LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      PARCOURS_LANES: '1',
      PARCOURS_LEASE_MS: String(LEASE_MS),
      PARCOURS_TIMEZONE: 'UTC',
    });
    const clock = new ManualClock(startsAt);
    const sweeps = new SweepsByHand();
    const built = await overridden(Test.createTestingModule({ imports: [ApiModule.forRoot(config)] }), {
      clock,
      node: DESK_NODE,
      sweeps,
    }).compile();
    const desk = built.createNestApplication<NestFastifyApplication>(createHttpAdapter(config), {
      bodyParser: false,
      logger: false,
    });
    await configureHttp(desk, { version: '0.0.0' });
    await desk.init();
    return new Product(clock, smtp, config, desk, setup);
  }

  /** Reads what is on disk, past the process that may be dead. */
  get database(): Database {
    return this.desk.get(Database, { strict: false });
  }

  async call(method: 'POST' | 'PUT', path: string, body: object): Promise<number> {
    const { statusCode, body: answer } = await this.desk.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${TOKEN}` },
      payload: body,
    });
    if (statusCode >= 400) throw new Error(`${method} ${path} was answered ${statusCode}: ${answer}`);
    return statusCode;
  }

  async publish(type: string, key: string, document: object): Promise<void> {
    await this.call('PUT', `/${type}/${key}`, document);
    await this.call('POST', `/${type}/${key}/publish`, {});
  }

  /** Lets the worker do everything of a kind that there is to do; a new one is started when it dies over it. */
  async work(kind: keyof typeof SWEEPS, crashes: number[]): Promise<void> {
    for (;;) {
      this.worker ??= await this.startWorker(crashes.shift());
      const { fault, sweeps } = this.worker;
      for (const name of SWEEPS[kind]) {
        if (!fault.isDead) await Promise.race([sweeps.run(name).catch(() => undefined), fault.death]);
      }
      if (!fault.isDead) return;
      await this.bury();
    }
  }

  /** The next worker dies after that many statements, counted from now. */
  async dieAfter(points: number | undefined): Promise<void> {
    this.worker ??= await this.startWorker(points);
    this.worker.fault.arm(points);
  }

  async stop(): Promise<void> {
    await this.worker?.app.close();
    await this.desk.close();
    await Promise.all([this.setup.dispose(), this.smtp.close()]);
  }

  private async bury(): Promise<void> {
    this.crashes += 1;
    await this.worker?.app.close();
    this.worker = undefined;
  }

  private async startWorker(points: number | undefined): Promise<Worker> {
    const sweeps = new SweepsByHand();
    const node = this.workers++ % DESK_NODE;
    const building = Test.createTestingModule({ imports: [WorkerModule.forRoot(this.config)] });
    const app = await overridden(building, { clock: this.clock, node, sweeps }).compile();
    app.useLogger(false);
    await app.init();
    const fault = new Fault(app.get(Database, { strict: false }));
    fault.arm(points);
    return { app, sweeps, fault };
  }
}

function overridden(
  building: TestingModuleBuilder,
  { clock, node, sweeps }: { clock: Clock; node: number; sweeps: SweepsByHand },
): TestingModuleBuilder {
  return building
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(IdGenerator)
    .useValue(new IdGenerator(node, clock))
    .overrideProvider(JobRunner)
    .useValue(new IdleJobs())
    .overrideProvider(Sweeps)
    .useValue(sweeps);
}
