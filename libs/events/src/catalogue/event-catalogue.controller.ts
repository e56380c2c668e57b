import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { answerPage, Answers, ListParams, type ListQuery, Scope } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { EVENT_LAYERS } from '../event-origin.js';
import { EVENT_NAME_LIST, EVENT_VIOLATION_LIST, type EventViolationRow } from './event-names.store.js';
import { EventNamesService, type ListedName } from './event-names.service.js';

const TEXT_OR_NULL = { type: ['string', 'null'] };
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' };

const NAME_SCHEMA = {
  title: 'Event name',
  type: 'object',
  properties: {
    event: { type: 'string', description: '`*` stands for all names beyond the first 10,000.' },
    definition: { ...TEXT_OR_NULL, description: 'Key of its event definition; null for an unknown event.' },
    layer: { enum: EVENT_LAYERS },
    touchpoint: TEXT_OR_NULL,
    channel: TEXT_OR_NULL,
    device: TEXT_OR_NULL,
    department: TEXT_OR_NULL,
    received: { type: 'integer', description: 'How often it came, repeated ones included.' },
    violating: { type: 'integer', description: 'How often its properties were not what its schema says.' },
    firstSeenAt: INSTANT_OR_NULL,
    lastSeenAt: INSTANT_OR_NULL,
  },
  examples: [
    {
      event: 'order.completed',
      definition: 'order.completed',
      layer: 'transactional',
      touchpoint: null,
      channel: 'web',
      device: null,
      department: null,
      received: 1042,
      violating: 3,
      firstSeenAt: '2026-03-02T08:00:00.000Z',
      lastSeenAt: '2026-03-09T08:00:00.000Z',
    },
  ],
} as const;

const VIOLATION_SCHEMA = {
  title: 'Event violation',
  type: 'object',
  properties: {
    id: { type: 'string' },
    event: { type: 'string' },
    pointer: { type: 'string', description: 'Place in the properties; `*` stands for any entry of a list.' },
    code: { type: 'string' },
    detail: { type: 'string', description: 'What was wrong the last time.' },
    occurrences: { type: 'integer' },
    lastMessageId: TEXT_OR_NULL,
    firstSeenAt: { type: 'string', format: 'date-time' },
    lastSeenAt: { type: 'string', format: 'date-time' },
  },
  examples: [
    {
      id: '5283467182',
      event: 'order.completed',
      pointer: '/amount',
      code: 'schema.wrong-type',
      detail: 'Must be a number, not a string.',
      occurrences: 3,
      lastMessageId: 'shop-1001',
      firstSeenAt: '2026-03-02T08:00:00.000Z',
      lastSeenAt: '2026-03-09T08:00:00.000Z',
    },
  ],
} as const;

@ApiTags('Events')
@Controller('events')
export class EventCatalogueController {
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
