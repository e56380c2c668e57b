import { Injectable } from '@nestjs/common';
import { PublishedContent, type PublishedVersion } from '@parcours/content';
import { Database } from '@parcours/database';
import { isJsonObject } from '@parcours/kernel';
import { SealedTexts } from '@parcours/plugin-host';

import { WEBHOOK_TYPE, type WebhookDocument } from '../declaration/webhook.type.js';
import { WebhookErrors } from '../webhooks.errors.js';
import { EndpointSecrets } from './endpoint-secrets.service.js';
import { EndpointStore } from './endpoint.store.js';
import type { Listener } from './listener.js';

/** Where events of a webhook go, and with what. */
export interface DeliveryTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The newest first. */
  readonly secrets: readonly string[];
}

/** Who listens, by what is published. */
@Injectable()
export class DeliveryTargets {
  constructor(
    private readonly content: PublishedContent,
    private readonly database: Database,
    private readonly endpoints: EndpointStore,
    private readonly secrets: EndpointSecrets,
    private readonly sealed: SealedTexts,
  ) {}

  /** Everybody who listens. Not to be called inside a transaction. */
  async listeners(): Promise<Listener[]> {
    const published = await this.inUse();
    if (published.length === 0) return [];
    const endpoints = await this.endpoints.all(this.database.sql);
    const disabled = new Set(endpoints.map(({ disabledVersionId }) => disabledVersionId));
    return published.map(({ itemId, versionId, key, document }) => ({
      itemId,
      versionId,
      key,
      events: document.events,
      isDisabled: disabled.has(versionId),
    }));
  }

  async listener(itemId: number): Promise<Listener | undefined> {
    return (await this.listeners()).find((listener) => listener.itemId === itemId);
  }

  /**
   * Where the published version of a webhook leads.
   * @throws webhooks.not-in-use, plugins.secret-unreadable, plugins.secret-key-missing
   */
  async published({ itemId, key }: Pick<Listener, 'itemId' | 'key'>): Promise<DeliveryTarget> {
    const found = (await this.inUse()).find((version) => version.itemId === itemId);
    if (!found) throw WebhookErrors.notInUse({ key });
    return this.target(itemId, { ...found.document });
  }

  /** Where a kept document leads, published or not. @throws plugins.secret-unreadable, plugins.secret-key-missing */
  async target(itemId: number, document: Readonly<Record<string, unknown>>): Promise<DeliveryTarget> {
    const endpoint = await this.secrets.endpointOf(itemId);
    const { url, headers } = document;
    return {
      url: typeof url === 'string' ? url : '',
      headers: isJsonObject(headers) ? this.sealed.openUnder('headers', { headers }) : {},
      secrets: this.secrets.validSecrets(endpoint),
    };
  }

  private async inUse(): Promise<PublishedVersion<WebhookDocument>[]> {
    const snapshot = await this.content.snapshot();
    return snapshot.all(WEBHOOK_TYPE).filter(({ document }) => document.active !== false);
  }
}
