import { Injectable } from '@nestjs/common';
import { answerPage, type ListQuery } from '@parcours/http';

import { ContentErrors } from '../content.errors.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { ContentVersionRepository } from '../versions/content-version.repository.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { presentItem, presentVersion, summariseVersion } from './content.presenter.js';
import { DraftService, type ItemAddress } from './draft.service.js';

/** What there is, and what there was. */
@Injectable()
export class ContentService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly versions: ContentVersionRepository,
    private readonly types: ContentTypeRegistry,
    private readonly drafts: DraftService,
  ) {}

  async list(type: string, query: ListQuery) {
    return answerPage(await this.items.list(type, query), query, (item) => this.present(item));
  }

  present(item: ContentItem) {
    return presentItem(item, this.types.hooksOf(item.type).present);
  }

  /** @throws content.not-found */
  async listVersions(address: ItemAddress, query: ListQuery) {
    const item = await this.drafts.require(address);
    return answerPage(await this.versions.list(item.id, query), query, summariseVersion);
  }

  /** @throws content.not-found, content.version-not-found */
  async version({ type, key }: ItemAddress, number: number) {
    const item = await this.drafts.require({ type, key });
    const version = await this.versions.find(item.id, number);
    if (!version) {
      throw ContentErrors.versionNotFound({ singular: this.types.get(type).singular, key, number });
    }
    return presentVersion(version, this.types.hooksOf(type).present);
  }
}
