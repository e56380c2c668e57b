import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { describeError } from '@parcours/kernel';

/** Looks for work whose wake-up was lost, and does it. */
export type Sweep = (signal: AbortSignal) => Promise<void>;

interface RunningSweep {
  readonly name: string;
  readonly sweep: Sweep;
  isRunning: boolean;
}

/**
 * The safety net behind the wake-ups: every worker process sweeps by its own timer, so that the loss of all of Redis
 * delays work by seconds and loses none.
 */
@Injectable()
export class Sweeps {
  private readonly logger = new Logger(Sweeps.name);
  private readonly sweeps: RunningSweep[] = [];
  private readonly abort = new AbortController();
  private readonly pending = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly config: ParcoursConfig) {}

  register(name: string, sweep: Sweep): void {
    this.sweeps.push({ name, sweep, isRunning: false });
  }

  start(): void {
    const run = () => {
      for (const sweep of this.sweeps) this.launch(sweep);
    };
    run();
    this.timer = setInterval(run, this.config.work.sweepMs);
  }

  async stop(): Promise<void> {
    this.abort.abort();
    clearInterval(this.timer);
    await Promise.all(this.pending);
  }

  private launch(sweep: RunningSweep): void {
    if (sweep.isRunning) return;
    sweep.isRunning = true;
    const work = sweep
      .sweep(this.abort.signal)
      .catch((error: unknown) => {
        this.logger.warn(`sweep ${sweep.name} failed, next try follows: ${describeError(error)}`);
      })
      .finally(() => {
        sweep.isRunning = false;
        this.pending.delete(work);
      });
    this.pending.add(work);
  }
}
