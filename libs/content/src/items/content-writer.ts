import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { HttpErrors } from '@parcours/http';
import { type Actor, Clock, type JsonObject } from '@parcours/kernel';

import type { ContentAction, ContentChange } from '../changes/content-change.js';
import { createdChange, deletedChange, writtenChange } from '../changes/item-changes.js';
import { ContentChanges } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import type { FieldValue } from '../fields/field-value.js';
import { removeFieldValues, replaceFieldValues } from '../fields/field-value.repository.js';
import { touchRevision } from '../published/content-revision.js';
import {
  type ReferenceRow,
  removeReferences,
  replaceReferences,
} from '../references/content-reference.repository.js';
import { ReferenceGuard } from '../references/reference-guard.js';
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
  /** What the type takes beyond, for listeners. */
  readonly options?: JsonObject;
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

/**
 * Writes items. However many are written, it is one transaction, and none of them leaves something published that refers
 * to something which is not.
 */
@Injectable()
export class ContentWriter {
  constructor(
    private readonly database: Database,
    private readonly types: ContentTypeRegistry,
    private readonly references: ReferenceGuard,
    private readonly changes: ContentChanges,
    private readonly clock: Clock,
  ) {}

  /** Adds a new item. @throws content.key-taken */
  async add(made: NewItem, by: Actor): Promise<ContentItem> {
    const { item } = made;
    const change = createdChange(item, { by, at: this.clock.now() });
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
    const changes = writes.map((write) => writtenChange(write, { ...context, at: this.clock.now() }));
    await this.transaction(changes, async (sql) => {
      for (const write of ordered) await this.writeOne(sql, write);
      const republished = ordered.filter(({ publishedReferences }) => publishedReferences);
      if (republished.length > 0) {
        await this.references.assertWhole(sql, republished);
        await touchRevision(sql);
      }
      await context.also?.(sql);
    });
    return writes.map(({ item, change }) => ({ ...item, ...change }));
  }

  /** Its versions stay. @throws http.stale, content.changed-meanwhile, content.in-use */
  async remove(item: ContentItem, by: Actor, ifMatch?: string): Promise<void> {
    const change = deletedChange(item, { by, at: this.clock.now() });
    await this.transaction([change], async (sql) => {
      if (!(await deleteIfUnchanged(sql, item))) throw this.lost(item, ifMatch);
      await this.references.assertUnused(sql, item, ['draft', 'published']);
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
