import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
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
import { JobRunner } from '@parcours/jobs';
import { formatInstant, idOf } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';
import { DEAD_LETTER_LIST, type DeadLetter, DeadLetterStore } from '../inbox/dead-letter.store.js';
import { INBOX_KINDS, LANE_JOB } from '../inbox/inbox-entry.js';

const LETTER_ID = {
  type: 'string',
  description: 'The id of the dead letter.',
  examples: ['8812345678901234'],
};

const DEAD_LETTER_SCHEMA = {
  title: 'Dead letter',
  description: 'Something that could not be worked.',
  type: 'object',
  required: ['id', 'kind', 'customerId', 'body', 'failure', 'failedAt'],
  properties: {
    id: LETTER_ID,
    kind: { type: 'string', enum: INBOX_KINDS, description: 'What it is.' },
    customerId: { type: 'string', description: 'Your id of the customer.', examples: ['c-1042'] },
    body: {
      type: 'object',
      description: 'The entry as it lay in the inbox.',
      examples: [{ name: 'account.created' }],
    },
    failure: {
      type: 'string',
      description: 'Why it could not be worked.',
      examples: ["TypeError: Cannot read properties of undefined (reading 'plan')"],
    },
    failedAt: { type: 'string', format: 'date-time', description: 'When it was given up.' },
  },
};

@Tag('Dead letters', 'What could not be worked, kept until somebody has mended what was wrong.')
@Controller('dead-letters')
export class DeadLetterController {
  constructor(
    private readonly letters: DeadLetterStore,
    private readonly jobs: JobRunner,
  ) {}

  @Get()
  @Scope('dead-letters:read')
  @ApiOperation({
    summary: 'List what could not be worked',
    description: 'Entries whose work has failed for good, and why.',
  })
  @Answers(200, DEAD_LETTER_SCHEMA, 'list')
  async list(@ListParams(DEAD_LETTER_LIST) query: ListQuery) {
    return answerPage(await this.letters.list(query), query, present);
  }

  @Post(':id/replay')
  @HttpCode(204)
  @Scope('dead-letters:write')
  @ApiOperation({ summary: 'Put one back into its lane', description: 'Once what was wrong is mended.' })
  @Refuses(EventErrors.deadLetterNotFound)
  @Answers(204)
  async replay(@PathParam('id', LETTER_ID) id: string): Promise<void> {
    const lane = await this.letters.replay(idOf(id));
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
