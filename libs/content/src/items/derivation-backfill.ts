import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import { replaceReferences } from '../references/content-reference.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { Derivation, DERIVED_VERSION } from './derivation.js';

interface Stale {
  readonly id: number;
  readonly type: string;
  readonly draft: string;
  readonly revision: number;
  readonly published: string | null;
}

const PER_TRANSACTION = 200;

/**
 * Derives what a newer version of the product wants to know of documents that an older one has stored. Before anything
 * is answered: a thing could be deleted while it does not yet show that it is used.
 */
@Injectable()
export class DerivationBackfill implements OnApplicationBootstrap {
  private readonly logger = new Logger(DerivationBackfill.name);

  constructor(
    private readonly database: Database,
    private readonly derivation: Derivation,
    private readonly types: ContentTypeRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const total = await this.deriveAll();
    if (total > 0) this.logger.log(`derived names and references of ${String(total)} pieces of content`);
  }

  private async deriveAll(): Promise<number> {
    // Those of a type that is no longer declared are left alone.
    const types = this.types.all().map(({ name }) => name);
    if (types.length === 0) return 0;
    let total = 0;
    for (let after = 0; ;) {
      const stale = await this.stale(types, after);
      const last = stale.at(-1);
      if (!last) return total;
      await this.derive(stale);
      total += stale.length;
      after = last.id;
    }
  }

  private async stale(types: readonly string[], after: number): Promise<Stale[]> {
    return this.database.sql.select<Stale>(
      'SELECT i.id AS id, i.type AS type, i.draft AS draft, i.revision AS revision, v.document AS published ' +
        'FROM content_items i LEFT JOIN content_versions v ON v.id = i.published_version_id ' +
        'WHERE i.derived_version < ? AND i.type IN (?) AND i.id > ? ORDER BY i.id ' +
        `LIMIT ${String(PER_TRANSACTION)}`,
      [DERIVED_VERSION, types, after],
    );
  }

  /** An item that changes meanwhile is derived by whoever changes it. */
  private async derive(stale: readonly Stale[]): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      for (const { id, type, draft, revision, published } of stale) {
        const derived = this.derivation.ofDraft(type, parse(draft));
        const { name, searchText, references, fieldStamp } = derived;
        const changed = await sql.run(
          'UPDATE content_items SET name = ?, search_text = ?, field_stamp = ?, derived_version = ? ' +
            'WHERE id = ? AND revision = ?',
          [name, searchText, fieldStamp, DERIVED_VERSION, id, revision],
        );
        if (changed === 0) continue;
        await replaceReferences(sql, { itemId: id, side: 'draft', rows: references });
        const rows = published === null ? [] : this.derivation.references(type, parse(published));
        await replaceReferences(sql, { itemId: id, side: 'published', rows });
      }
    });
  }
}

function parse(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}
