import { Injectable } from '@nestjs/common';
import { SettingsStore } from '@parcours/database';
import type { ContentThing } from '@parcours/content-files';
import { IdGenerator, type JsonObject } from '@parcours/kernel';

import type { ContentItem } from '../items/content-item.entity.js';
import { statusOf } from '../items/content-status.js';
import { PublishedContentRepository } from '../published/published-content.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { withSecretNames } from './secret-references.js';
import { TransferRepository } from './transfer.repository.js';

/** Things read, and held in memory, at a time. */
const PER_PAGE = 100;

export type ExportState = 'draft' | 'published';

/** Reads the content of an installation out, a little at a time. */
@Injectable()
export class ContentExport {
  constructor(
    private readonly transfer: TransferRepository,
    private readonly published: PublishedContentRepository,
    private readonly types: ContentTypeRegistry,
    private readonly settings: SettingsStore,
    private readonly ids: IdGenerator,
  ) {}

  /** Names this installation, so that what is remembered of one is not taken for another. */
  instance(): Promise<string> {
    return this.settings.readOrStore('instance-id', this.ids.next().toString(36));
  }

  /** By type and key. `draft`: everything as it is edited; `published`: what is in use, as it is used. */
  async *things(types: readonly string[], state: ExportState): AsyncGenerator<readonly ContentThing[]> {
    for (const type of types) {
      let after = '';
      for (;;) {
        const items = await this.transfer.page(type, {
          after,
          limit: PER_PAGE,
          onlyPublished: state === 'published',
        });
        const last = items.at(-1);
        if (!last) break;
        yield await this.thingsOf(items, state);
        after = last.key;
      }
    }
  }

  private async thingsOf(items: readonly ContentItem[], state: ExportState): Promise<ContentThing[]> {
    const needed = items.filter((item) => state === 'published' || statusOf(item) === 'changed');
    const versions = await this.published.versions(
      needed.flatMap(({ publishedVersionId }) => publishedVersionId ?? []),
    );
    const inUse = new Map(versions.map(({ itemId, document }) => [itemId, document]));
    return items.map((item) => this.thingOf(item, inUse.get(item.id), state));
  }

  private thingOf(item: ContentItem, inUse: JsonObject | undefined, state: ExportState): ContentThing {
    const { type, key, draft } = item;
    const shown = (document: JsonObject) => this.shown(type, key, document);
    if (state === 'published') return { type, state: 'published', document: shown(inUse ?? draft) };
    if (item.archivedAt !== null) return { type, state: 'archived', document: shown(draft) };
    if (statusOf(item) === 'published') return { type, state: 'published', document: shown(draft) };
    return { type, state: 'draft', document: shown(draft), ...(inUse && { published: shown(inUse) }) };
  }

  /** Types that hide nothing are shown as they are, whatever their documents hold. */
  private shown(type: string, key: string, kept: JsonObject): JsonObject {
    const { present } = this.types.hooksOf(type);
    return present ? withSecretNames(type, key, present(kept)) : kept;
  }
}
