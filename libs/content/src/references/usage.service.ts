import { Injectable } from '@nestjs/common';
import { answerPage, type ListQuery } from '@parcours/http';

import { DraftService, type ItemAddress } from '../items/draft.service.js';
import { ContentReferenceRepository } from './content-reference.repository.js';

/** Who refers to what. */
@Injectable()
export class UsageService {
  constructor(
    private readonly drafts: DraftService,
    private readonly references: ContentReferenceRepository,
  ) {}

  /** @throws content.not-found */
  async list(address: ItemAddress, query: ListQuery) {
    const page = await this.references.listUsages(await this.drafts.require(address), query);
    return answerPage(page, query, ({ type, key, name, side, pointer }) => ({
      type,
      key,
      name,
      side,
      pointer,
    }));
  }
}
