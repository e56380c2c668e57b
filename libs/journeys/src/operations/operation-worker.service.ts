import { Injectable } from '@nestjs/common';
import { readRevision, touchRevision } from '@parcours/content';
import { Database, requireRevision, type Sql, waitForLanes } from '@parcours/database';
import { InboxStore, type OperationEntry } from '@parcours/events';
import { Clock } from '@parcours/kernel';

import { JourneyPauseStore } from '../pauses/journey-pause.store.js';
import { EnrollmentSelection, type SelectedEnrollment } from './enrollment-selection.store.js';
import { MigrationWriter } from './migration-writer.service.js';
import { isByStanding, type Operation, type OperationBody } from './operation.js';
import { type LaneProgress, type LaneStep, OperationStore } from './operation.store.js';

/** Enrollments that one transaction hands to their lane. */
const CHOSEN_AT_ONCE = 1_000;
/** Enrollments that one transaction takes to another version, for which their lane stands still. */
const MIGRATED_AT_ONCE = 5_000;

type Work<A extends OperationBody['action']> = Operation & {
  readonly body: Extract<OperationBody, { action: A }>;
};

/** Whom an operation is about, and what is done with them under their lane's own lock. */
@Injectable()
export class LockedOperations {
  constructor(
    private readonly selection: EnrollmentSelection,
    private readonly migrations: MigrationWriter,
    private readonly pauses: JourneyPauseStore,
  ) {}

  /**
   * Where the journey was closed, whoever is being let in at this moment is meant too: their batch is waited for, and one
   * that does not know yet comes too late.
   */
  async choose(sql: Sql, request: Parameters<EnrollmentSelection['next']>[1]): Promise<SelectedEnrollment[]> {
    const { lane, closedBy } = request;
    if (closedBy) {
      await waitForLanes(sql, [lane]);
      await requireRevision(sql, lane, await readRevision(sql));
    }
    return this.selection.next(sql, request);
  }

  async migrate(
    sql: Sql,
    { journeyId, body }: Work<'migrate'>,
    lane: number,
    after: number,
  ): Promise<LaneStep> {
    const { versionId } = body;
    const limit = MIGRATED_AT_ONCE;
    const versions = await this.selection.versionsBefore(sql, journeyId, versionId);
    const migrants = await this.selection.migrants(sql, { journeyId, lane, after, versions, limit });
    const done = await this.migrations.move(sql, migrants, versionId);
    return {
      cursor: migrants.at(-1)?.id ?? after,
      isSelected: migrants.length < limit,
      selected: migrants.length,
      done,
      missed: migrants.length - done,
    };
  }

  async resume(sql: Sql, { journeyId, body }: Work<'resume'>, lane: number): Promise<LaneStep> {
    const released = await this.pauses.release(sql, { journeyId, lane, pausedAt: body.pausedAt });
    if (released !== undefined) await touchRevision(sql);
    return { cursor: 0, isSelected: true, selected: released ?? 0, done: released ?? 0 };
  }
}

/**
 * One chunk of one lane of an operation, in one transaction with the mark of how far it has come: whoever dies on the
 * way has done it or has not. What leads to steps is handed to the lane itself, in its order.
 */
@Injectable()
export class OperationWorker {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationStore,
    private readonly inbox: InboxStore,
    private readonly locked: LockedOperations,
    private readonly clock: Clock,
  ) {}

  /** Answers whether more is to be done in the lane. */
  async work(id: number, lane: number): Promise<boolean> {
    const operation = await this.operations.find(this.database.sql, id);
    if (!operation) return false;
    return this.database.transaction(async ({ sql }) => {
      const progress = await this.operations.lock(sql, id, lane);
      if (!progress || progress.isSelected) return false;
      const step = await this.step(sql, operation, lane, progress);
      await this.operations.advance(sql, { id, lane, now: this.clock.now(), step });
      return !step.isSelected;
    });
  }

  private async step(
    sql: Sql,
    operation: Operation,
    lane: number,
    { cursor }: LaneProgress,
  ): Promise<LaneStep> {
    const { body } = operation;
    switch (body.action) {
      case 'migrate':
        await waitForLanes(sql, [lane]);
        return this.locked.migrate(sql, { ...operation, body }, lane, cursor);
      case 'resume':
        await waitForLanes(sql, [lane]);
        return this.locked.resume(sql, { ...operation, body }, lane);
      default:
        return this.hand(sql, { ...operation, body }, lane, cursor);
    }
  }

  private async hand(
    sql: Sql,
    operation: Work<OperationEntry['action']>,
    lane: number,
    after: number,
  ): Promise<LaneStep> {
    const { id, journeyId, body, at, reason, by } = operation;
    const limit = CHOSEN_AT_ONCE;
    const { filter, step, endReason, action } = body;
    const closedBy = endReason === 'exited-by-operator' ? undefined : endReason;
    const chosen = await this.locked.choose(sql, { journeyId, filter, at, closedBy, lane, after, limit });
    const isBound = action === 'skip' || isByStanding(filter);
    await this.inbox.add(
      sql,
      chosen.map(({ id: enrollmentId, visit, customerKey }): OperationEntry => ({
        ...{ kind: 'operation', customerKey, enrollmentId, operationId: id, action, reason, by },
        ...(isBound && { visit }),
        ...(step !== undefined && { step }),
        ...(endReason && { endReason }),
      })),
    );
    return {
      cursor: chosen.at(-1)?.id ?? after,
      isSelected: chosen.length < limit,
      selected: chosen.length,
    };
  }
}
