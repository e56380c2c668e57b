import { Injectable } from '@nestjs/common';
import { answerPage, type ListQuery, type Page } from '@parcours/http';

import { FieldCarrierRepository, isPlaced } from '../fields/field-carrier.repository.js';
import { CUSTOM_FIELDS } from '../fields/published-fields.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { DraftService, type ItemAddress } from '../items/draft.service.js';
import { ContentReferenceRepository, type Usage } from './content-reference.repository.js';

/** Who refers to what; of a custom field, who holds a value of it. */
@Injectable()
export class UsageService {
  constructor(
    private readonly drafts: DraftService,
    private readonly references: ContentReferenceRepository,
    private readonly carriers: FieldCarrierRepository,
  ) {}

  /** @throws content.not-found */
  async list(address: ItemAddress, query: ListQuery) {
    const page = await this.usagesOf(await this.drafts.require(address), query);
    return answerPage(page, query, ({ type, key, name, side, pointer }) => ({
      type,
      key,
      name,
      side,
      pointer,
    }));
  }

  private usagesOf(item: ContentItem, query: ListQuery): Promise<Page<Usage>> {
    const { type, draft } = item;
    if (type === CUSTOM_FIELDS && isPlaced(draft)) return this.carriers.list(draft, query);
    return this.references.listUsages(item, query);
  }
}
