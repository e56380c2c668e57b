import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { ErrorItem } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import {
  type ContentName,
  lockPublished,
  type ReferenceSide,
  selectPublishedReferences,
  selectUsages,
  type Usage,
} from './content-reference.repository.js';

const LISTED_USES = 100;

/** An item with what is published of it from now on: `publishedVersionId` is null when it goes out of use. */
interface Republished {
  readonly item: ContentItem;
  readonly change: { readonly publishedVersionId?: number | null };
}

/** Sees to it, inside the transaction of a write, that nothing refers to what is not there. */
@Injectable()
export class ReferenceGuard {
  constructor(private readonly types: ContentTypeRegistry) {}

  /**
   * Asked when everything is written, so that things may come and go together.
   * @throws content.in-use, content.reference-lost
   */
  async assertWhole(sql: Sql, writes: readonly Republished[]): Promise<void> {
    const isOut = ({ change }: Republished) => change.publishedVersionId === null;
    for (const { item } of writes.filter(isOut)) await this.assertUnused(sql, item, ['published']);
    await this.assertReferencesHold(
      sql,
      writes.filter((write) => !isOut(write)).map(({ item }) => item),
    );
  }

  /** @throws content.in-use */
  async assertUnused(sql: Sql, item: ContentItem, sides: readonly ReferenceSide[]): Promise<void> {
    const uses = await selectUsages(sql, item, { sides, limit: LISTED_USES });
    if (uses.length === 0) return;
    const singular = this.types.singularOf(item.type);
    throw ContentErrors.inUse({ singular, key: item.key }, { errors: uses.map((use) => this.asItem(use)) });
  }

  private async assertReferencesHold(sql: Sql, items: readonly ContentItem[]): Promise<void> {
    const references = await selectPublishedReferences(
      sql,
      items.map(({ id }) => id),
    );
    for (const type of [...new Set(references.map((reference) => reference.type))].sort()) {
      const ofType = references.filter((reference) => reference.type === type);
      const published = await lockPublished(sql, type, [...new Set(ofType.map(({ key }) => key))]);
      const lost = ofType.filter(({ key }) => !published.has(key));
      if (lost.length > 0) throw this.referenceLost(items, lost);
    }
  }

  private referenceLost(items: readonly ContentItem[], lost: readonly (ContentName & { itemId: number })[]) {
    const [{ itemId, type, key } = { itemId: 0, type: '', key: '' }] = lost;
    const item = items.find(({ id }) => id === itemId);
    return ContentErrors.referenceLost({
      singular: this.types.singularOf(item?.type ?? type),
      key: item?.key ?? '',
      target: `${this.types.singularOf(type)} '${key}'`,
    });
  }

  private asItem({ type, key, side, pointer }: Usage): ErrorItem {
    const singular = this.types.singularOf(type);
    const who = `${side === 'draft' ? 'The draft of the' : 'The published'} ${singular} '${key}'`;
    return {
      pointer: `/${type}/${key}${pointer}`,
      code: 'content.in-use',
      detail: `${who} refers to it at ${pointer}.`,
    };
  }
}
