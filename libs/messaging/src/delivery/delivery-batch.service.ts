import { setTimeout as delay } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';

import { ALL_FALLBACKS, FALLBACK_JOB, type FinishedMessage } from '../outbox/message.js';
import { HeldMessages } from '../pauses/held-message.store.js';
import { type DeliveryShare, MessageStore } from '../outbox/message.store.js';
import { DeliveryEcho, type Echo } from './delivery-echo.service.js';

const RECORD_ATTEMPTS = 4;
const RECORD_PAUSE_MS = 250;

/** Writes something in a transaction. */
export type Note = (sql: Sql) => Promise<void>;

const NOTHING: Note = () => Promise.resolve();

interface Ending {
  readonly finished: readonly FinishedMessage[];
  readonly now: number;
  readonly also: Note;
}

/** Records how the messages of a delivery ended. */
@Injectable()
export class DeliveryBatch {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageStore,
    private readonly echo: DeliveryEcho,
    private readonly jobs: JobRunner,
    private readonly held: HeldMessages,
  ) {}

  /**
   * Steps and segments that an outcome concerns hear of it by rows that are written in the same transaction, and so is
   * whatever else is to be noted with it.
   */
  async finish(finished: readonly FinishedMessage[], now: number, also: Note = NOTHING): Promise<void> {
    const lanes = await this.record({ finished, now, also }, await this.echo.prepare());
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
    if (finished.some(({ message, outcome }) => outcome.kind === 'failed' && message.hasFallback)) {
      this.jobs.wake(FALLBACK_JOB, [ALL_FALLBACKS]);
    }
  }

  /** Tried again a few times: what is not recorded is sent once more, however well it arrived. */
  private async record({ finished, now, also }: Ending, echo: Echo): Promise<ReadonlySet<number>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(async ({ sql }) => {
          const settled = await this.held.note(sql, finished, now);
          await this.messages.finish(sql, settled, now);
          const lanes = await this.echo.tell(sql, settled, echo);
          await also(sql);
          return lanes;
        });
      } catch (error) {
        if (attempt >= RECORD_ATTEMPTS) throw error;
        await delay(RECORD_PAUSE_MS * attempt);
      }
    }
  }

  async nextDueAt(share: DeliveryShare): Promise<number | undefined> {
    return this.messages.nextDueAt(this.database.sql, share);
  }
}
