import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, DraftService, KEY_PARAM } from '@parcours/content';
import { Answers, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { ConnectorDeliveries, type ConnectorDelivery } from '../gates/connector-delivery.service.js';
import type { GateState } from '../gates/gate-state.js';
import type { Waiting } from '../gates/gate.store.js';
import { MessagingErrors } from '../messaging.errors.js';
import { CONNECTOR_DELIVERY_SCHEMA } from './connector-delivery.schema.js';

@Tag('Connectors')
@Controller('connectors')
export class ConnectorDeliveryController {
  constructor(
    private readonly drafts: DraftService,
    private readonly deliveries: ConnectorDeliveries,
  ) {}

  @Get(':key/delivery')
  @Scope('connectors:read')
  @ApiOperation({
    summary: 'See how the deliveries of a connector stand',
    description:
      'What waits, what limits let through, whether the provider is within reach, and what it said last.',
  })
  @Refuses(ContentErrors.notFound, MessagingErrors.connectorNotPublished)
  @Answers(200, CONNECTOR_DELIVERY_SCHEMA)
  async get(@PathParam('key', KEY_PARAM) key: string) {
    await this.drafts.require({ type: CONNECTOR_TYPE.name, key });
    const found = await this.deliveries.find(key);
    if (!found) throw MessagingErrors.connectorNotPublished({ key });
    return { data: present(found) };
  }
}

function present({ gate, windows, concurrency, warmUp, waiting, now }: ConnectorDelivery) {
  const { lastError } = gate;
  const { state, nextAt } = stateOf(gate, now);
  return {
    state,
    nextAt: instant(nextAt),
    waiting: { marketing: waitingView(waiting.marketing), transactional: waitingView(waiting.transactional) },
    sending: {
      batches: gate.out.length,
      messages: gate.out.reduce((sum, { count }) => sum + count, 0),
    },
    concurrency: concurrency ?? null,
    limits: windows.map(({ name, limit, used, freeAt }) => ({
      per: name,
      limit,
      used,
      freeAt: instant(freeAt),
    })),
    warmUp: warmUp
      ? {
          day: warmUp.number,
          date: warmUp.date,
          limit: warmUp.messages,
          sent: warmUp.sent,
          endsAt: formatInstant(warmUp.endsAt),
        }
      : null,
    lastError: lastError ? { ...lastError, at: formatInstant(lastError.at) } : null,
  };
}

function stateOf({ throttledUntil = 0, outage }: GateState, now: number) {
  if (throttledUntil > now) return { state: 'throttled', nextAt: throttledUntil };
  if (outage?.openUntil === undefined) return { state: 'open', nextAt: undefined };
  const isProbing = (outage.probeUntil ?? 0) > now;
  return isProbing ? { state: 'probing', nextAt: undefined } : { state: 'down', nextAt: outage.openUntil };
}

function waitingView({ messages, since }: Waiting) {
  return { messages, since: instant(since) };
}

function instant(at: number | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}
