import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import {
  answerPage,
  Answers,
  CreatesMissing,
  CurrentActor,
  Idempotent,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import { presentRecordedActor } from '../api/recorded-actor.js';
import { AudienceErrors } from '../audience.errors.js';
import { presentCustomer } from '../customers/customer.presenter.js';
import type { LINK_KINDS } from './identity-link.store.js';
import { IDENTITY_SCHEMA, LINK_BODY, MERGE_BODY, MERGE_SCHEMA, OUTCOME_SCHEMA } from './identity.schema.js';
import { type Identity, IdentityService } from './identity.service.js';
import { MERGE_LIST, type MergeView } from './merge-log.store.js';
import { type MergeOutcome, MergeService } from './merge.service.js';

@Tag('Customers')
@Controller('customers')
export class IdentityController {
  constructor(
    private readonly merges: MergeService,
    private readonly identity: IdentityService,
    private readonly config: ParcoursConfig,
  ) {}

  @Post('merge')
  @HttpCode(200)
  @Scope('customers:merge')
  @Idempotent()
  @ApiOperation({
    summary: 'Merge two customers',
    description:
      'Enrollments, events, messages and consents move; docs/explanation/identity.md has the rule of every field. It cannot be undone. Two merges of the same customers in opposite directions end in one customer.',
  })
  @Refuses(AudienceErrors.customerNotFound, AudienceErrors.mergeWithItself)
  @Answers(200, OUTCOME_SCHEMA)
  async merge(@JsonBody(MERGE_BODY) body: { from: string; into: string }, @CurrentActor() by: Actor) {
    return this.answer(await this.merges.merge({ ...body, by }));
  }

  @Get(':id/identities')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List the ids that lead to a customer',
    description: 'The one that the customer is shown by, then up to 1,000 others in the order of time.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, { type: 'array', items: IDENTITY_SCHEMA })
  async identities(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string) {
    const { identities } = await this.identity.identities(id);
    return { data: identities.map(presentIdentity) };
  }

  @Post(':id/identities')
  @HttpCode(200)
  @Scope('customers:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Let another id lead to a customer',
    description:
      'The customer is created where there is none. An anonymous customer of that id is merged; one who is known is not (409), and an id that was identified before stays with whom it was identified as.',
  })
  @CreatesMissing()
  @Refuses(AudienceErrors.alreadyKnown, AudienceErrors.mergeWithItself)
  @Answers(200, OUTCOME_SCHEMA)
  async link(
    @PathParam('id', CUSTOMER_ID_SCHEMA) into: string,
    @JsonBody(LINK_BODY) { id: from, kind = 'identify' }: { id: string; kind?: (typeof LINK_KINDS)[number] },
    @CurrentActor() by: Actor,
  ) {
    return this.answer(await this.merges.link({ from, into, reason: kind, by }));
  }

  @Get(':id/merges')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List the merges that ended in a customer',
    description: 'Whoever became this customer, by however many steps.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, MERGE_SCHEMA, 'list')
  async list(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string, @ListParams(MERGE_LIST) query: ListQuery) {
    return answerPage(await this.identity.merges(id, query), query, presentMerge);
  }

  private answer({ status, customer, moved }: MergeOutcome) {
    return { data: { status, customer: presentCustomer(customer, this.config.workspace), moved } };
  }
}

function presentIdentity({ id, kind, isOwn, since }: Identity) {
  return { id, kind, own: isOwn, since: formatInstant(since) };
}

function presentMerge(merge: MergeView) {
  return {
    id: String(merge.id),
    from: merge.loser_key,
    into: merge.winner_key,
    reason: merge.reason,
    before: JSON.parse(merge.loser) as unknown,
    moved: JSON.parse(merge.moved) as unknown,
    by: presentRecordedActor(merge.actor),
    mergedAt: formatInstant(merge.merged_at),
  };
}
