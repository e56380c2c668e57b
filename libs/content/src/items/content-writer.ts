import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { HttpErrors } from '@parcours/http';
import { type Actor, Clock, type ErrorItem } from '@parcours/kernel';

import type { ContentAction, ContentChange } from '../changes/content-change.js';
import { ContentChanges } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import type { FieldValue } from '../fields/field-value.js';
import { removeFieldValues, replaceFieldValues } from '../fields/field-value.repository.js';
import { touchRevision } from '../published/content-revision.js';
import {
  type ContentName,
  lockPublished,
  type ReferenceRow,
  type ReferenceSide,
  removeReferences,
  replaceReferences,
  selectPublishedReferences,
  selectUsages,
  type Usage,
} from '../references/content-reference.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import { insertVersion } from '../versions/content-version.repository.js';
import type { ContentItem } from './content-item.entity.js';
import {
  deleteIfUnchanged,
  insertItem,
  type ItemChange,
  type NewItem,
  updateIfUnchanged,
} from './content-item.repository.js';

/** A change of one item, with all that follows from it. */
export interface ItemWrite {
  readonly item: ContentItem;
  readonly action: ContentAction;
  readonly change: ItemChange;
  readonly ifMatch?: string | undefined;
  readonly version?: ContentVersion;
  /** What the draft refers to from now on. */
  readonly draftReferences?: readonly ReferenceRow[];
  /** What lists know of the draft's custom fields from now on. */
  readonly fieldValues?: readonly FieldValue[];
  /** What is published refers to from now on; present exactly when what is published changes. */
  readonly publishedReferences?: readonly ReferenceRow[];
}

/** What several changes have in common. */
export interface WriteContext {
  readonly by: Actor;
  /** Id of the release that they happen with. */
  readonly release?: string;
  /** Runs in the same transaction. */
  readonly also?: (sql: Sql) => Promise<void>;
}

const LISTED_USES = 100;

/**
 * Writes items. However many are written, it is one transaction, and none of them leaves something published that refers
 * to something which is not.
 */
@Injectable()
export class ContentWriter {
  constructor(
    private readonly database: Database,
    private readonly types: ContentTypeRegistry,
    private readonly changes: ContentChanges,
    private readonly clock: Clock,
  ) {}

  /** Adds a new item. @throws content.key-taken */
  async add(made: NewItem, by: Actor): Promise<ContentItem> {
    const { item } = made;
    const change = this.changeOf({ item, action: 'created', before: null, after: item.draft }, by);
    await this.transaction([change], async (sql) => {
      if (await insertItem(sql, made)) return;
      throw this.keyTaken(item);
    });
    return item;
  }

  /** @throws http.stale, content.changed-meanwhile, content.in-use, content.reference-lost */
  async write(writes: readonly ItemWrite[], context: WriteContext): Promise<ContentItem[]> {
    // In one order for everybody, so that two that write the same items wait for each other once.
    const ordered = [...writes].sort((a, b) => a.item.id - b.item.id);
    const changes = writes.map((write) => this.written(write, context));
    await this.transaction(changes, async (sql) => {
      for (const write of ordered) await this.writeOne(sql, write);
      const republished = ordered.filter(({ publishedReferences }) => publishedReferences);
      if (republished.length > 0) {
        await this.assertWhole(sql, republished);
        await touchRevision(sql);
      }
      await context.also?.(sql);
    });
    return writes.map(({ item, change }) => ({ ...item, ...change }));
  }

  /** Its versions stay. @throws http.stale, content.changed-meanwhile, content.in-use */
  async remove(item: ContentItem, by: Actor, ifMatch?: string): Promise<void> {
    const change = this.changeOf({ item, action: 'deleted', before: item.draft, after: null }, by);
    await this.transaction([change], async (sql) => {
      if (!(await deleteIfUnchanged(sql, item))) throw this.lost(item, ifMatch);
      await this.assertUnused(sql, item, ['draft', 'published']);
      await removeReferences(sql, item.id);
      await removeFieldValues(sql, [item.id]);
      await touchRevision(sql);
    });
  }

  private async transaction(changes: readonly ContentChange[], work: (sql: Sql) => Promise<void>) {
    await this.database.transaction(async ({ sql }) => {
      await work(sql);
      await this.changes.changing(sql, changes);
    });
    this.changes.changed(changes);
  }

  private written(
    { item, action, change, version }: ItemWrite,
    { by, release }: WriteContext,
  ): ContentChange {
    const after = change.draft ?? item.draft;
    const made = this.changeOf({ item, action, before: item.draft, after }, by);
    const { publishedNumber = item.publishedNumber } = change;
    return { ...made, version: publishedNumber, note: version?.note ?? null, release: release ?? null };
  }

  private changeOf(
    { item, ...made }: Pick<ContentChange, 'action' | 'before' | 'after'> & { item: ContentItem },
    by: Actor,
  ): ContentChange {
    const { id: itemId, type, key } = item;
    const revision = made.before === null ? 0 : item.revision;
    return {
      ...made,
      type,
      key,
      itemId,
      revision,
      version: null,
      note: null,
      release: null,
      by,
      at: this.clock.now(),
    };
  }

  private async writeOne(sql: Sql, write: ItemWrite): Promise<void> {
    const { item, change, ifMatch, version, draftReferences, publishedReferences, fieldValues } = write;
    if (!(await updateIfUnchanged(sql, item, change))) throw this.lost(item, ifMatch);
    if (version) await insertVersion(sql, version);
    if (fieldValues) await replaceFieldValues(sql, [{ item, values: fieldValues }]);
    const itemId = item.id;
    if (draftReferences) await replaceReferences(sql, { itemId, side: 'draft', rows: draftReferences });
    if (publishedReferences) {
      await replaceReferences(sql, { itemId, side: 'published', rows: publishedReferences });
    }
  }

  /** Asked when everything is written, so that things may come and go together. */
  private async assertWhole(sql: Sql, writes: readonly ItemWrite[]): Promise<void> {
    const isOut = ({ change }: ItemWrite) => change.publishedVersionId === null;
    for (const { item } of writes.filter(isOut)) await this.assertUnused(sql, item, ['published']);
    await this.assertReferencesHold(
      sql,
      writes.filter((write) => !isOut(write)).map(({ item }) => item),
    );
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

  private async assertUnused(sql: Sql, item: ContentItem, sides: readonly ReferenceSide[]): Promise<void> {
    const uses = await selectUsages(sql, item, { sides, limit: LISTED_USES });
    if (uses.length === 0) return;
    const singular = this.types.singularOf(item.type);
    throw ContentErrors.inUse({ singular, key: item.key }, { errors: uses.map((use) => this.asItem(use)) });
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

  private keyTaken({ type, key }: ContentItem): Error {
    const detail = 'Choose another, or PUT to the address of the one there is.';
    const errors = [{ pointer: '/key', code: 'content.key-taken', detail }];
    return ContentErrors.keyTaken({ singular: this.types.singularOf(type), key }, { errors });
  }

  /** Somebody was faster between reading and writing. */
  private lost({ type, key }: ContentItem, ifMatch?: string): Error {
    if (ifMatch !== undefined) return HttpErrors.stale({});
    return ContentErrors.changedMeanwhile({ singular: this.types.singularOf(type), key });
  }
}
