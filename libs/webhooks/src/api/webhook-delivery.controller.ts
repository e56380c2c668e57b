import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM, NO_MEMBERS_SCHEMA } from '@parcours/content';
import {
  answerPage,
  Answers,
  Idempotent,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { type JsonObject, parseInstant } from '@parcours/kernel';

import { DeliveryLog } from '../deliveries/delivery-log.service.js';
import { DELIVERY_LIST, type DeliveryView } from '../deliveries/delivery-view.store.js';
import { WebhookTrial } from '../deliveries/webhook-trial.service.js';
import { WebhookEndpoints } from '../endpoints/webhook-endpoint.service.js';
import { PostedPayloads } from '../events/posted-payloads.service.js';
import { WebhookErrors } from '../webhooks.errors.js';
import { presentDelivery, presentWholeDelivery } from './webhook.presenter.js';
import {
  DELIVERY_ID,
  DELIVERY_SCHEMA,
  REPLAY_SCHEMA,
  REPLAYED_SCHEMA,
  WHOLE_DELIVERY_SCHEMA,
} from './webhook.schema.js';

@Tag('Webhooks')
@Controller('webhooks/:key')
export class WebhookDeliveryController {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly log: DeliveryLog,
    private readonly payloads: PostedPayloads,
    private readonly trial: WebhookTrial,
  ) {}

  @Get('deliveries')
  @Scope('webhooks:read')
  @ApiOperation({ summary: "List a webhook's deliveries", description: 'Those of the last 30 days.' })
  @Refuses(ContentErrors.notFound)
  @Answers(200, DELIVERY_SCHEMA, 'list')
  async list(@PathParam('key', KEY_PARAM) key: string, @ListParams(DELIVERY_LIST) query: ListQuery) {
    const { id } = await this.endpoints.require(key);
    return answerPage(await this.log.list(id, query), query, presentDelivery);
  }

  @Get('deliveries/:id')
  @Scope('webhooks:read')
  @ApiOperation({
    summary: 'Read a delivery',
    description: 'With what is posted and how each attempt went.',
  })
  @Refuses(ContentErrors.notFound, WebhookErrors.deliveryNotFound)
  @Answers(200, WHOLE_DELIVERY_SCHEMA)
  async get(@PathParam('key', KEY_PARAM) key: string, @PathParam('id', DELIVERY_ID) id: string) {
    const item = await this.endpoints.require(key);
    return { data: await this.whole(await this.log.require(item.id, id)) };
  }

  @Post('deliveries/:id/replay')
  @HttpCode(200)
  @Scope('webhooks:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Deliver once more',
    description: 'At once, with the same webhook-id, whether it has arrived before or not.',
  })
  @Refuses(
    ContentErrors.notFound,
    WebhookErrors.deliveryNotFound,
    WebhookErrors.notInUse,
    WebhookErrors.disabled,
    WebhookErrors.beingDelivered,
  )
  @Answers(200, WHOLE_DELIVERY_SCHEMA)
  async replay(
    @PathParam('key', KEY_PARAM) key: string,
    @PathParam('id', DELIVERY_ID) id: string,
    @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
  ) {
    const item = await this.endpoints.requireListening(key);
    return { data: await this.whole(await this.log.replay(item.id, id)) };
  }

  @Post('replay')
  @HttpCode(200)
  @Scope('webhooks:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Deliver everything since a time once more',
    description: 'What was given up, or with `of: all` what has arrived too.',
  })
  @Refuses(ContentErrors.notFound, WebhookErrors.notInUse, WebhookErrors.disabled)
  @Answers(200, REPLAYED_SCHEMA)
  async replaySince(
    @PathParam('key', KEY_PARAM) key: string,
    @JsonBody(REPLAY_SCHEMA) { since, of = 'dead' }: { since: string; of?: 'dead' | 'all' },
  ) {
    const item = await this.endpoints.requireListening(key);
    const queued = await this.log.replaySince(item.id, { since: parseInstant(since) ?? 0, of });
    return { data: { queued } };
  }

  @Post('test')
  @HttpCode(200)
  @Scope('webhooks:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Try a webhook out',
    description:
      'Posts `webhook.test` to the address in the draft, once and at once, and answers how it went.',
  })
  @Refuses(ContentErrors.notFound, WebhookErrors.notTestable)
  @Answers(200, WHOLE_DELIVERY_SCHEMA)
  async test(@PathParam('key', KEY_PARAM) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
    const item = await this.endpoints.requireTestable(key);
    const id = await this.trial.run(item);
    return { data: await this.whole(await this.log.require(item.id, id)) };
  }

  private async whole(delivery: DeliveryView) {
    return presentWholeDelivery(delivery, await this.payloads.find(delivery.event_id));
  }
}
