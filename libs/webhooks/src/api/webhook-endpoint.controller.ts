import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, KEY_PARAM, NO_MEMBERS_SCHEMA } from '@parcours/content';
import { Answers, Idempotent, JsonBody, PathParam, Refuses, Scope, Tag } from '@parcours/http';
import { Clock, type JsonObject } from '@parcours/kernel';
import { PluginErrors } from '@parcours/plugin-host';

import { DeliveryViews } from '../deliveries/delivery-view.store.js';
import { EndpointSecrets } from '../endpoints/endpoint-secrets.service.js';
import { WebhookEndpoints } from '../endpoints/webhook-endpoint.service.js';
import { instantOf, presentEndpoint } from './webhook.presenter.js';
import { ENDPOINT_SCHEMA, NEW_SECRET_SCHEMA } from './webhook.schema.js';

@Tag('Webhooks')
@Controller('webhooks/:key')
export class WebhookEndpointController {
  constructor(
    private readonly endpoints: WebhookEndpoints,
    private readonly secrets: EndpointSecrets,
    private readonly deliveries: DeliveryViews,
    private readonly clock: Clock,
  ) {}

  @Get('endpoint')
  @Scope('webhooks:read')
  @ApiOperation({
    summary: 'Read how a webhook stands',
    description: 'Its secrets (never their text), whether its receiver is gone, and what waits.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, ENDPOINT_SCHEMA)
  async get(@PathParam('key', KEY_PARAM) key: string) {
    return { data: await this.present(key) };
  }

  @Post('rotate-secret')
  @HttpCode(200)
  @Scope('webhooks:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Make a new secret for a webhook',
    description:
      'The answer holds it, this once. For 24 hours deliveries are signed with the secret before as well.',
  })
  @Refuses(ContentErrors.notFound, PluginErrors.secretKeyMissing)
  @Answers(200, NEW_SECRET_SCHEMA)
  async rotate(@PathParam('key', KEY_PARAM) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
    const { id } = await this.endpoints.require(key);
    const { secret, previousUntil } = await this.secrets.rotate(id);
    return { data: { secret, previousUntil: instantOf(previousUntil) } };
  }

  @Post('enable')
  @HttpCode(200)
  @Scope('webhooks:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Deliver to a webhook again',
    description: 'After its receiver had said that it is gone (410). Publishing a change does the same.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, ENDPOINT_SCHEMA)
  async enable(@PathParam('key', KEY_PARAM) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
    await this.endpoints.enable(await this.endpoints.require(key));
    return { data: await this.present(key) };
  }

  private async present(key: string) {
    const item = await this.endpoints.require(key);
    return presentEndpoint(await this.endpoints.standing(item), {
      waiting: await this.deliveries.waiting(item.id),
      now: this.clock.now(),
    });
  }
}
