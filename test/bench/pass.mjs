import { nowMs } from './monotonic-clock.mjs';
import { Stack } from './stack.mjs';
import { publishContent } from './content.mjs';
import { measureChannels } from './stages/channels.mjs';
import { createCustomers } from './stages/customers.mjs';
import { measureCrm } from './stages/crm.mjs';
import { measureClicks } from './stages/clicks.mjs';
import { measureDue } from './stages/due.mjs';
import { measureEngine } from './stages/engine.mjs';
import { measureFolder } from './stages/folder.mjs';
import { measureHostOverhead } from './stages/host-overhead.mjs';
import { measureImport } from './stages/imports.mjs';
import { measureIngest } from './stages/ingest.mjs';
import { measureFullJourney, measureJourney } from './stages/journey.mjs';
import { measureLatency } from './stages/latency.mjs';
import { measureLists } from './stages/lists.mjs';
import { measureOvertaking } from './stages/overtaking.mjs';
import { measureRender } from './stages/render.mjs';
import { measurePolicies } from './stages/policies.mjs';
import { measureRaw } from './stages/raw.mjs';
import { measureTimeline } from './stages/timeline.mjs';
import { measureTriggers } from './stages/triggers.mjs';
import { measureSegments } from './stages/segments.mjs';
import { measureMigration } from './stages/migration.mjs';
import { measureWaiting } from './stages/waiting.mjs';

const FEWEST_CUSTOMERS = 10_000;
const WITHOUT_CUSTOMERS = [
  'raw',
  'render',
  'channels',
  'host-overhead',
  'waiting',
  'migration',
  'folder',
  'lists',
  'import',
  'crm',
];

/**
 * One run of one profile on servers and a database of its own.
 * @returns {Promise<{ figures: object, failures: string[], versions: object }>} figures by stage
 */
export async function runPass(options, { profile, run, say, onStack }) {
  const stack = new Stack({ ...options, profile });
  onStack(stack);
  const pass = new Pass(stack, { ...options, profile, run, say });
  try {
    await pass.run();
  } catch (error) {
    pass.failures.push(`${profile}, start: ${error.message}`);
  } finally {
    await stack.stop();
  }
  return { figures: pass.figures, failures: pass.failures, versions: pass.versions };
}

/** They measure the machine, or libraries by themselves. */
const WITHOUT_PRODUCT = ['raw', 'render', 'channels', 'host-overhead'];

class Pass {
  figures = {};
  failures = [];
  versions = {};
  #stack;
  #options;

  constructor(stack, options) {
    this.#stack = stack;
    this.#options = options;
  }

  async run() {
    const { stages, customers, waiting, due, backlog, things, items, rows, fill, run } = this.#options;
    await this.#stack.start();
    this.versions = await this.#stack.versions();
    const known = Math.max(...customers, FEWEST_CUSTOMERS);
    await this.#stage('raw', async () => ({ raw: await measureRaw(this.#stack) }));
    await this.#stage('render', async () => ({ render: await measureRender() }));
    await this.#stage('channels', async () => ({ channels: await measureChannels() }));
    await this.#stage('host-overhead', async () => ({ 'host-overhead': await measureHostOverhead() }));
    if (stages.every((stage) => WITHOUT_PRODUCT.includes(stage))) return;
    await this.#stack.startProduct();
    await publishContent(this.#stack.api, { smtpPort: this.#stack.sink.port });
    if (stages.some((stage) => !WITHOUT_CUSTOMERS.includes(stage))) await createCustomers(this.#stack, known);
    await this.#stage('ingest', () => measureIngest(this.#stack, { customers: known, run }));
    await this.#stage('journey', () => this.#journeys('noop'));
    await this.#stage('full', async () => ({
      full: await measureFullJourney(this.#stack, { customers: Math.max(...customers), run }),
    }));
    await this.#stage('policies', async () => ({
      policies: await measurePolicies(this.#stack, { customers: Math.max(...customers), run }),
    }));
    await this.#stage('smtp', () => this.#journeys('smtp'));
    await this.#stage('latency', async () => ({
      latency: await measureLatency(this.#stack, { customers: known, run }),
    }));
    await this.#stage('clicks', async () => ({
      clicks: await measureClicks(this.#stack, { customers: known, run }),
    }));
    await this.#stage('timeline', async () => ({
      timeline: await measureTimeline(this.#stack, { customers: known, run }),
    }));
    await this.#stage('engine', async () => ({
      engine: await measureEngine(this.#stack, { customers: known, run }),
    }));
    await this.#stage('waiting', async () => ({
      waiting: await measureWaiting(this.#stack, { customers: waiting, run }),
    }));
    await this.#stage('migration', async () => ({
      migration: await measureMigration(this.#stack, { customers: waiting, run }),
    }));
    await this.#stage('folder', async () => ({ folder: await measureFolder(this.#stack, { things }) }));
    await this.#stage('segments', async () => ({
      segments: await measureSegments(this.#stack, { customers: known, run, fill }),
    }));
    await this.#stage('triggers', async () => ({
      triggers: await measureTriggers(this.#stack, { customers: known, run }),
    }));
    await this.#stage('lists', async () => ({ lists: await measureLists(this.#stack, { items }) }));
    await this.#stage('import', async () => ({ import: await measureImport(this.#stack, { rows, run }) }));
    await this.#stage('crm', async () => ({
      crm: await measureCrm(this.#stack, { people: Math.max(...customers), run }),
    }));
    await this.#stage('due', async () => ({ due: await measureDue(this.#stack, { customers: due, run }) }));
    await this.#stage('overtaking', async () => ({
      overtaking: await measureOvertaking(this.#stack, { backlog, customers: known, run }),
    }));
  }

  /** A stage that fails says why; the others go on with the product started afresh. */
  async #stage(name, measure) {
    const { stages, profile, run, say } = this.#options;
    if (!stages.includes(name)) return;
    const startedAt = nowMs();
    try {
      Object.assign(this.figures, await measure());
      say(`${profile} run ${run}: ${name} in ${((nowMs() - startedAt) / 1000).toFixed(1)} s`);
    } catch (error) {
      this.failures.push(`${profile}, ${name}: ${error.message}\n${this.#stack.lastWords()}`);
      say(`${profile} run ${run}: ${name} FAILED: ${error.message}`);
      if (!WITHOUT_PRODUCT.includes(name)) await this.#stack.restartProduct();
    }
  }

  /** The largest size stands for the stage; all of them are kept beside it. */
  async #journeys(policy) {
    const { customers, run } = this.#options;
    const bySize = {};
    let perEnrollment;
    for (const size of [...customers].sort((a, b) => a - b)) {
      const measured = await measureJourney(this.#stack, { customers: size, policy, run });
      bySize[size] = measured.throughput;
      perEnrollment = measured.perEnrollment;
    }
    const size = Math.max(...customers);
    const throughput = { customers: size, ...bySize[size], bySize };
    return policy === 'noop' ? { journey: throughput, perEnrollment } : { smtp: throughput };
  }
}
