import { Readable } from 'node:stream';

import { Controller, Get, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
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

import { AudienceErrors } from '../audience.errors.js';
import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import { ErasureService } from './erasure.service.js';
import { type Erasure, ERASURE_LIST, ErasureStore } from './erasure.store.js';
import { PersonalExport } from './personal-export.service.js';
import { ERASURE_SCHEMA, PERSONAL_EXPORT_SCHEMA } from './privacy.schema.js';

const NO_MEMBERS = {
  title: 'Erasure request',
  description: 'Nothing: the address says it all.',
  type: 'object',
  additionalProperties: false,
  properties: {},
  examples: [{}],
};

@Tag(
  'Privacy',
  'What people may ask for by law: what is held on them, and that it is erased; how long events are kept.',
)
@Controller()
export class PrivacyController {
  constructor(
    private readonly exports: PersonalExport,
    private readonly erasures: ErasureService,
    private readonly book: ErasureStore,
  ) {}

  @Get('customers/:id/export')
  @Scope('customers:export')
  @ApiOperation({
    summary: 'Hand out everything that is held on a customer',
    description:
      'Machine-readable, for the rights of access and of portability (GDPR, articles 15 and 20): every row of every table that is about them, streamed, however much it is.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, PERSONAL_EXPORT_SCHEMA)
  async export(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string): Promise<StreamableFile> {
    const pieces = await this.exports.of(id);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: 'application/json; charset=utf-8',
      disposition: 'attachment; filename="customer.json"',
    });
  }

  @Post('customers/:id/erase')
  @HttpCode(200)
  @Scope('customers:erase')
  @Idempotent()
  @ApiOperation({
    summary: 'Erase a customer',
    description:
      'Deletes or anonymises everything about them, in one transaction (GDPR, article 17); docs/explanation/privacy.md has what becomes of each table. It cannot be undone. What they did before and is sent again is dropped; what they do afterwards makes a new customer. Asked again, it answers the erasure that there was.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, ERASURE_SCHEMA)
  async erase(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @JsonBody(NO_MEMBERS) _body: object,
    @CurrentActor() by: Actor,
  ) {
    return { data: present(await this.erasures.erase(id, by)) };
  }

  @Get('customers/:id/erasures')
  @Scope('customers:erase')
  @ApiOperation({
    summary: 'Tell whether and when a customer was erased',
    description: 'By the id, which is hashed and looked for; nobody else can be found this way.',
  })
  @CreatesMissing()
  @Answers(200, { type: 'array', description: 'None for one who was never erased.', items: ERASURE_SCHEMA })
  async of(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string) {
    return { data: (await this.erasures.of(id)).map(present) };
  }

  @Get('erasures')
  @Scope('customers:erase')
  @ApiOperation({ summary: 'List erasures', description: 'That there were some, not of whom.' })
  @Answers(200, ERASURE_SCHEMA, 'list')
  async list(@ListParams(ERASURE_LIST) query: ListQuery) {
    return answerPage(await this.book.list(query), query, present);
  }
}

function present({ id, subject, counts, by, erasedAt, dropped }: Erasure) {
  return {
    id: String(id),
    subject,
    rows: counts,
    by,
    erasedAt: formatInstant(erasedAt),
    droppedEvents: dropped,
  };
}
