import { rounded } from './statistics.mjs';

/** Seconds of a core that each process used between two looks: shows who is the bottleneck. */
export class CpuMeter {
  #stack;
  #last;

  constructor(stack) {
    this.#stack = stack;
    this.#last = stack.cpu();
  }

  /** What was used since the last lap. */
  lap() {
    const now = this.#stack.cpu();
    const used = Object.entries(now).map(([name, seconds]) => [
      name,
      rounded(seconds - (this.#last[name] ?? 0)),
    ]);
    this.#last = now;
    return Object.fromEntries(used);
  }
}
