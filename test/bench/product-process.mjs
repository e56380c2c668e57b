import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = fileURLToPath(new URL('../../', import.meta.url));
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const KEPT_OUTPUT = 20_000;
/** As `npm run start:api` and `npm run start:worker` start them. */
const AS_STARTED = ['--max-semi-space-size=16', '--max-old-space-size=1024'];

/** One built program of the product, as it runs in production. */
export class ProductProcess {
  #child;
  #output = '';
  #ended;

  /** @private use `ProductProcess.start()` */
  constructor(name, child) {
    this.name = name;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        this.#output = (this.#output + text).slice(-KEPT_OUTPUT);
      });
    }
    child.once('exit', (code, signal) => (this.#ended = signal ?? `code ${code}`));
  }

  /** Starts `apps/<name>` and waits for the line that says that it can be used. */
  static async start(name, { env, nodeArguments = [] }) {
    const program = join(root, 'apps', name, 'dist', 'main.js');
    const child = spawn(process.execPath, [...AS_STARTED, ...nodeArguments, program], {
      cwd: root,
      env: { ...ownEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const product = new ProductProcess(name, child);
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!product.#output.includes(`parcours ${name} ready`)) {
      product.assertRunning();
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`${name} was not ready within ${START_TIMEOUT_MS / 1000} s\n${product.lastWords()}`);
      }
      await delay(20);
    }
    return product;
  }

  get pid() {
    return this.#child.pid;
  }

  assertRunning() {
    if (this.#ended) throw new Error(`${this.name} ended with ${this.#ended}\n${this.lastWords()}`);
  }

  lastWords(lines = 15) {
    return this.#output.trim().split('\n').slice(-lines).join('\n');
  }

  /** Halts the process where it stands; `goOn()` lets it continue. */
  halt() {
    this.#child.kill('SIGSTOP');
  }

  goOn() {
    this.#child.kill('SIGCONT');
  }

  async stop() {
    if (this.#ended) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(patience);
  }
}

function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PARCOURS_')));
}
