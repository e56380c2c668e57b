import { Injectable } from '@nestjs/common';
import { type Actor, canonicalJson, type JsonObject } from '@parcours/kernel';

import type { ContentVersion } from '../versions/content-version.entity.js';
import type { ContentItem } from './content-item.entity.js';
import { standing } from './content-status.js';
import type { ItemWrite } from './content-writer.js';
import { Derivation } from './derivation.js';
import { PublishMoment } from './publish-moment.js';

interface Publication {
  readonly note?: string | undefined;
  readonly by: Actor;
  readonly options?: JsonObject;
}

const UNPLANNED = { scheduledAt: null, schedule: null };

/** What is to be written for an item to come into use or go out of it. */
@Injectable()
export class PublishWrites {
  constructor(
    private readonly derivation: Derivation,
    private readonly moment: PublishMoment,
  ) {}

  now(): number {
    return this.moment.now();
  }

  /** The draft becomes the next version. */
  publication(item: ContentItem, { note, by, options }: Publication): ItemWrite {
    const { id, at } = this.moment.next();
    const version: ContentVersion = {
      id,
      itemId: item.id,
      number: item.lastNumber + 1,
      document: item.draft,
      note: note ?? null,
      publishedAt: at,
      publishedBy: by.name,
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
      ...UNPLANNED,
    };
    const publishedReferences = this.derivation.references(item.type, item.draft);
    const write: ItemWrite = { item, action: 'published', change, version, publishedReferences };
    return options ? { ...write, options } : write;
  }

  /** A version of before is what is published again; the draft stays. */
  reinstatement(item: ContentItem, version: ContentVersion): ItemWrite {
    const revision = item.revision + 1;
    const isDraft = canonicalJson(item.draft) === canonicalJson(version.document);
    const change = {
      revision,
      publishedRevision: isDraft ? revision : null,
      publishedNumber: version.number,
      publishedVersionId: version.id,
      publishedAt: version.publishedAt,
      updatedAt: this.moment.now(),
    };
    const publishedReferences = this.derivation.references(item.type, version.document);
    return { item, action: 'published', change, publishedReferences };
  }

  /** Nothing is published any longer. */
  withdrawal(item: ContentItem): ItemWrite {
    const change = {
      revision: item.revision + 1,
      publishedRevision: null,
      publishedNumber: null,
      publishedVersionId: null,
      publishedAt: null,
      updatedAt: this.moment.now(),
      ...UNPLANNED,
    };
    return { item, action: 'unpublished', change, publishedReferences: [] };
  }

  /** Nothing is planned any longer. */
  unplanned(item: ContentItem): ItemWrite {
    const change = { ...standing(item), updatedAt: this.moment.now(), ...UNPLANNED };
    return { item, action: 'unscheduled', change };
  }
}
