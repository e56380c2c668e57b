import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { answerPage, Answers, ListParams, type ListQuery, PathParam, Scope } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { formatInstant } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { DEAD_LETTER_LIST, type DeadLetter, DeadLetterStore } from '../inbox/dead-letter.store.js';
import { INBOX_KINDS, LANE_JOB } from '../inbox/inbox-entry.js';

const DEAD_LETTER_SCHEMA = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    kind: { enum: INBOX_KINDS },
    customerId: { type: 'string' },
    body: { type: 'object', description: 'The entry as it lay in the inbox.' },
    failure: { type: 'string', description: 'Why it could not be worked.' },
    failedAt: { type: 'string', format: 'date-time' },
  },
};

@ApiTags('Dead letters')
@Controller('dead-letters')
export class DeadLetterController {
  constructor(
    private readonly letters: DeadLetterStore,
    private readonly jobs: JobRunner,
  ) {}

  @Get()
  @Scope('dead-letters:read')
  @ApiOperation({ summary: 'List what could not be worked' })
  @Answers(200, DEAD_LETTER_SCHEMA, 'list')
  async list(@ListParams(DEAD_LETTER_LIST) query: ListQuery) {
    return answerPage(await this.letters.list(query), query, present);
  }

  @Post(':id/replay')
  @HttpCode(204)
  @Scope('dead-letters:write')
  @ApiOperation({ summary: 'Put one back into its lane', description: 'Once what was wrong is mended.' })
  @Answers(204)
  async replay(@PathParam('id') id: string): Promise<void> {
    const lane = /^\d{1,16}$/.test(id) ? await this.letters.replay(Number(id)) : undefined;
    if (lane === undefined) throw EventErrors.deadLetterNotFound({ id });
    this.jobs.wake(LANE_JOB, [String(lane)]);
  }
}

function present(letter: DeadLetter) {
  return {
    id: String(letter.id),
    kind: INBOX_KINDS[letter.kind],
    customerId: letter.customer_key,
    body: JSON.parse(letter.body) as unknown,
    failure: letter.failure,
    failedAt: formatInstant(letter.failed_at),
  };
}
