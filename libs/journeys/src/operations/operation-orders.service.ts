import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { InboxStore, LANE_JOB, type OperationEntry } from '@parcours/events';
import { ActionTrail } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { type Actor, Clock, IdGenerator, type JsonObject } from '@parcours/kernel';

import { type Operation, OPERATION_JOB, type OperationBody, operationKey } from './operation.js';
import { OperationStore } from './operation.store.js';

/** What somebody asks to be done with enrollments of a journey. */
export interface OperationOrder {
  readonly journeyId: number;
  readonly body: OperationBody;
  readonly reason: string;
  readonly by: Actor;
}

/** An operation on disk, and the lanes that have something to do for it. */
export interface PlacedOrder {
  readonly operation: Operation;
  readonly lanes: readonly number[];
}

/** Puts operations on disk, in the transaction of what they follow from, and wakes whoever works them. */
@Injectable()
export class OperationOrders {
  constructor(
    private readonly operations: OperationStore,
    private readonly inbox: InboxStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
  ) {}

  /** For all of a journey's enrollments that it is about, lane by lane. Call `wake` after the commit. */
  async place(sql: Sql, order: OperationOrder): Promise<PlacedOrder> {
    const operation = this.operationOf(order);
    const lanes = await this.operations.allLanes(sql);
    await this.operations.add(sql, operation, lanes);
    return { operation, lanes };
  }

  /** For one enrollment: what is to be done lies in its lane at once. Call `wakeLanes` after the commit. */
  async placeOne(
    sql: Sql,
    order: OperationOrder,
    entry: Omit<OperationEntry, 'kind' | 'operationId' | 'reason' | 'by'>,
  ): Promise<PlacedOrder> {
    const operation = this.operationOf(order);
    const { id, reason, by, at } = operation;
    const batch = this.inbox.rowsOf([{ ...entry, kind: 'operation', operationId: id, reason, by }]);
    const lanes = [...batch.lanes];
    await this.operations.add(sql, operation, lanes);
    await this.inbox.insert(sql, batch.rows);
    const step = { cursor: 0, isSelected: true, selected: 1 };
    for (const lane of lanes) await this.operations.advance(sql, { id, lane, now: at, step });
    return { operation, lanes };
  }

  wake({ operation, lanes }: PlacedOrder): void {
    this.jobs.wake(
      OPERATION_JOB,
      lanes.map((lane) => operationKey(operation.id, lane)),
    );
  }

  wakeLanes({ lanes }: PlacedOrder): void {
    this.jobs.wake(LANE_JOB, lanes.map(String));
  }

  private operationOf({ journeyId, body, reason, by }: OperationOrder): Operation {
    return { id: this.ids.next(), journeyId, body, reason, by: by.name, at: this.clock.now() };
  }
}

/** What the audit log says of an operation. */
export async function recordOperation(
  trail: ActionTrail,
  sql: Sql,
  { operation, key, by }: { operation: Operation; key: string; by: Actor },
): Promise<void> {
  const { id, body, reason } = operation;
  const { action, ...rest } = body;
  await trail.record(sql, {
    action: `enrollments.${action}`,
    subject: { type: 'journeys', key },
    details: { operation: String(id), reason, ...(rest as JsonObject) },
    by,
  });
}
