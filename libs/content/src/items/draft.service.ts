import { Injectable } from '@nestjs/common';
import { assertMatch, assertNoDefects } from '@parcours/http';
import { type Actor, canonicalJson, isJsonObject, type JsonObject, mergePatch } from '@parcours/kernel';

import type { ContentItem } from './content-item.entity.js';
import { ContentItemRepository } from './content-item.repository.js';
import { ContentWriter } from './content-writer.js';
import { DraftCheck } from './draft-check.js';
import { DraftMaker } from './draft-maker.js';
import { KeptDocuments } from './kept-documents.js';

/** Which piece of content, and the ETag that its caller has seen. */
export interface ItemAddress {
  readonly type: string;
  readonly key: string;
  readonly ifMatch?: string | undefined;
}

/** Who changes a draft, and the ETag that they have seen. */
interface Attempt {
  readonly by: Actor;
  readonly ifMatch?: string | undefined;
}

/** Drafts: created, replaced, changed, deleted. What is published stays as it is. */
@Injectable()
export class DraftService {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly documents: KeptDocuments,
    private readonly check: DraftCheck,
    private readonly maker: DraftMaker,
    private readonly writer: ContentWriter,
  ) {}

  /** With the defaults of the type's custom fields. @throws content.key-taken */
  async create(type: string, document: JsonObject, by: Actor): Promise<ContentItem> {
    return this.add(type, await this.documents.withDefaults(type, document), by);
  }

  /** Creates the draft, or replaces the one there is. @throws http.stale */
  async put(
    address: ItemAddress,
    body: JsonObject,
    by: Actor,
  ): Promise<{ item: ContentItem; isNew: boolean }> {
    const document = withKey(body, address.key);
    const existing = await this.items.findByKey(address.type, address.key);
    assertMatch(address.ifMatch, existing?.revision);
    if (!existing) return { item: await this.add(address.type, document, by), isNew: true };
    const { ifMatch } = address;
    return { item: await this.replace(existing, document, { by, ifMatch }), isNew: false };
  }

  /** @throws content.not-found, http.stale, content.changed-meanwhile */
  async patch(address: ItemAddress, patch: JsonObject, by: Actor): Promise<ContentItem> {
    const existing = await this.require(address);
    const merged = mergePatch(await this.documents.shown(address.type, existing.draft), patch);
    const document = withKey(isJsonObject(merged) ? merged : {}, address.key);
    return this.replace(existing, document, { by, ifMatch: address.ifMatch });
  }

  /** A new draft with the content of another, in what it keeps hidden too. @throws content.not-found, content.key-taken */
  async clone(source: ItemAddress, key: string, by: Actor): Promise<ContentItem> {
    const { type, draft } = await this.require(source);
    return this.writer.add(this.maker.newItem(type, { ...draft, key }), by);
  }

  /** Replaces the draft by one that was kept before. @throws http.invalid-request, http.stale, content.changed-meanwhile */
  async restore(item: ContentItem, kept: JsonObject, attempt: Attempt): Promise<ContentItem> {
    if (canonicalJson(item.draft) === canonicalJson(kept)) return item;
    const document = await this.documents.shown(item.type, kept);
    await this.check.assertSavable(item.type, document, { part: 'version', previous: item.draft });
    return this.save(item, kept, attempt);
  }

  /** Its versions stay: enrollments may still run on them. @throws content.not-found, http.stale, content.in-use */
  async remove(address: ItemAddress, by: Actor): Promise<void> {
    await this.writer.remove(await this.require(address), by, address.ifMatch);
  }

  /** @throws content.not-found, http.stale */
  async require({ type, key, ifMatch }: ItemAddress): Promise<ContentItem> {
    const item = await this.items.findByKey(type, key);
    if (!item) throw this.documents.notFound(type, key);
    assertMatch(ifMatch, item.revision);
    return item;
  }

  private async add(type: string, document: JsonObject, by: Actor): Promise<ContentItem> {
    await this.check.assertSavable(type, document);
    const draft = await this.documents.toKeep(type, document);
    return this.writer.add(this.maker.newItem(type, draft), by);
  }

  private async replace(item: ContentItem, document: JsonObject, attempt: Attempt): Promise<ContentItem> {
    await this.check.assertSavable(item.type, document, { previous: item.draft });
    return this.save(item, await this.documents.toKeep(item.type, document, item.draft), attempt);
  }

  private async save(item: ContentItem, draft: JsonObject, { by, ifMatch }: Attempt): Promise<ContentItem> {
    const [saved = item] = await this.writer.write([{ ...this.maker.newDraft(item, draft), ifMatch }], {
      by,
    });
    return saved;
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
