import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AudienceErrors, CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import {
  answerPage,
  Answers,
  IdempotencyKey,
  Idempotent,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { EventTimeline } from '../timeline/event-timeline.source.js';
import type { TimelineRow } from '../timeline/timeline-entry.js';
import { TimelineService } from '../timeline/timeline.service.js';
import { NEW_NOTE_SCHEMA, NOTE_LIST, NOTE_SCHEMA } from './note.schema.js';
import { type NewNote, NoteService } from './note.service.js';

const ADDED_SCHEMA = {
  title: 'Accepted note',
  description: 'The note is on disk.',
  type: 'object',
  required: ['accepted'],
  properties: { accepted: { type: 'integer', description: 'How many notes were taken.', examples: [1] } },
} as const;

@Tag('Customers')
@Controller('customers')
export class NoteController {
  constructor(
    private readonly notes: NoteService,
    private readonly timeline: TimelineService,
    private readonly events: EventTimeline,
  ) {}

  @Post(':id/notes')
  @HttpCode(202)
  @Scope('notes:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Note what was said',
    description:
      'What a rep heard, what was told to support, what somebody wrote in public. It is on the timeline and in the ' +
      'conversation a moment later, and journeys can start with it: its event is `note.added`.',
  })
  @Refuses(AudienceErrors.customerNotFound, EventErrors.invalid, EventErrors.backlog)
  @Answers(202, ADDED_SCHEMA)
  async add(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @JsonBody(NEW_NOTE_SCHEMA) note: NewNote,
    @IdempotencyKey() key: string | undefined,
  ) {
    await this.notes.add(id, note, key);
    return { data: { accepted: 1 } };
  }

  @Get(':id/notes')
  @Scope('customers:read')
  @ApiOperation({ summary: "List a customer's notes", description: 'The latest first.' })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, NOTE_SCHEMA, 'list')
  async list(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string, @ListParams(NOTE_LIST) query: ListQuery) {
    const page = await this.timeline.page(id, query, { kinds: ['note'] });
    return answerPage(page, query, (row) => this.present(row));
  }

  private present(row: TimelineRow) {
    const { id, channel, touchpoint, department, details } = this.events.present(row);
    const { text, kind, sentiment = null, author = null, source = null } = details;
    return {
      ...{ id, at: formatInstant(row.at), text, kind, sentiment, author, source },
      ...{ channel, touchpoint, department },
    };
  }
}
