import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('load-generator.mjs', import.meta.url));
const FOR_EVER_MS = 600_000;

/** The process that sends the load, as the stages see it. */
export class Load {
  #child;
  #target;

  /** @param {{ host: string, port: number, path: string, token: string }} target */
  constructor(target) {
    this.#target = target;
    this.#child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  get pid() {
    return this.#child.pid;
  }

  /**
   * Sends `count` events in requests of `batch`, or as many as fit into `durationMs`.
   * @param {{ connections: number, batch: number, count: number, durationMs?: number, spec: import('./events.mjs').EventSpec }} order
   * @returns {Promise<{ startedAt: number, endedAt: number, accepted: number, waits: object }>} monotonic milliseconds
   */
  async send(order) {
    return this.#do({ durationMs: FOR_EVER_MS, ...order });
  }

  /**
   * Follows links, one after the other on each connection, for so long; as fast as can be, or `perS`.
   * @param {{ connections: number, paths: readonly string[], durationMs: number, perS?: number }} order
   */
  async follow(order) {
    return this.#do(order);
  }

  async #do(order) {
    const answer = once(this.#child, 'message');
    this.#child.send({ target: this.#target, ...order });
    const [{ result, failure }] = await answer;
    if (failure) throw new Error(failure);
    return result;
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
  }
}
