import { Controller, Get, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, type ContentType, KEY_PARAM, namedController } from '@parcours/content';
import {
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  JsonBody,
  PathParam,
  Refuses,
  Scope,
  Tag,
  Untagged,
} from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { CollaborationErrors } from '../collaboration.errors.js';
import { Things } from '../things.service.js';
import type { Decision } from './approval.rules.js';
import {
  APPROVAL_SCHEMA,
  DECISION_SCHEMA,
  NEW_REQUEST_SCHEMA,
  presentApproval,
  presentRequest,
  REQUEST_SCHEMA,
} from './approval.schema.js';
import { ApprovalService } from './approval.service.js';

/** The routes by which drafts of a type are approved. */
export function approvalController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;

  @Tag(title)
  @Controller(`${name}/:key`)
  class ApprovalController {
    constructor(
      private readonly approvals: ApprovalService,
      private readonly things: Things,
    ) {}

    @Get('approval')
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Read how the draft of a ${singular} stands with its approvers`,
      description: 'How many have to approve it, who has decided what, and whether it may be published.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, APPROVAL_SCHEMA)
    async state(@PathParam('key', KEY_PARAM) key: string) {
      const item = await this.things.require({ type: name, key });
      return { data: presentApproval(await this.approvals.state(item)) };
    }

    @Post('approval-requests')
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({
      summary: `Ask others to approve the draft of a ${singular}`,
      description: 'Webhooks hear of it, and it is listed at /approval-requests.',
    })
    @Refuses(
      ContentErrors.notFound,
      CollaborationErrors.nothingToApprove,
      CollaborationErrors.alreadyRequested,
    )
    @Answers(201, REQUEST_SCHEMA)
    @Untagged()
    async request(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(NEW_REQUEST_SCHEMA) { note = null }: { note?: string | null },
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() actor: Actor,
    ) {
      const item = await this.things.require({ type: name, key });
      return { data: presentRequest(await this.approvals.request({ item, actor, ifMatch }, note)) };
    }

    @Post('approvals')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Approve or reject the draft of a ${singular}`,
      description:
        'The draft as it is: when it changes, decisions fall. Send the ETag that you have seen as If-Match, so that you approve nothing else. Its last author cannot approve it; a rejection stands in the way until its author approves.',
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.nothingToApprove, CollaborationErrors.ownDraft)
    @Answers(200, APPROVAL_SCHEMA)
    @Untagged()
    async decide(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(DECISION_SCHEMA) { decision, note = null }: { decision: Decision; note?: string | null },
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() actor: Actor,
    ) {
      const item = await this.things.require({ type: name, key });
      const state = await this.approvals.decide({ item, actor, ifMatch }, { decision, note });
      return { data: presentApproval(state) };
    }
  }

  return namedController(ApprovalController, type, 'Approval');
}
