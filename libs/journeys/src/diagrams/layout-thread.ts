import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EngineErrors, type LayoutEngine, type LayoutGraph } from '@parcours/engine';

/** Plain text, because a thread starts from a file of its own, which the sources and the built tree name differently. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const Elk = require(workerData.elk);
const elk = new Elk();
parentPort.on('message', (graph) => {
  elk.layout(graph).then(
    (laid) => parentPort.postMessage({ laid }),
    (error) => parentPort.postMessage({ failure: String(error && error.message) }),
  );
});
`;

const LIMIT_MS = 30_000;
const IDLE_MS = 60_000;
const MEMORY_MB = 512;

type Answer = { readonly laid: LayoutGraph } | { readonly failure: string };

/** Lays graphs out on a thread of its own, one after the other: a large journey takes a second that requests cannot wait. */
@Injectable()
export class LayoutThread implements OnModuleDestroy {
  private worker: Worker | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** @throws engine.diagram-too-large when it takes too long, or too much memory */
  readonly layout: LayoutEngine = (graph) => {
    const laid = this.queue.then(() => this.layOut(graph));
    this.queue = laid.catch(() => undefined);
    return laid;
  };

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  private async layOut(graph: LayoutGraph): Promise<LayoutGraph> {
    clearTimeout(this.idle);
    const answer = await this.ask((this.worker ??= start()), graph);
    this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref();
    if ('laid' in answer) return answer.laid;
    throw new Error(`the layout failed: ${answer.failure}`);
  }

  private async ask(worker: Worker, graph: LayoutGraph): Promise<Answer> {
    try {
      const answered = once(worker, 'message', { signal: AbortSignal.timeout(LIMIT_MS) });
      worker.postMessage(graph);
      const [answer] = (await answered) as [Answer];
      return answer;
    } catch (cause) {
      await this.stop();
      throw EngineErrors.diagramTooLarge({}, { cause });
    }
  }

  private async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

function start(): Worker {
  const elk = createRequire(import.meta.url).resolve('elkjs/lib/elk.bundled.js');
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { elk },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Whoever waits is told of it; without a listener the process would end.
  worker.on('error', () => undefined);
  // A drawing that nobody waits for any more does not keep the process alive.
  worker.unref();
  return worker;
}
