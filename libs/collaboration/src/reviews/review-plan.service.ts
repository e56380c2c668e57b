import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import type { ContentItem } from '@parcours/content';
import { Database } from '@parcours/database';
import { assertMatch, assertNoDefects, type ListQuery, type Page } from '@parcours/http';
import { Clock, parseInstant } from '@parcours/kernel';

import { CollaborationErrors } from '../collaboration.errors.js';
import { Things } from '../things.service.js';
import { nextDueAt } from './cadence.rules.js';
import { type PlannedReview, type ReviewPlan, ReviewPlanStore } from './review-plan.store.js';

export interface PlanRequest {
  readonly cadence: string;
  readonly owner?: string | null;
  /** When the next one is due. Left out: as it was, or a cadence from now where the cadence is new. */
  readonly dueAt?: string;
}

/** When things are reviewed. */
@Injectable()
export class ReviewPlans {
  constructor(
    private readonly plans: ReviewPlanStore,
    private readonly things: Things,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  async list(query: ListQuery): Promise<Page<PlannedReview>> {
    return this.plans.list(query, this.clock.now());
  }

  isDue({ dueAt }: ReviewPlan): boolean {
    return dueAt <= this.clock.now();
  }

  /** @throws collaboration.no-review-plan */
  async require(item: ContentItem): Promise<ReviewPlan> {
    const plan = await this.plans.find(item.id);
    if (!plan) throw CollaborationErrors.noReviewPlan(this.things.words(item));
    return plan;
  }

  /** Makes the plan, or replaces the one there is. @throws http.invalid-request, http.stale */
  async put(
    { id: itemId }: ContentItem,
    { cadence, owner = null, dueAt: asked }: PlanRequest,
    ifMatch: string | undefined,
  ): Promise<{ plan: ReviewPlan; isNew: boolean }> {
    const next = this.nextAfter(this.clock.now(), cadence);
    return this.database.transaction(async ({ sql }) => {
      const before = await this.plans.find(itemId, sql, sql.forUpdate);
      assertMatch(ifMatch, before?.revision);
      const kept = before?.cadence === cadence ? before.dueAt : next;
      const plan: ReviewPlan = {
        itemId,
        cadence,
        owner,
        dueAt: asked === undefined ? kept : (parseInstant(asked) ?? kept),
        revision: (before?.revision ?? 0) + 1,
        lastReviewedAt: before?.lastReviewedAt ?? null,
        lastOutcome: before?.lastOutcome ?? null,
      };
      await this.plans.save(sql, plan, before);
      return { plan, isNew: before === undefined };
    });
  }

  /** @throws collaboration.no-review-plan, http.stale */
  async remove(item: ContentItem, ifMatch: string | undefined): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      const plan = await this.plans.find(item.id, sql, sql.forUpdate);
      if (!plan) throw CollaborationErrors.noReviewPlan(this.things.words(item));
      assertMatch(ifMatch, plan.revision);
      await this.plans.remove(sql, item.id);
    });
  }

  /** @throws http.invalid-request */
  nextAfter(at: number, cadence: string): number {
    const next = nextDueAt(at, cadence, this.config.workspace.timezone);
    if (next !== undefined) return next;
    const detail = 'Must be a day or more and ten years at most, such as P1M or P3M.';
    assertNoDefects([{ pointer: '/cadence', code: 'schema.range', detail }], 'body');
    return at;
  }
}
