import { Injectable } from '@nestjs/common';
import { assertMatch, assertNoDefects, HttpErrors } from '@parcours/http';
import type { JsonObject } from '@parcours/kernel';
import { canonicalJson, IdGenerator, isJsonObject, mergePatch } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { keyIn } from '../types/document-key.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { DraftContext } from './draft-context.js';
import { DraftCheck } from './draft-check.js';

/** Which piece of content, and the ETag that its caller has seen. */
export interface ItemAddress {
  readonly type: string;
  readonly key: string;
  readonly ifMatch?: string | undefined;
}

/** Drafts: created, replaced, changed, deleted. What is published stays as it is. */
@Injectable()
export class DraftService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly types: ContentTypeRegistry,
    private readonly check: DraftCheck,
    private readonly ids: IdGenerator,
    private readonly context: DraftContext,
  ) {}

  /** @throws content.key-taken */
  async create(type: string, document: JsonObject): Promise<ContentItem> {
    this.check.assertSavable(type, document);
    const item = this.newItem(type, await this.stored(type, document, undefined));
    if (!(await this.items.add(item))) throw this.error('keyTaken', { type, key: item.key });
    return item;
  }

  /** Creates the draft, or replaces the one there is. @throws http.stale */
  async put(address: ItemAddress, body: JsonObject): Promise<{ item: ContentItem; isNew: boolean }> {
    const document = withKey(body, address.key);
    const existing = await this.items.findByKey(address.type, address.key);
    assertMatch(address.ifMatch, existing?.revision);
    if (existing) return { item: await this.replace(existing, document, address.ifMatch), isNew: false };
    return { item: await this.create(address.type, document), isNew: true };
  }

  /** @throws content.not-found, http.stale, content.changed-meanwhile */
  async patch(address: ItemAddress, patch: JsonObject): Promise<ContentItem> {
    const existing = await this.require(address);
    const shown = this.types.hooksOf(address.type).present?.(existing.draft) ?? existing.draft;
    const merged = mergePatch(shown, patch);
    return this.replace(existing, withKey(isJsonObject(merged) ? merged : {}, address.key), address.ifMatch);
  }

  /** A new draft with the content of another, in what it keeps hidden too. @throws content.not-found, content.key-taken */
  async clone(source: ItemAddress, key: string): Promise<ContentItem> {
    const { type, draft } = await this.require(source);
    const item = this.newItem(type, { ...draft, key });
    if (!(await this.items.add(item))) throw this.error('keyTaken', { type, key });
    return item;
  }

  /** Replaces the draft by one that was kept before. @throws http.invalid-request, http.stale, content.changed-meanwhile */
  async restore(item: ContentItem, kept: JsonObject, ifMatch?: string): Promise<ContentItem> {
    if (canonicalJson(item.draft) === canonicalJson(kept)) return item;
    const { present } = this.types.hooksOf(item.type);
    this.check.assertSavable(item.type, present?.(kept) ?? kept, 'version');
    return this.save(item, kept, ifMatch);
  }

  /** Its versions stay: enrollments may still run on them. @throws content.not-found, http.stale */
  async remove(address: ItemAddress): Promise<void> {
    const item = await this.require(address);
    if (!(await this.items.remove(item))) throw this.lost(item, address.ifMatch);
  }

  /** @throws content.not-found, http.stale */
  async require(address: ItemAddress): Promise<ContentItem> {
    const item = await this.items.findByKey(address.type, address.key);
    if (!item) throw this.error('notFound', address);
    assertMatch(address.ifMatch, item.revision);
    return item;
  }

  /** Somebody was faster between reading and writing. */
  lost(item: ContentItem, ifMatch?: string): Error {
    return ifMatch === undefined ? this.error('changedMeanwhile', item) : HttpErrors.stale({});
  }

  private async replace(item: ContentItem, document: JsonObject, ifMatch?: string): Promise<ContentItem> {
    this.check.assertSavable(item.type, document);
    return this.save(item, await this.stored(item.type, document, item.draft), ifMatch);
  }

  private async save(item: ContentItem, draft: JsonObject, ifMatch?: string): Promise<ContentItem> {
    const change = {
      draft,
      name: this.context.listName(draft),
      revision: item.revision + 1,
      updatedAt: this.context.now(),
    };
    if (!(await this.items.save(item, change))) throw this.lost(item, ifMatch);
    return { ...item, ...change };
  }

  private newItem(type: string, draft: JsonObject): ContentItem {
    const now = this.context.now();
    return {
      id: this.ids.next(),
      type,
      key: keyIn(draft),
      name: this.context.listName(draft),
      draft,
      revision: 1,
      publishedNumber: null,
      publishedVersionId: null,
      publishedRevision: null,
      lastNumber: 0,
      createdAt: now,
      updatedAt: now,
      publishedAt: null,
    };
  }

  private async stored(type: string, document: JsonObject, previous: JsonObject | undefined) {
    return (await this.types.hooksOf(type).store?.(document, previous)) ?? document;
  }

  private error(name: 'notFound' | 'keyTaken' | 'changedMeanwhile', { type, key }: ItemAddress): Error {
    return ContentErrors[name]({ singular: this.types.get(type).singular, key });
  }
}

function withKey(document: JsonObject, key: string): JsonObject {
  const given = document['key'];
  if (given !== undefined && given !== key) {
    const detail = `The address says '${key}': a key never changes.`;
    assertNoDefects([{ pointer: '/key', code: 'schema.not-allowed', detail }], 'body');
  }
  return { key, ...document };
}
