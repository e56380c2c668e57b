import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { Clock, formatInstant } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';
import { AudienceErrors } from '../audience.errors.js';
import { CustomerService } from '../customers/customer.service.js';
import {
  COUNTED_REACTIONS,
  explicitChannel,
  preferredChannel,
  REACTION_WORTH,
  scoreAt,
} from './channel-standing.rules.js';

const COUNTS_SCHEMA = {
  type: 'object',
  description: 'How many reactions of each kind there were.',
  required: [...COUNTED_REACTIONS],
  properties: Object.fromEntries(
    COUNTED_REACTIONS.map((kind) => [
      kind,
      {
        type: 'integer',
        description: `Each is worth ${String(REACTION_WORTH[kind])}.`,
        examples: [kind === 'clicked' ? 2 : 0],
      },
    ]),
  ),
};

const CHANNELS_SCHEMA = {
  title: 'Channels of a customer',
  description:
    'How a customer takes to each channel, and which is tried first where a step says `preferred`.',
  type: 'object',
  required: ['preferred', 'explicit', 'channels'],
  properties: {
    preferred: {
      type: ['string', 'null'],
      description:
        'What the customer says, else the channel of the highest score above 0; null where nothing is known.',
      examples: ['email'],
    },
    explicit: {
      type: ['string', 'null'],
      description: 'What the customer says, in the trait preferred_channel.',
      examples: [null],
    },
    channels: {
      type: 'array',
      description: 'Every channel on which there was a reaction, the best first.',
      items: {
        type: 'object',
        required: ['channel', 'score', 'counts', 'lastReaction', 'lastReactionAt'],
        properties: {
          channel: { type: 'string', description: 'Such as email.', examples: ['email'] },
          score: {
            type: 'number',
            description: 'What its reactions are worth today: each loses half of its worth in 30 days.',
            examples: [4.75],
          },
          counts: COUNTS_SCHEMA,
          lastReaction: { type: 'string', enum: [...COUNTED_REACTIONS], description: 'The latest.' },
          lastReactionAt: { type: 'string', format: 'date-time', description: 'When that was.' },
        },
      },
    },
  },
} as const;

@Tag('Customers')
@Controller('customers')
export class ChannelController {
  constructor(
    private readonly customers: CustomerService,
    private readonly clock: Clock,
  ) {}

  @Get(':id/channels')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'Read which channels a customer takes to',
    description:
      'From their reactions to messages, with what they are worth; what the customer says goes first.',
  })
  @Refuses(AudienceErrors.customerNotFound)
  @Answers(200, CHANNELS_SCHEMA)
  async get(@PathParam('id', CUSTOMER_ID_SCHEMA) id: string) {
    const { traits, profile } = await this.customers.get(id);
    const now = this.clock.now();
    const channels = Object.entries(profile.channels?.standings ?? {}).map(([channel, standing]) => ({
      channel,
      score: Math.round(scoreAt(standing, now) * 100) / 100,
      counts: Object.fromEntries(COUNTED_REACTIONS.map((kind) => [kind, standing.counts[kind] ?? 0])),
      lastReaction: standing.last,
      lastReactionAt: formatInstant(standing.at),
    }));
    return {
      data: {
        preferred: preferredChannel(traits, profile.channels) ?? null,
        explicit: explicitChannel(traits) ?? null,
        channels: channels.sort((a, b) => b.score - a.score),
      },
    };
  }
}
