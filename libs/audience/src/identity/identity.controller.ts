import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ParcoursConfig } from '@parcours/config';
import {
  answerPage,
  Answers,
  CurrentActor,
  Idempotent,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Scope,
} from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA, CUSTOMER_SCHEMA } from '../api/customer.schema.js';
import { CUSTOMER_KINDS } from '../customers/customer.js';
import { presentCustomer } from '../customers/customer.presenter.js';
import { LINK_KINDS } from './identity-link.store.js';
import { type Identity, IdentityService } from './identity.service.js';
import { MERGE_LIST, MERGE_REASONS, type MergeView } from './merge-log.store.js';
import { type MergeOutcome, MergeService } from './merge.service.js';

const MERGE_BODY = {
  title: 'Customer merge',
  type: 'object',
  required: ['from', 'into'],
  additionalProperties: false,
  properties: {
    from: {
      ...CUSTOMER_ID_SCHEMA,
      description: 'The customer who goes: the id leads to the other from now on.',
    },
    into: { ...CUSTOMER_ID_SCHEMA, description: 'The customer who stays.' },
  },
  examples: [{ from: 'c-2077', into: 'c-1042' }],
};

const LINK_BODY = {
  title: 'Identity',
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: { ...CUSTOMER_ID_SCHEMA, description: 'The anonymous or former id.' },
    kind: {
      type: 'string',
      enum: LINK_KINDS,
      default: 'identify',
      description: 'identify: the id of a device. alias: another id of your own.',
    },
  },
  examples: [{ id: '9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11' }],
};

const OUTCOME_SCHEMA = {
  type: 'object',
  properties: {
    status: {
      enum: ['merged', 'linked', 'one-already'],
      description:
        'merged: two customers are one. linked: nobody was known by the id. one-already: both ids led to the same customer.',
    },
    customer: CUSTOMER_SCHEMA,
    moved: {
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'How many rows of what.',
    },
  },
};

const IDENTITY_SCHEMA = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    kind: { enum: CUSTOMER_KINDS },
    own: { type: 'boolean', description: 'The id that the customer is shown by.' },
    since: { type: 'string', format: 'date-time' },
  },
};

const MERGE_SCHEMA = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    from: { type: 'string' },
    into: { type: 'string' },
    reason: { enum: MERGE_REASONS },
    before: { type: 'object', description: 'What was known of the one who went.' },
    moved: { type: 'object', additionalProperties: { type: 'integer' } },
    by: { type: 'object', properties: { kind: { type: 'string' }, name: { type: 'string' } } },
    mergedAt: { type: 'string', format: 'date-time' },
  },
};

@ApiTags('Customers')
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
  @Answers(200, OUTCOME_SCHEMA)
  async merge(@JsonBody(MERGE_BODY) body: { from: string; into: string }, @CurrentActor() by: Actor) {
    return this.answer(await this.merges.merge({ ...body, by }));
  }

  @Get(':id/identities')
  @Scope('customers:read')
  @ApiOperation({ summary: 'List the ids that lead to a customer' })
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
    by: JSON.parse(merge.actor) as unknown,
    mergedAt: formatInstant(merge.merged_at),
  };
}
