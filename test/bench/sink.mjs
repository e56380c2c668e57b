import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('smtp-sink.mjs', import.meta.url));

/** The process that receives mail, as the stages see it. */
export class Sink {
  #child;
  #arrivals = new Map();

  /** @private use `Sink.start()` */
  constructor(child, port) {
    this.#child = child;
    this.port = port;
    child.on('message', ({ mail }) => {
      if (mail) this.#arrivals.get(mail.recipient)?.(mail.at);
    });
  }

  static async start() {
    const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [{ port }] = await once(child, 'message');
    return new Sink(child, port);
  }

  get pid() {
    return this.#child.pid;
  }

  /** Counts from nought; with `watch`, `arrivalOf` may be asked. */
  reset({ watch = false } = {}) {
    return this.#ask({ order: 'reset', watch });
  }

  /** @returns {Promise<{ messages: number, duplicates: number, anonymous: number, connections: number }>} */
  report() {
    return this.#ask({ order: 'report' });
  }

  /** When the next message to this address has been received, in monotonic milliseconds. */
  arrivalOf(recipient, timeoutMs) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#arrivals.delete(recipient);
        reject(new Error(`no message reached ${recipient} within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#arrivals.set(recipient, (at) => {
        clearTimeout(timer);
        this.#arrivals.delete(recipient);
        resolve(at);
      });
    });
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
  }

  #ask(order) {
    return new Promise((resolve) => {
      const take = ({ report }) => {
        if (!report) return;
        this.#child.off('message', take);
        resolve(report);
      };
      this.#child.on('message', take);
      this.#child.send(order);
    });
  }
}
