import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type ContentChange, ContentChanges } from '@parcours/content';
import type { Sql } from '@parcours/database';
import { ActionTrail } from '@parcours/http';

import { IntakeStore } from '../intake/intake.store.js';
import { JOURNEY_TEMPLATE_TYPE } from '../templates/journey-template.type.js';
import { JourneyLookup } from './journey-lookup.store.js';
import type { OperationBody } from './operation.js';
import { OperationOrders, type PlacedOrder, recordOperation } from './operation-orders.service.js';

/** What becomes of those under way when a journey is published or taken out of use: decided in the same transaction. */
@Injectable()
export class VersionChanges implements OnModuleInit {
  private readonly logger = new Logger(VersionChanges.name);
  /** Written by transactions that may yet be repeated or fail: who works them finds out. */
  private placed: { readonly change: ContentChange; readonly order: PlacedOrder }[] = [];

  constructor(
    private readonly changes: ContentChanges,
    private readonly journeys: JourneyLookup,
    private readonly orders: OperationOrders,
    private readonly trail: ActionTrail,
    private readonly intake: IntakeStore,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changing: (sql, changes) => this.follow(sql, changes),
      changed: (changes) => {
        this.wake(changes);
      },
    });
  }

  private async follow(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    for (const change of changes) {
      const body = await this.consequence(sql, change);
      if (!body) continue;
      const { itemId: journeyId, key, by, note } = change;
      // Everybody leaves: turns that were given out ahead are nobody's.
      if (body.action === 'exit') await this.intake.reset(sql, journeyId);
      const reason = note ?? (change.action === 'published' ? 'published' : 'unpublished');
      const order = await this.orders.place(sql, { journeyId, body, reason, by });
      await recordOperation(this.trail, sql, { operation: order.operation, key, by });
      this.placed.push({ change, order });
    }
  }

  private async consequence(
    sql: Sql,
    { type, action, options, itemId }: ContentChange,
  ): Promise<OperationBody | undefined> {
    if (type !== JOURNEY_TEMPLATE_TYPE.name) return undefined;
    if (action === 'published' && options?.['enrollments'] === 'migrate') {
      const versionId = (await this.journeys.byId(sql, itemId))?.publishedVersionId;
      return versionId ? { action: 'migrate', versionId } : undefined;
    }
    if (action === 'unpublished' && options?.['enrollments'] === 'stop') {
      return { action: 'exit', filter: {}, endReason: 'unpublished' };
    }
    return undefined;
  }

  private wake(changes: readonly ContentChange[]): void {
    const committed = new Set(changes);
    const waking = this.placed.filter(({ change }) => committed.has(change));
    this.placed = this.placed.filter(({ change }) => !committed.has(change)).slice(-KEPT);
    for (const { order } of waking) this.orders.wake(order);
    if (waking.length > 0)
      this.logger.log(`${String(waking.length)} operations follow from what was published`);
  }
}

/** Of transactions that failed nothing is ever heard again. */
const KEPT = 100;
