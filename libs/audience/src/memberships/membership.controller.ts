import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors } from '@parcours/content';
import type { GroupKind } from '@parcours/conditions';
import {
  answerPage,
  Answers,
  JsonBody,
  type JsonSchema,
  type ListQuery,
  ListParams,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import {
  GROUP_SCHEMA,
  KEY_SCHEMA,
  MEMBER_SCHEMA,
  PERSONA_PREVIEW_BODY,
  PREVIEW_SCHEMA,
  SEGMENT_PREVIEW_BODY,
  STATE_SCHEMA,
} from './membership.schema.js';
import { MembershipService } from './membership.service.js';
import {
  GROUP_LIST,
  type GroupView,
  MEMBER_LIST,
  type MemberView,
  MembershipViews,
} from './membership-views.store.js';
import type { Preview } from './preview/preview.service.js';

/** The routes about the members of a kind of content, which are the same for segments and personas. */
function membershipController(
  kind: GroupKind,
  { path, title, body }: { path: string; title: string; body: JsonSchema },
) {
  @Tag(title)
  @Controller(path)
  class MembershipController {
    constructor(private readonly memberships: MembershipService) {}

    @Post('preview')
    @HttpCode(200)
    @Scope('customers:read')
    @ApiOperation({
      summary: `Count who would belong to a ${kind}, and see some of them, before anything is saved`,
      description:
        'With few customers everybody is counted; with many a sample is, and `margin` says how far the count may be out.',
    })
    @Answers(200, PREVIEW_SCHEMA)
    async preview(@JsonBody(body) document: JsonObject) {
      return { data: presentPreview(await this.memberships.preview(kind, document)) };
    }

    @Post(':key/preview')
    @HttpCode(200)
    @Scope('customers:read')
    @ApiOperation({
      summary: `Count who would belong to a ${kind} by its draft, and see some of them`,
      description: 'As the draft is now, published or not.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, PREVIEW_SCHEMA)
    async previewOfDraft(@PathParam('key', KEY_SCHEMA) key: string) {
      return { data: presentPreview(await this.memberships.previewOfDraft(kind, key)) };
    }

    @Get(':key/members')
    @Scope('customers:read')
    @ApiOperation({
      summary: `List who belongs to a ${kind}`,
      description: 'As it is published, the latest to come in first.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, MEMBER_SCHEMA, 'list')
    async members(@PathParam('key', KEY_SCHEMA) key: string, @ListParams(MEMBER_LIST) query: ListQuery) {
      return answerPage(await this.memberships.members(kind, key, query), query, presentMember);
    }

    @Get(':key/membership')
    @Scope('customers:read')
    @ApiOperation({
      summary: `Read how many belong to a ${kind}, and whether that is settled`,
      description: 'After a publish, who belongs is worked out in the background.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, STATE_SCHEMA)
    async state(@PathParam('key', KEY_SCHEMA) key: string) {
      const { updatedAt, ...state } = await this.memberships.state(kind, key);
      return { data: { ...state, updatedAt: updatedAt === null ? null : formatInstant(updatedAt) } };
    }
  }
  Object.defineProperty(MembershipController, 'name', { value: `${title}MembershipController` });
  return MembershipController;
}

export const SegmentMembershipController = membershipController('segment', {
  path: 'segments',
  title: 'Segments',
  body: SEGMENT_PREVIEW_BODY,
});

export const PersonaMembershipController = membershipController('persona', {
  path: 'personas',
  title: 'Personas',
  body: PERSONA_PREVIEW_BODY,
});

@Tag('Customers')
@Controller('customers')
export class CustomerSegmentController {
  constructor(private readonly views: MembershipViews) {}

  @Get(':id/segments')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List the segments and personas that a customer is in',
    description: 'Those that are published; empty for a customer who is in none.',
  })
  @Answers(200, GROUP_SCHEMA, 'list')
  async list(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string, @ListParams(GROUP_LIST) query: ListQuery) {
    return answerPage(await this.views.groupsOf(id, query), query, presentGroup);
  }
}

function presentMember({ number, customer_key, entered_at }: MemberView) {
  return { customerId: customer_key, enteredAt: formatInstant(entered_at), number: String(number) };
}

function presentGroup({ type, item_key, entered_at }: GroupView) {
  return { type, key: item_key, enteredAt: formatInstant(entered_at) };
}

function presentPreview({ sample, ...preview }: Preview) {
  return { ...preview, sample: sample.map(({ externalId, traits }) => ({ id: externalId, traits })) };
}
