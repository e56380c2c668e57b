import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@parcours/kernel';

import { keyIn } from '../types/document-key.js';
import type { ContentItem } from './content-item.entity.js';
import type { NewItem } from './content-item.repository.js';
import type { ItemWrite } from './content-writer.js';
import { Derivation, DERIVED_VERSION } from './derivation.js';
import { PublishMoment } from './publish-moment.js';

/** What is to be written for a draft as it is kept. */
@Injectable()
export class DraftMaker {
  constructor(
    private readonly derivation: Derivation,
    private readonly moment: PublishMoment,
  ) {}

  newItem(type: string, draft: JsonObject): NewItem {
    const { id, at } = this.moment.next();
    const { name, ...derived } = this.derivation.ofDraft(type, draft);
    const item = {
      id,
      type,
      key: keyIn(draft),
      name,
      draft,
      revision: 1,
      publishedNumber: null,
      publishedVersionId: null,
      publishedRevision: null,
      lastNumber: 0,
      createdAt: at,
      updatedAt: at,
      publishedAt: null,
      derivedVersion: DERIVED_VERSION,
      archivedAt: null,
      scheduledAt: null,
      schedule: null,
      reviewDueAt: null,
    };
    return { item, ...derived };
  }

  newDraft(item: ContentItem, draft: JsonObject): ItemWrite {
    const { references, fieldValues, ...derived } = this.derivation.ofDraft(item.type, draft);
    const change = { ...derived, draft, revision: item.revision + 1, updatedAt: this.moment.now() };
    return { item, action: 'saved', change, draftReferences: references, fieldValues };
  }
}
