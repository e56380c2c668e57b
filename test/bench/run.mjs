import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { writePage } from './performance-page.mjs';
import { runPass } from './pass.mjs';
import { printReport } from './report.mjs';
import { rounded, spread, summarise } from './statistics.mjs';

/**
 * Measures as the options say, prints the table and writes what was asked for.
 * @returns {Promise<number>} the exit code: 1 when a stage has failed
 */
export async function runBench(options) {
  const startedAt = new Date();
  const interruption = new Interruption();
  const result = {
    startedAt: startedAt.toISOString(),
    runs: options.runs,
    machine: machine(),
    versions: {},
    noise: {},
  };
  const failures = [];
  for (const profile of options.profiles) {
    const passes = [];
    for (let run = 1; run <= options.runs; run++) {
      const pass = await runPass(options, {
        profile,
        run,
        say: (line) => console.error(line),
        onStack: (stack) => interruption.watch(stack),
      });
      if (interruption.happened) return 130;
      passes.push(pass.figures);
      failures.push(...pass.failures);
      Object.assign(result.versions, pass.versions);
    }
    result[profile] = figuresOf(passes);
    result.noise[profile] = noiseOf(passes);
  }
  result.seconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
  result.failures = failures.map((failure) => failure.split('\n')[0]);
  printReport(result);
  if (options.jsonFile) await writeFile(options.jsonFile, `${JSON.stringify(result, null, 2)}\n`);
  if (options.writeDocs && failures.length === 0) await writePage(result);
  for (const failure of failures) console.error(`\nfailed: ${failure}`);
  return failures.length > 0 ? 1 : 0;
}

/** A stage counts when it succeeded in every run. */
function figuresOf(passes) {
  const names = Object.keys(passes[0] ?? {}).filter((name) => passes.every((figures) => name in figures));
  return Object.fromEntries(names.map((name) => [name, summarise(passes.map((figures) => figures[name]))]));
}

/** How much the raw limits moved between the runs: what the machine itself makes of the same work. */
function noiseOf(passes) {
  if (passes.length < 2 || !passes.every(({ raw }) => raw)) return null;
  const of = (name) => rounded(spread(passes.map(({ raw }) => raw[name])));
  return { insertRowsPerS: of('insertRowsPerS'), smtpMessagesPerS: of('smtpMessagesPerS') };
}

function machine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: rounded(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** Ctrl-C stops the servers before the program ends. */
class Interruption {
  happened = false;
  #stack;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.#interrupt());
  }

  watch(stack) {
    this.#stack = stack;
  }

  async #interrupt() {
    if (this.happened) return;
    this.happened = true;
    await this.#stack?.stop();
    process.exit(130);
  }
}
