import { Injectable } from '@nestjs/common';

import { type JobDefinition, declaredJobs } from './job-definition.js';
import { JobErrors } from './jobs.errors.js';

/** Does the work of one key. It re-reads what it needs, is fenced, and is safe to run twice or too often. */
export type JobHandler = (key: string, signal: AbortSignal) => Promise<void>;

export interface HandlerSettings {
  /** How many keys one process works at the same time. */
  readonly concurrency: number;
}

export interface RegisteredHandler extends HandlerSettings {
  readonly job: JobDefinition;
  readonly handle: JobHandler;
}

/** The handlers of this process. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, RegisteredHandler>();

  /** @throws jobs.handler-twice */
  register(job: JobDefinition, settings: HandlerSettings, handle: JobHandler): void {
    if (this.handlers.has(job.name)) throw JobErrors.handlerTwice({ job: job.name });
    this.handlers.set(job.name, { job, handle, ...settings });
  }

  get(job: string): RegisteredHandler | undefined {
    return this.handlers.get(job);
  }

  /** @throws jobs.handler-missing when a declared job has no handler here. */
  complete(): readonly RegisteredHandler[] {
    for (const job of declaredJobs()) {
      if (!this.handlers.has(job.name)) throw JobErrors.handlerMissing({ job: job.name });
    }
    return [...this.handlers.values()];
  }
}
