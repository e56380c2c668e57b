import { Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, assertMatch, IfMatch, JsonBody, PathParam, Scope, setEtag } from '@parcours/http';
import type { FastifyReply } from 'fastify';

import { type ApprovalRule, ApprovalRules } from './approval-rules.service.js';
import { RULE_REQUEST_SCHEMA, RULE_SCHEMA } from './approval.schema.js';

@ApiTags('Approvals')
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
    description: 'By how many; 0 where there is no rule.',
  })
  @Answers(200, RULE_SCHEMA)
  async get(@PathParam('type') type: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.rules.get(type), reply);
  }

  @Put(':type')
  @Scope('approval-rules:manage')
  @ApiOperation({
    summary: 'Have drafts of a content type approved before they are published',
    description: 'By how many others than the last author: now, planned and in releases alike.',
  })
  @Answers(200, RULE_SCHEMA)
  async put(
    @PathParam('type') type: string,
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
    description:
      'Ends the rule. What was decided stays with the drafts, and counts again with the next rule.',
  })
  @Answers(204)
  async remove(@PathParam('type') type: string, @IfMatch() ifMatch: string | undefined): Promise<void> {
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
