import { Injectable } from '@nestjs/common';
import { touchRevision } from '@parcours/content';
import { Database, type Sql } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import type { KnownJourney } from '../operations/journey-lookup.store.js';
import type { OperationBody } from '../operations/operation.js';
import { OperationOrders } from '../operations/operation-orders.service.js';
import { type Held, type InFlight, type JourneyPause, JourneyPauseStore } from './journey-pause.store.js';

export interface PauseView {
  readonly pause: JourneyPause | undefined;
  readonly held: Held;
  /** What the call has started: those under way leave, or go on. */
  readonly operationId?: number;
}

export interface PauseRequest {
  readonly inFlight: InFlight;
  readonly reason: string;
  readonly by: Actor;
}

/** Pauses journeys and lets them go on. Every worker knows with its next batch. */
@Injectable()
export class JourneyPauses {
  constructor(
    private readonly database: Database,
    private readonly pauses: JourneyPauseStore,
    private readonly orders: OperationOrders,
    private readonly trail: ActionTrail,
    private readonly clock: Clock,
  ) {}

  async view({ id }: KnownJourney): Promise<PauseView> {
    const { sql } = this.database;
    return { pause: await this.pauses.find(sql, id), held: await this.pauses.held(sql, id) };
  }

  /** A journey that is paused already is from now on paused in this way. */
  async pause(journey: KnownJourney, { inFlight, reason, by }: PauseRequest): Promise<PauseView> {
    const at = this.clock.now();
    const order = await this.database.transaction(async ({ sql }) => {
      await this.pauses.pause(sql, { journeyId: journey.id, inFlight, reason, by: by.name, at });
      await touchRevision(sql);
      await this.record(sql, { action: 'paused', journey, by, details: { inFlight, reason } });
      if (inFlight === 'hold') return undefined;
      const body: OperationBody = { action: 'exit', filter: {}, endReason: 'paused' };
      return this.orders.place(sql, { journeyId: journey.id, body, reason, by });
    });
    if (order) this.orders.wake(order);
    return { ...(await this.view(journey)), ...(order && { operationId: order.operation.id }) };
  }

  /** Lane by lane: what was held in one goes on before what is new there. @throws journeys.not-paused */
  async resume(
    journey: KnownJourney,
    { reason, by }: Pick<PauseRequest, 'reason' | 'by'>,
  ): Promise<PauseView> {
    const order = await this.database.transaction(async ({ sql }) => {
      const pause = await this.pauses.find(sql, journey.id);
      if (!pause) throw JourneyErrors.notPaused({ key: journey.key });
      await this.record(sql, { action: 'resumed', journey, by, details: { reason } });
      const body: OperationBody = { action: 'resume', pausedAt: pause.at };
      return this.orders.place(sql, { journeyId: journey.id, body, reason, by });
    });
    this.orders.wake(order);
    return { ...(await this.view(journey)), operationId: order.operation.id };
  }

  private async record(
    sql: Sql,
    change: { action: string; journey: KnownJourney; by: Actor; details: Readonly<Record<string, string>> },
  ): Promise<void> {
    const { action, journey, by, details } = change;
    const subject = { type: 'journeys', key: journey.key };
    await this.trail.record(sql, { action: `journeys.${action}`, subject, details, by });
  }
}
