import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AudienceErrors, CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import {
  answerPage,
  Answers,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import type { Speech, TimelineRow } from './timeline-entry.js';
import { TIMELINE_LIST } from './timeline-filter.js';
import { CONVERSATION_SCHEMA, TIMELINE_SCHEMA } from './timeline.schema.js';
import { TimelineService } from './timeline.service.js';
import { TimelineSources } from './timeline-source.js';

const CONVERSATION_LIST = {
  ...TIMELINE_LIST,
  name: 'conversation',
  members: ['id', 'at', 'name', 'direction', 'channel', 'by', 'subject', 'text', 'sentiment'],
};

@Tag('Customers')
@Controller('customers')
export class TimelineController {
  constructor(
    private readonly timeline: TimelineService,
    private readonly sources: TimelineSources,
  ) {}

  @Get(':id/timeline')
  @Scope('customers:read')
  @ApiOperation({
    summary: "Read a customer's timeline",
    description:
      'Events of all layers, notes, messages and decisions of journeys in one order, the latest first ' +
      '(`sort=at` for the earliest).',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, TIMELINE_SCHEMA, 'list')
  async list(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string, @ListParams(TIMELINE_LIST) query: ListQuery) {
    const page = await this.timeline.page(id, query);
    return answerPage(page, query, (row) => this.present(row, query));
  }

  @Get(':id/conversation')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'Read what was said to and by a customer',
    description:
      'Messages, replies and notes of every channel with their words, for whoever speaks next. A message is put into ' +
      'words anew from the version of its template that was sent, with what is known of the customer now.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CONVERSATION_SCHEMA, 'list')
  async conversation(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @ListParams(CONVERSATION_LIST) query: ListQuery,
  ) {
    const page = await this.timeline.conversation(id, query);
    return answerPage(page, query, ({ row, speech }) => this.presentSpeech(row, speech));
  }

  private present(row: TimelineRow, { parameters }: ListQuery) {
    const locale = parameters['locale'] === 'fr' ? 'fr' : 'en';
    const entry = this.sources.byRank(row.source)?.present(row, locale);
    // A row comes from a source that has a rank.
    if (!entry) throw new TypeError(`no source has the rank ${String(row.source)}`);
    const { id, kind, ...rest } = entry;
    return { id, kind, at: formatInstant(row.at), ...rest };
  }

  private presentSpeech(row: TimelineRow, { direction, channel, by, subject, text, sentiment }: Speech) {
    const { id, name } = this.sources.byRank(row.source)?.present(row, 'en') ?? { id: '', name: '' };
    return { id, at: formatInstant(row.at), name, direction, channel, by, subject, text, sentiment };
  }
}
