import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { answerPage, Answers, ListParams, type ListQuery, Scope, Tag } from '@parcours/http';

import { ApprovalRequestStore, REQUEST_LIST } from './approval-request.store.js';
import { LISTED_REQUEST_SCHEMA, presentListedRequest } from './approval.schema.js';

@Tag('Approvals')
@Controller('approval-requests')
export class ApprovalRequestController {
  constructor(private readonly requests: ApprovalRequestStore) {}

  @Get()
  @Scope('approval-requests:read')
  @ApiOperation({
    summary: 'List what others ask to be approved',
    description: 'Of every type; `filter[status][eq]=open` for what waits.',
  })
  @Answers(200, LISTED_REQUEST_SCHEMA, 'list')
  async list(@ListParams(REQUEST_LIST) query: ListQuery) {
    return answerPage(await this.requests.list(query), query, presentListedRequest);
  }
}
