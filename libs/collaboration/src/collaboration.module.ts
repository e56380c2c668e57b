import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { ContentType } from '@parcours/content';

import { ApprovalBook } from './approvals/approval-book.service.js';
import { ApprovalGuard } from './approvals/approval-guard.service.js';
import { ApprovalRequestController } from './approvals/approval-request.controller.js';
import { ApprovalRequestStore } from './approvals/approval-request.store.js';
import { ApprovalRuleController } from './approvals/approval-rule.controller.js';
import { ApprovalRuleStore } from './approvals/approval-rule.store.js';
import { ApprovalRules } from './approvals/approval-rules.service.js';
import { approvalController } from './approvals/approval.controller.js';
import { ApprovalService } from './approvals/approval.service.js';
import { ApprovalStore } from './approvals/approval.store.js';
import { commentController } from './comments/comment.controller.js';
import { CommentService } from './comments/comment.service.js';
import { CommentStore } from './comments/comment.store.js';
import { ForgottenThings } from './forgotten-things.service.js';
import { Moments } from './moments.service.js';
import { DueReviews } from './reviews/due-reviews.service.js';
import { PlannedReviewController } from './reviews/planned-review.controller.js';
import { ReviewPlans } from './reviews/review-plan.service.js';
import { ReviewPlanStore } from './reviews/review-plan.store.js';
import { reviewController } from './reviews/review.controller.js';
import { ReviewService } from './reviews/review.service.js';
import { ReviewStore } from './reviews/review.store.js';
import { Things } from './things.service.js';
import { ToldChanges } from './told-changes.service.js';

/** What stands in the way of changes and takes note of them, for every process that publishes. */
@Global()
@Module({
  providers: [
    ApprovalGuard,
    ApprovalRequestStore,
    ApprovalRuleStore,
    ApprovalStore,
    ForgottenThings,
    ReviewPlanStore,
    Things,
    ToldChanges,
  ],
  exports: [ApprovalRequestStore, ApprovalRuleStore, ApprovalStore, ReviewPlanStore, Things, ToldChanges],
})
export class CollaborationModule {}

/** The REST routes, for processes that serve HTTP: one declaration gives a content type comments, reviews and approvals. */
@Module({})
export class CollaborationApiModule {
  static forTypes(types: readonly ContentType[]): DynamicModule {
    return {
      module: CollaborationApiModule,
      controllers: [
        ...types.flatMap((type) => [
          commentController(type),
          reviewController(type),
          approvalController(type),
        ]),
        ApprovalRequestController,
        ApprovalRuleController,
        PlannedReviewController,
      ],
      providers: [
        ApprovalBook,
        ApprovalRules,
        ApprovalService,
        CommentService,
        CommentStore,
        Moments,
        ReviewPlans,
        ReviewService,
        ReviewStore,
      ],
    };
  }
}

/** Due reviews, for processes that work. */
@Module({ providers: [DueReviews] })
export class DueReviewModule {}
