import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, type JsonSchema, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { type SenderDomain, SenderDomains } from './sender-domains.service.js';

const SENDER_DOMAIN_SCHEMA: JsonSchema = {
  title: 'Sender domain',
  description: 'A domain whose first days a plan holds back.',
  type: 'object',
  required: ['domain', 'brands', 'day', 'date', 'limit', 'sent', 'endsAt'],
  properties: {
    domain: { type: 'string', description: 'Where emails come from.', examples: ['news.example.com'] },
    brands: {
      type: 'array',
      items: { type: 'string' },
      description: 'Keys of the brands whose senders have the plan.',
      examples: [['main']],
    },
    day: {
      type: 'integer',
      description: '1 for the first day of the plan; less before it begins.',
      examples: [3],
    },
    date: {
      type: 'string',
      format: 'date',
      description: 'Today, in the zone of the plan.',
      examples: ['2026-03-04'],
    },
    limit: { type: 'integer', description: 'Emails that may leave today.', examples: [500] },
    sent: {
      type: 'integer',
      description: 'Emails that were let out today, whether they arrived or not.',
      examples: [120],
    },
    endsAt: { type: 'string', format: 'date-time', description: 'When the next day begins.' },
  },
};

@Tag('Connectors')
@Controller('sender-domains')
export class SenderDomainController {
  constructor(private readonly domains: SenderDomains) {}

  @Get()
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See how new sender domains stand',
    description: 'Every domain that a plan holds back today, on one page; none once its plan is over.',
  })
  @Answers(200, SENDER_DOMAIN_SCHEMA, 'list')
  async list() {
    const data = (await this.domains.list()).map(present);
    return { data, page: { next: null, limit: data.length } };
  }
}

function present({ domain, brands, quota, sent }: SenderDomain) {
  const { number: day, date, messages: limit, endsAt } = quota;
  return { domain, brands, day, date, limit, sent, endsAt: formatInstant(endsAt) };
}
