import { Injectable, Logger } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import type { SourceEvent } from '@parcours/sdk';

/** What a callback tells of customers. */
export interface ToldEvents {
  readonly connectorId: number;
  readonly events: readonly SourceEvent[];
  /** As `circleOf` has answered. */
  readonly circle: readonly number[];
  readonly now: number;
}

/** Makes something of events that another system tells. */
export interface SourceEventTaker {
  /** Where people of a connector are known from; asked outside of the transaction. */
  circleOf(connector: string): Promise<readonly number[]>;
  /** Inside the transaction that keeps the callback. Answers the lanes to be woken. */
  keep(sql: Sql, told: ToldEvents): Promise<ReadonlySet<number>>;
}

/** Hands events of callbacks to the library that knows whom they are about. */
@Injectable()
export class SourceEventDesk {
  private readonly logger = new Logger(SourceEventDesk.name);
  private taker: SourceEventTaker | undefined;

  constructor(private readonly jobs: JobRunner) {}

  /** Once, while modules start. */
  connect(taker: SourceEventTaker): void {
    this.taker = taker;
  }

  async circleOf(connector: string, events: readonly SourceEvent[]): Promise<readonly number[]> {
    return events.some(({ customer }) => 'personId' in customer)
      ? ((await this.taker?.circleOf(connector)) ?? [])
      : [];
  }

  async keep(sql: Sql, told: ToldEvents): Promise<ReadonlySet<number>> {
    if (told.events.length === 0) return new Set();
    if (this.taker) return this.taker.keep(sql, told);
    this.logger.warn(`${String(told.events.length)} events of a callback are nobody's to take`);
    return new Set();
  }

  wake(lanes: ReadonlySet<number>): void {
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
  }
}
