import { Injectable } from '@nestjs/common';
import { type ContentItem, DraftService, PublishingService } from '@parcours/content';
import { Database } from '@parcours/database';
import { isError } from '@parcours/kernel';

import { WEBHOOK_TYPE } from '../declaration/webhook.type.js';
import { WebhookErrors } from '../webhooks.errors.js';
import { DeliveryTargets } from './delivery-targets.service.js';
import { type Endpoint, EndpointStore } from './endpoint.store.js';

/** What a webhook has beside its content, and whether it hears nothing any more. */
export interface EndpointStanding {
  readonly endpoint: Endpoint | undefined;
  readonly isDisabled: boolean;
}

/** Webhooks by their keys, and what they have beside their content. */
@Injectable()
export class WebhookEndpoints {
  constructor(
    private readonly drafts: DraftService,
    private readonly publishing: PublishingService,
    private readonly endpoints: EndpointStore,
    private readonly targets: DeliveryTargets,
    private readonly database: Database,
  ) {}

  /** @throws content.not-found */
  async require(key: string): Promise<ContentItem> {
    return this.drafts.require({ type: WEBHOOK_TYPE.name, key });
  }

  /** Its draft, if it could be published. @throws content.not-found, webhooks.not-testable */
  async requireTestable(key: string): Promise<ContentItem> {
    const { findings } = await this.publishing.validate({ type: WEBHOOK_TYPE.name, key });
    const errors = findings.filter(isError);
    if (errors.length === 0) return this.require(key);
    const items = errors.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw WebhookErrors.notTestable({ key }, { errors: items });
  }

  /** One that deliveries can be replayed to. @throws content.not-found, webhooks.not-in-use, webhooks.disabled */
  async requireListening(key: string): Promise<ContentItem> {
    const item = await this.require(key);
    const listener = await this.targets.listener(item.id);
    if (!listener) throw WebhookErrors.notInUse({ key });
    if (listener.isDisabled) throw WebhookErrors.disabled({ key });
    return item;
  }

  /** By one look at the endpoint, so that why it is disabled is told whenever it is. */
  async standing({ id }: ContentItem): Promise<EndpointStanding> {
    const listener = await this.targets.listener(id);
    const endpoint = await this.endpoints.find(this.database.sql, id);
    return {
      endpoint,
      isDisabled: listener !== undefined && endpoint?.disabledVersionId === listener.versionId,
    };
  }

  async enable({ id }: ContentItem): Promise<void> {
    await this.endpoints.enable(this.database.sql, id);
  }
}
