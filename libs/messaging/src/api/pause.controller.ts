import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  assertNoDefects,
  CurrentActor,
  Idempotent,
  JsonBody,
  type ListQuery,
  ListParams,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import {
  type Actor,
  Clock,
  formatDuration,
  formatInstant,
  parseDuration,
  parseInstant,
} from '@parcours/kernel';

import { MessagingErrors } from '../messaging.errors.js';
import type { Afterwards, PauseSubject } from '../pauses/message-pause.js';
import { MessagePauses } from '../pauses/message-pause.service.js';
import { PAUSE_LIST, type PauseView } from '../pauses/message-pause.store.js';
import {
  NEW_PAUSE_SCHEMA,
  PAUSE_COUNT_SCHEMA,
  PAUSE_ID,
  PAUSE_SCHEMA,
  PAUSE_SUBJECT_SCHEMA,
} from './pause.schema.js';

interface NewPauseBody extends PauseSubject {
  readonly reason: string;
  readonly until?: string;
  readonly then?: Afterwards;
  readonly olderThan?: string;
}

@Tag('Pauses', 'Messages held back by hand, while something is wrong.')
@Controller('pauses')
export class PauseController {
  constructor(
    private readonly pauses: MessagePauses,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Scope('messages:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Hold messages',
    description:
      'Journeys go on, and what they decide to send waits: every delivery knows with its next batch. What a provider is being handed this moment goes out.',
  })
  @Answers(201, PAUSE_SCHEMA)
  async start(@JsonBody(NEW_PAUSE_SCHEMA) body: NewPauseBody, @CurrentActor() by: Actor) {
    const { reason, until, then = 'send', olderThan, ...subject } = body;
    const untilAt = until === undefined ? null : (parseInstant(until) ?? 0);
    if (untilAt !== null && untilAt <= this.clock.now()) {
      const detail = 'Must be a time to come, such as 2030-03-02T08:00:00Z.';
      assertNoDefects([{ pointer: '/until', code: 'schema.range', detail }], 'body');
    }
    const olderThanMs = olderThan === undefined ? null : (parseDuration(olderThan) ?? null);
    const made = { subject, reason, afterwards: then, olderThanMs, untilAt };
    return { data: present(await this.pauses.start(made, by)) };
  }

  @Post('preview')
  @HttpCode(200)
  @Scope('messages:operate')
  @ApiOperation({ summary: 'Count what a pause would hold', description: 'Changes nothing.' })
  @Answers(200, PAUSE_COUNT_SCHEMA)
  async preview(@JsonBody(PAUSE_SUBJECT_SCHEMA) subject: PauseSubject) {
    return { data: { waiting: await this.pauses.count(subject) } };
  }

  @Get()
  @Scope('messages:read')
  @ApiOperation({ summary: 'List pauses', description: 'The latest first, with what each holds.' })
  @Answers(200, PAUSE_SCHEMA, 'list')
  async list(@ListParams(PAUSE_LIST) query: ListQuery) {
    return answerPage(await this.pauses.list(query), query, present);
  }

  @Get(':id')
  @Scope('messages:read')
  @ApiOperation({ summary: 'Read a pause', description: 'Who started it and why, and what it holds.' })
  @Refuses(MessagingErrors.pauseNotFound)
  @Answers(200, PAUSE_SCHEMA)
  async get(@PathParam('id', PAUSE_ID) id: string) {
    return { data: present(await this.pauses.get(numberOf(id))) };
  }

  @Delete(':id')
  @Scope('messages:operate')
  @ApiOperation({
    summary: 'End a pause',
    description:
      'What it held is sent, decided anew or dropped, as it says. It stays on record; one that has ended stays as it is.',
  })
  @Refuses(MessagingErrors.pauseNotFound)
  @Answers(200, PAUSE_SCHEMA)
  async end(@PathParam('id', PAUSE_ID) id: string, @CurrentActor() by: Actor) {
    return { data: present(await this.pauses.end(numberOf(id), by)) };
  }
}

/** @throws messages.pause-not-found */
function numberOf(id: string): number {
  if (!/^\d{1,16}$/.test(id)) throw MessagingErrors.pauseNotFound({ id });
  return Number(id);
}

function present(pause: PauseView) {
  const { subject, olderThanMs, untilAt, endedAt } = pause;
  return {
    id: String(pause.id),
    channel: subject.channel ?? null,
    touchpoint: subject.touchpoint ?? null,
    category: subject.category ?? null,
    brand: subject.brand ?? null,
    all: subject.all ?? false,
    reason: pause.reason,
    then: pause.afterwards,
    olderThan: olderThanMs === null ? null : formatDuration(olderThanMs),
    until: untilAt === null ? null : formatInstant(untilAt),
    createdBy: pause.createdBy,
    createdAt: formatInstant(pause.createdAt),
    endedBy: pause.endedBy,
    endedAt: endedAt === null ? null : formatInstant(endedAt),
    held: pause.held,
    sent: pause.sent,
    dropped: pause.dropped,
  };
}
