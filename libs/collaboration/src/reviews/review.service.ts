import { Injectable } from '@nestjs/common';
import type { ContentItem } from '@parcours/content';
import type { ListQuery, Page } from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';

import { REVIEW_RECORDED, type ReviewRecordedData } from '../collaboration-events.js';
import { Moments } from '../moments.service.js';
import { presentPerson } from '../person.js';
import { ToldChanges } from '../told-changes.service.js';
import { ReviewPlans } from './review-plan.service.js';
import { type ReviewPlan, ReviewPlanStore } from './review-plan.store.js';
import { type Review, type ReviewDecision, type ReviewOutcome, ReviewStore } from './review.store.js';

export interface NewReview {
  readonly outcome: ReviewOutcome;
  readonly note?: string;
  readonly decisions?: readonly ReviewDecision[];
}

export interface RecordedReview {
  readonly review: Review;
  /** Null where no reviews are planned. */
  readonly nextDueAt: number | null;
}

/** Looking at things again, and what came of it. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly reviews: ReviewStore,
    private readonly plans: ReviewPlanStore,
    private readonly planning: ReviewPlans,
    private readonly moments: Moments,
    private readonly changes: ToldChanges,
  ) {}

  async list({ id }: ContentItem, query: ListQuery): Promise<Page<Review>> {
    return this.reviews.list(id, query);
  }

  /** The next one is due a cadence from now. */
  async record(
    item: ContentItem,
    { outcome, note, decisions }: NewReview,
    by: Actor,
  ): Promise<RecordedReview> {
    const { id, at: createdAt } = this.moments.next();
    const review: Review = {
      id,
      itemId: item.id,
      outcome,
      note: note ?? null,
      decisions: decisions ?? [],
      version: item.publishedNumber,
      by,
      createdAt,
    };
    return this.changes.commit(async (sql, tell) => {
      await this.reviews.add(sql, review);
      const plan = await this.plans.find(item.id, sql, sql.forUpdate);
      const next = plan && this.moved(plan, review);
      if (next) await this.plans.save(sql, next, plan);
      const nextDueAt = next?.dueAt ?? null;
      await tell(REVIEW_RECORDED, eventData(item, { review, nextDueAt }), createdAt);
      return { review, nextDueAt };
    });
  }

  private moved(plan: ReviewPlan, { outcome, createdAt }: Review): ReviewPlan {
    return {
      ...plan,
      dueAt: this.planning.nextAfter(createdAt, plan.cadence),
      revision: plan.revision + 1,
      lastReviewedAt: createdAt,
      lastOutcome: outcome,
    };
  }
}

function eventData({ type, key }: ContentItem, { review, nextDueAt }: RecordedReview): ReviewRecordedData {
  const { id, outcome, note, by } = review;
  return {
    contentType: type,
    key,
    review: String(id),
    outcome,
    note,
    nextDueAt: nextDueAt === null ? null : formatInstant(nextDueAt),
    by: presentPerson(by),
  };
}
