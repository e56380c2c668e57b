import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import {
  ALL_FALLBACKS,
  DeliveryWaker,
  DisplacedMessages,
  FALLBACK_JOB,
  MessageStore,
} from '@parcours/messaging';

import { AnswerStore } from '../answers/answer.store.js';
import { OUTSIDE_CALL_JOB } from '../outside/outside-call.js';
import { targetOf } from '../outside/outside-call.rules.js';
import { OutsideCallOutbox } from '../outside/outside-call-outbox.service.js';
import type { LaneChanges } from './lane-work.js';

type Leaving = Pick<
  LaneChanges,
  'messages' | 'displaced' | 'withdrawn' | 'calls' | 'withdrawnCalls' | 'answers'
>;

/** What leaves the house because of a batch: on disk with it, and on its way after the commit. */
@Injectable()
export class LaneOutbox {
  constructor(
    private readonly messages: MessageStore,
    private readonly displaced: DisplacedMessages,
    private readonly calls: OutsideCallOutbox,
    private readonly answers: AnswerStore,
    private readonly deliveries: DeliveryWaker,
    private readonly jobs: JobRunner,
  ) {}

  /** In the transaction of the batch. */
  async add(sql: Sql, leaving: Leaving, now: number): Promise<void> {
    const { messages, displaced, withdrawn, calls, withdrawnCalls, answers } = leaving;
    await this.messages.add(sql, messages);
    await this.displaced.write(sql, displaced, now);
    await this.messages.withdraw(sql, withdrawn, now);
    await this.calls.add(sql, calls);
    await this.calls.withdraw(sql, withdrawnCalls, now);
    await this.answers.noteHandled(sql, answers);
  }

  /** After the commit. */
  wake({ messages, redelivered = [], calls }: Pick<LaneChanges, 'messages' | 'redelivered' | 'calls'>): void {
    this.deliveries.wakeFor([...messages, ...redelivered]);
    if (messages.some(({ fallbackAt }) => fallbackAt !== undefined)) {
      this.jobs.wake(FALLBACK_JOB, [ALL_FALLBACKS]);
    }
    if (calls.length > 0) {
      this.jobs.wake(OUTSIDE_CALL_JOB, [...new Set(calls.map(({ call }) => targetOf(call)))]);
    }
  }
}
