import { Injectable } from '@nestjs/common';
import type { ErrorItem, Finding } from '@parcours/kernel';
import { isError } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { statusOf } from './content-status.js';
import { DraftCheck } from './draft-check.js';
import { DraftService, type ItemAddress } from './draft.service.js';
import { PublishMoment } from './publish-moment.js';

export interface PublishRequest {
  readonly note?: string | undefined;
  /** Who publishes: the name of the token. */
  readonly by: string;
}

/** Turns drafts into versions. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly drafts: DraftService,
    private readonly items: ContentItemRepository,
    private readonly check: DraftCheck,
    private readonly types: ContentTypeRegistry,
    private readonly moment: PublishMoment,
  ) {}

  /** What stands between the draft and its publication; changes nothing. @throws content.not-found */
  async validate(address: ItemAddress): Promise<{ findings: Finding[]; publishable: boolean }> {
    const item = await this.drafts.require(address);
    const findings = await this.check.findings(item.type, this.shown(item));
    return { findings, publishable: !findings.some(isError) };
  }

  /**
   * Freezes the draft as the next version. A draft that is published as it stands stays the version that it is.
   * @throws content.not-found, content.not-publishable, http.stale, content.changed-meanwhile
   */
  async publish(address: ItemAddress, request: PublishRequest): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (statusOf(item) === 'published') return item;
    await this.assertPublishable(item);
    const { id, at } = this.moment.next();
    const version: ContentVersion = {
      id,
      itemId: item.id,
      number: item.lastNumber + 1,
      document: item.draft,
      note: request.note ?? null,
      publishedAt: at,
      publishedBy: request.by,
    };
    const revision = item.revision + 1;
    const change = {
      revision,
      publishedRevision: revision,
      publishedNumber: version.number,
      publishedVersionId: id,
      lastNumber: version.number,
      publishedAt: at,
      updatedAt: at,
    };
    if (!(await this.items.publish(item, change, version))) throw this.drafts.lost(item, address.ifMatch);
    return { ...item, ...change };
  }

  /** Takes it out of use; what was never published stays as it is. @throws content.not-found, http.stale */
  async unpublish(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.publishedNumber === null) return item;
    const change = {
      revision: item.revision + 1,
      publishedRevision: null,
      publishedNumber: null,
      publishedVersionId: null,
      publishedAt: null,
      updatedAt: this.moment.now(),
    };
    if (!(await this.items.unpublish(item, change))) throw this.drafts.lost(item, address.ifMatch);
    return { ...item, ...change };
  }

  private async assertPublishable(item: ContentItem): Promise<void> {
    const errors = (await this.check.findings(item.type, this.shown(item))).filter(isError);
    if (errors.length === 0) return;
    const { singular } = this.types.get(item.type);
    throw ContentErrors.notPublishable(
      { singular, key: item.key, errors: errors.length },
      { errors: errors.map(asItem) },
    );
  }

  /** Checks see what people see: what is kept encrypted fits no schema. */
  private shown(item: ContentItem) {
    return this.types.hooksOf(item.type).present?.(item.draft) ?? item.draft;
  }
}

function asItem({ code, pointer, message }: Finding): ErrorItem {
  return { code, pointer, detail: message };
}
