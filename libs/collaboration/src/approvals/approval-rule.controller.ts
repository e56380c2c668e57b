import { Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  assertMatch,
  IfMatch,
  JsonBody,
  PathParam,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import type { FastifyReply } from 'fastify';

import { CollaborationErrors } from '../collaboration.errors.js';
import { type ApprovalRule, ApprovalRules } from './approval-rules.service.js';
import { RULE_REQUEST_SCHEMA, RULE_SCHEMA, TYPE_PARAM } from './approval.schema.js';

@Tag(
  'Approvals',
  'Which content types need approval before they are published, and what waits for it. The decisions about one draft are beside the thing.',
)
@Controller('approval-rules')
export class ApprovalRuleController {
  constructor(private readonly rules: ApprovalRules) {}

  @Get()
  @Scope('approval-rules:read')
  @ApiOperation({ summary: 'Read which content types need approval', description: 'One rule a type.' })
  @Answers(200, { type: 'array', items: RULE_SCHEMA })
  async all() {
    return { data: await this.rules.all() };
  }

  @Get(':type')
  @Scope('approval-rules:read')
  @ApiOperation({
    summary: 'Read whether a content type needs approval',
    description: 'And from how many; 0 where drafts are published without.',
  })
  @Refuses(CollaborationErrors.unknownType)
  @Answers(200, RULE_SCHEMA)
  async get(@PathParam('type', TYPE_PARAM) type: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.rules.get(type), reply);
  }

  @Put(':type')
  @Scope('approval-rules:manage')
  @ApiOperation({
    summary: 'Have drafts of a content type approved before they are published',
    description: 'By how many others than the last author: now, planned and in releases alike.',
  })
  @Refuses(CollaborationErrors.unknownType)
  @Answers(200, RULE_SCHEMA)
  async put(
    @PathParam('type', TYPE_PARAM) type: string,
    @JsonBody(RULE_REQUEST_SCHEMA) { required }: { required: number },
    @IfMatch() ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    assertMatch(ifMatch, tagOf(await this.rules.get(type)));
    return this.answer(await this.rules.put({ type, required }), reply);
  }

  @Delete(':type')
  @HttpCode(204)
  @Scope('approval-rules:manage')
  @ApiOperation({
    summary: 'Have drafts of a content type published without approval',
    description: 'Takes its rule away. What was decided is kept, should there be one again.',
  })
  @Refuses(CollaborationErrors.unknownType)
  @Answers(204)
  async remove(
    @PathParam('type', TYPE_PARAM) type: string,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<void> {
    assertMatch(ifMatch, tagOf(await this.rules.get(type)));
    await this.rules.remove(type);
  }

  private answer(rule: ApprovalRule, reply: FastifyReply) {
    setEtag(reply, tagOf(rule));
    return { data: rule };
  }
}

function tagOf({ required }: ApprovalRule): string {
  return `required-${String(required)}`;
}
