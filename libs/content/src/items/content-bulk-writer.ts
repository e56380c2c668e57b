import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, type Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { deletedChange } from '../changes/item-changes.js';
import { ContentChanges } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import { removeFieldValues, replaceFieldValues } from '../fields/field-value.repository.js';
import { touchRevision } from '../published/content-revision.js';
import { insertReferences, removeSide } from '../references/content-reference.repository.js';
import { ReferenceGuard } from '../references/reference-guard.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { insertVersions } from '../versions/content-version.repository.js';
import type { ContentItem } from './content-item.entity.js';
import { deleteIfUnchanged, insertItems, updateIfUnchanged } from './content-item.repository.js';
import type { WriteContext } from './content-writer.js';
import type { ItemSteps } from './item-steps.js';

/** What is to be written together. */
export interface ContentBatch {
  readonly steps: readonly ItemSteps[];
  readonly removed: readonly ContentItem[];
}

/** Writes any number of items in one transaction, with few statements: all of them, or none. */
@Injectable()
export class ContentBulkWriter {
  constructor(
    private readonly database: Database,
    private readonly types: ContentTypeRegistry,
    private readonly references: ReferenceGuard,
    private readonly changes: ContentChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws content.changed-meanwhile, content.in-use, content.reference-lost, and what a listener throws */
  async write({ steps, removed }: ContentBatch, { also, ...who }: WriteContext): Promise<void> {
    const context = { ...who, at: this.clock.now() };
    const written = steps.filter(({ isEmpty }) => !isEmpty);
    const changes = [
      ...written.flatMap((one) => one.changes(context)),
      ...removed.map((item) => deletedChange(item, context)),
    ];
    if (changes.length === 0) return;
    await this.database.transaction(async ({ sql }) => {
      await this.writeItems(sql, written);
      await this.writeReferences(sql, written);
      await this.writeFieldValues(sql, written);
      await insertVersions(
        sql,
        written.flatMap(({ versions }) => versions),
      );
      await this.remove(sql, removed);
      const republished = written.filter(({ publishedReferences }) => publishedReferences);
      await this.references.assertWhole(sql, republished);
      if (republished.length > 0 || removed.length > 0) await touchRevision(sql);
      await also?.(sql);
      await this.changes.changing(sql, changes);
    });
    this.changes.changed(changes);
  }

  private async writeItems(sql: Sql, steps: readonly ItemSteps[]): Promise<void> {
    const added = steps.filter(({ before }) => !before);
    await insertItems(sql, added).catch((error: unknown) => {
      const [first] = added;
      throw isDuplicate(error) && first ? this.lost(first.item) : error;
    });
    // In one order for everybody, so that two that write the same items wait for each other once.
    for (const { before, change } of inOrder(steps)) {
      if (before && !(await updateIfUnchanged(sql, before, change))) throw this.lost(before);
    }
  }

  private async writeFieldValues(sql: Sql, steps: readonly ItemSteps[]): Promise<void> {
    const changed = steps.flatMap(({ item, fieldValues }) =>
      fieldValues ? [{ item, values: fieldValues }] : [],
    );
    await replaceFieldValues(sql, changed);
  }

  private async writeReferences(sql: Sql, steps: readonly ItemSteps[]): Promise<void> {
    for (const side of ['draft', 'published'] as const) {
      const changed = steps.flatMap(({ item, before, draftReferences, publishedReferences }) => {
        const rows = side === 'draft' ? draftReferences : publishedReferences;
        return rows ? [{ itemId: item.id, isNew: before === undefined, rows }] : [];
      });
      await removeSide(
        sql,
        side,
        changed.flatMap(({ itemId, isNew }) => (isNew ? [] : [itemId])),
      );
      await insertReferences(sql, side, changed);
    }
  }

  /** References go first: things that refer to each other go together. */
  private async remove(sql: Sql, items: readonly ContentItem[]): Promise<void> {
    const ordered = [...items].sort((a, b) => a.id - b.id);
    for (const item of ordered) if (!(await deleteIfUnchanged(sql, item))) throw this.lost(item);
    const ids = ordered.map(({ id }) => id);
    for (const side of ['draft', 'published'] as const) await removeSide(sql, side, ids);
    await removeFieldValues(sql, ids);
    for (const item of ordered) await this.references.assertUnused(sql, item, ['draft', 'published']);
  }

  /** Somebody was faster between reading and writing. */
  private lost({ type, key }: ContentItem): Error {
    return ContentErrors.changedMeanwhile({ singular: this.types.singularOf(type), key });
  }
}

function inOrder(steps: readonly ItemSteps[]): ItemSteps[] {
  return [...steps].sort((a, b) => a.item.id - b.item.id);
}
