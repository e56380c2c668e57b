import { setTimeout as delay } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import { Database, type Sql } from '@parcours/database';
import { InboxStore, LANE_JOB, type OutcomeEntry } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';

import type { DeliveryOutcome, FinishedMessage } from '../outbox/message.js';
import { type DeliveryShare, MessageStore } from '../outbox/message.store.js';

const RECORD_ATTEMPTS = 4;
const RECORD_PAUSE_MS = 250;

/** Records how the messages of a delivery ended. */
@Injectable()
export class DeliveryBatch {
  constructor(
    private readonly database: Database,
    private readonly messages: MessageStore,
    private readonly customers: CustomerStore,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
  ) {}

  /** Steps that wait for an outcome hear of it by an inbox row, in the same transaction. */
  async finish(finished: readonly FinishedMessage[], now: number): Promise<void> {
    const lanes = await this.record(finished, now);
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
  }

  /** Tried again a few times: what is not recorded is sent once more, however well it arrived. */
  private async record(finished: readonly FinishedMessage[], now: number): Promise<ReadonlySet<number>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(async ({ sql }) => {
          await this.messages.finish(sql, finished, now);
          return this.report(sql, finished);
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

  private async report(sql: Sql, finished: readonly FinishedMessage[]): Promise<ReadonlySet<number>> {
    const reported = finished.filter(({ message, outcome }) => message.reportsOutcome && isOutcome(outcome));
    if (reported.length === 0) return new Set();
    const customers = await this.customers.findByIds(sql, [
      ...new Set(reported.map((f) => f.message.customerId)),
    ]);
    const keys = new Map(customers.map(({ id, externalId }) => [id, externalId]));
    const entries = reported.flatMap(({ message, outcome }): OutcomeEntry[] => {
      const customerKey = keys.get(message.customerId);
      if (customerKey === undefined) return [];
      const { enrollmentId, step, visit } = message;
      return [
        {
          kind: 'outcome',
          customerKey,
          enrollmentId,
          step,
          visit,
          outcome: outcome.kind === 'sent' ? 'sent' : 'failed',
        },
      ];
    });
    const { rows, lanes } = this.inbox.rowsOf(entries);
    await this.inbox.insert(sql, rows);
    return lanes;
  }
}

function isOutcome({ kind }: DeliveryOutcome): boolean {
  return kind === 'sent' || kind === 'failed';
}
