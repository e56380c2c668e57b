import { Controller, Delete, Get, HttpCode, Post, Put, Res, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, type ContentType, KEY_PARAM, namedController } from '@parcours/content';
import {
  answerPage,
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { CollaborationErrors } from '../collaboration.errors.js';
import { Things } from '../things.service.js';
import { type PlanRequest, ReviewPlans } from './review-plan.service.js';
import type { ReviewPlan } from './review-plan.store.js';
import {
  NEW_REVIEW_SCHEMA,
  presentPlan,
  presentReview,
  RECORDED_REVIEW_SCHEMA,
  REVIEW_PLAN_REQUEST_SCHEMA,
  REVIEW_PLAN_SCHEMA,
  REVIEW_SCHEMA,
} from './review.schema.js';
import { type NewReview, ReviewService } from './review.service.js';
import { REVIEW_LIST } from './review.store.js';

/** The routes by which things of a type are looked at again (A9). */
export function reviewController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;

  @Tag(title)
  @Controller(`${name}/:key`)
  class ReviewController {
    constructor(
      private readonly reviews: ReviewService,
      private readonly plans: ReviewPlans,
      private readonly things: Things,
    ) {}

    @Get('review-plan')
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Read when a ${singular} is reviewed`,
      description: 'How often, who sees to it, when the next review is due, and what the last one found.',
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.noReviewPlan)
    @Answers(200, REVIEW_PLAN_SCHEMA)
    async plan(@PathParam('key', KEY_PARAM) key: string, @Res({ passthrough: true }) reply: FastifyReply) {
      const item = await this.things.require({ type: name, key });
      return this.answer(await this.plans.require(item), reply);
    }

    @Put('review-plan')
    @Scope(`${scopes}:write`)
    @ApiOperation({
      summary: `Plan the reviews of a ${singular}`,
      description: 'How often, and who sees to it. Webhooks hear of each due date.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, REVIEW_PLAN_SCHEMA)
    @Answers(201, REVIEW_PLAN_SCHEMA)
    async putPlan(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(REVIEW_PLAN_REQUEST_SCHEMA) body: PlanRequest,
      @IfMatch() ifMatch: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.things.require({ type: name, key });
      const { plan, isNew } = await this.plans.put(item, body, ifMatch);
      if (isNew) void reply.code(201);
      return this.answer(plan, reply);
    }

    @Delete('review-plan')
    @HttpCode(204)
    @Scope(`${scopes}:write`)
    @ApiOperation({
      summary: `Plan no more reviews of a ${singular}`,
      description: 'Reviews that were recorded stay.',
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.noReviewPlan)
    @Answers(204)
    async removePlan(
      @PathParam('key', KEY_PARAM) key: string,
      @IfMatch() ifMatch: string | undefined,
    ): Promise<void> {
      await this.plans.remove(await this.things.require({ type: name, key }), ifMatch);
    }

    @Get('reviews')
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `List the reviews of a ${singular}`,
      description: 'What each found and decided, the latest first.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, REVIEW_SCHEMA, 'list')
    async list(@PathParam('key', KEY_PARAM) key: string, @ListParams(REVIEW_LIST) query: ListQuery) {
      const item = await this.things.require({ type: name, key });
      return answerPage(await this.reviews.list(item, query), query, presentReview);
    }

    @Post('reviews')
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({
      summary: `Record a review of a ${singular}`,
      description: 'What it found and what is decided. Moves the due date; changes nothing of the thing.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(201, RECORDED_REVIEW_SCHEMA)
    async record(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(NEW_REVIEW_SCHEMA) body: NewReview,
      @CurrentActor() actor: Actor,
    ) {
      const item = await this.things.require({ type: name, key });
      const { review, nextDueAt } = await this.reviews.record(item, body, actor);
      const next = nextDueAt === null ? null : formatInstant(nextDueAt);
      return { data: { ...presentReview(review), nextDueAt: next } };
    }

    private answer(plan: ReviewPlan, reply: FastifyReply) {
      setEtag(reply, plan.revision);
      return { data: presentPlan(plan, this.plans.isDue(plan)) };
    }
  }

  return namedController(ReviewController, type, 'Review');
}
