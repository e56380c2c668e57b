import { Injectable } from '@nestjs/common';
import { answerPage, type ListQuery } from '@parcours/http';

import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { presentItem } from './content.presenter.js';

/** What there is, as it is answered. */
@Injectable()
export class ContentService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly types: ContentTypeRegistry,
  ) {}

  async list(type: string, query: ListQuery) {
    return answerPage(await this.items.list(type, query), query, (item) => this.present(item));
  }

  present(item: ContentItem) {
    return presentItem(item, this.types.hooksOf(item.type).present);
  }
}
