import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { answerPage, Answers, ListParams, type ListQuery, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { NAME_SCHEMA, VIOLATION_SCHEMA } from './event-catalogue.schema.js';
import { EVENT_NAME_LIST, EVENT_VIOLATION_LIST, type EventViolationRow } from './event-names.store.js';
import { EventNamesService, type ListedName } from './event-names.service.js';

@Tag('Events')
@Controller('events')
export class EventNamesController {
  constructor(private readonly names: EventNamesService) {}

  @Get('catalogue')
  @Scope('events:read')
  @ApiOperation({
    summary: 'List the names of events',
    description:
      'Every name that was defined or has come, with its counts, which are about a second old. ' +
      '`filter[definition][null]=true` lists the names that nobody has defined.',
  })
  @Answers(200, NAME_SCHEMA, 'list')
  async list(@ListParams(EVENT_NAME_LIST) query: ListQuery) {
    return answerPage(await this.names.list(query), query, presentName);
  }

  @Get('violations')
  @Scope('events:read')
  @ApiOperation({
    summary: 'List how events broke their schemas',
    description:
      'One entry for each event name, place and kind of defect. The events themselves are kept, and marked on the ' +
      'timeline of their customers.',
  })
  @Answers(200, VIOLATION_SCHEMA, 'list')
  async violations(@ListParams(EVENT_VIOLATION_LIST) query: ListQuery) {
    return answerPage(await this.names.violations(query), query, presentViolation);
  }
}

function presentName({ row, known }: ListedName) {
  return {
    event: row.name,
    definition: row.definition_key,
    layer: known?.origin.layer ?? 'behavioural',
    touchpoint: known?.origin.touchpoint ?? null,
    channel: known?.origin.channel ?? null,
    device: known?.origin.device ?? null,
    department: known?.origin.department ?? null,
    received: row.received,
    violating: row.violating,
    firstSeenAt: row.first_seen_at === null ? null : formatInstant(row.first_seen_at),
    lastSeenAt: row.last_seen_at === null ? null : formatInstant(row.last_seen_at),
  };
}

function presentViolation(row: EventViolationRow) {
  return {
    id: String(row.id),
    event: row.name,
    pointer: row.pointer,
    code: row.code,
    detail: row.detail,
    occurrences: row.occurrences,
    lastMessageId: row.last_message_id,
    firstSeenAt: formatInstant(row.first_seen_at),
    lastSeenAt: formatInstant(row.last_seen_at),
  };
}
