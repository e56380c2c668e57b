import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { ActionTrail, type ListQuery, type Page } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { EnrollmentSelection } from './enrollment-selection.store.js';
import type { KnownJourney } from './journey-lookup.store.js';
import type { EnrollmentFilter, OperationBody } from './operation.js';
import { OperationOrders, recordOperation } from './operation-orders.service.js';
import { OperationStore, type OperationView } from './operation.store.js';

export interface OperationRequest {
  readonly journey: Pick<KnownJourney, 'id' | 'key'>;
  readonly body: OperationBody;
  readonly reason: string;
  readonly by: Actor;
}

/** What one enrollment is asked to do. */
export interface OneTarget {
  readonly enrollmentId: number;
  readonly customerKey: string;
  readonly visit?: number;
}

/** Operations on enrollments, for those who ask for them and follow them. */
@Injectable()
export class OperationService {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationStore,
    private readonly selection: EnrollmentSelection,
    private readonly orders: OperationOrders,
    private readonly trail: ActionTrail,
  ) {}

  /** How many enrollments an operation would be about now. */
  async count(journeyId: number, filter: EnrollmentFilter): Promise<number> {
    return this.selection.count(this.database.sql, { journeyId, filter, at: Number.MAX_SAFE_INTEGER });
  }

  async customersOf(externalIds: readonly string[]): Promise<number[]> {
    return this.selection.customersOf(this.database.sql, externalIds);
  }

  /** On many enrollments; answers when it is on disk. */
  async start({ journey, body, reason, by }: OperationRequest): Promise<OperationView> {
    const order = await this.database.transaction(async ({ sql }) => {
      const placed = await this.orders.place(sql, { journeyId: journey.id, body, reason, by });
      await recordOperation(this.trail, sql, { operation: placed.operation, key: journey.key, by });
      return placed;
    });
    this.orders.wake(order);
    return this.get(order.operation.id);
  }

  /** On one enrollment; answers when it is on disk. */
  async startOne(
    { journey, body, reason, by }: OperationRequest & { body: Extract<OperationBody, { filter: object }> },
    target: OneTarget,
  ): Promise<OperationView> {
    const { action, step } = body;
    const order = await this.database.transaction(async ({ sql }) => {
      const entry = { ...target, action, ...(step !== undefined && { step }) };
      const placed = await this.orders.placeOne(sql, { journeyId: journey.id, body, reason, by }, entry);
      const details = { operation: String(placed.operation.id), reason, ...(step !== undefined && { step }) };
      const subject = { type: 'enrollments', key: String(target.enrollmentId) };
      await this.trail.record(sql, { action: `enrollments.${action}`, subject, details, by });
      return placed;
    });
    this.orders.wakeLanes(order);
    return this.get(order.operation.id);
  }

  async list(query: ListQuery): Promise<Page<OperationView>> {
    return this.operations.list(this.database.sql, query);
  }

  /** @throws journeys.operation-not-found */
  async get(id: number): Promise<OperationView> {
    const found = await this.operations.view(this.database.sql, id);
    if (!found) throw JourneyErrors.operationNotFound({ id: String(id) });
    return found;
  }
}
