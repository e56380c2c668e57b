import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import { keyIn } from '../types/document-key.js';
import type { PublishedVersion } from './content-snapshot.js';
import { readRevision } from './content-revision.js';

/** Which version of an item is published, without its document. */
export type PublishedPointer = Omit<PublishedVersion, 'document'>;

const PER_STATEMENT = 200;

@Injectable()
export class PublishedContentRepository {
  constructor(private readonly database: Database) {}

  async revision(): Promise<number> {
    return readRevision(this.database.sql);
  }

  /** By type and key. Sorted here: asked to, SQLite would walk all items in that order rather than those in use. */
  async pointers(): Promise<PublishedPointer[]> {
    const pointers = await this.database.sql.select<PublishedPointer>(
      'SELECT id AS itemId, published_version_id AS versionId, type, item_key AS `key`, published_number AS number ' +
        'FROM content_items WHERE published_version_id > 0',
    );
    return pointers.sort((a, b) => compare(a.type, b.type) || compare(a.key, b.key));
  }

  /** The versions with these ids. The type is '' where the item was deleted: nothing else remembers it. */
  async versions(ids: readonly number[], sql: Sql = this.database.sql): Promise<PublishedVersion[]> {
    const found: PublishedVersion[] = [];
    for (let from = 0; from < ids.length; from += PER_STATEMENT) {
      const rows = await sql.select<VersionRow>(
        'SELECT v.id AS versionId, v.item_id AS itemId, v.number AS number, v.document AS document, i.type AS type ' +
          'FROM content_versions v LEFT JOIN content_items i ON i.id = v.item_id WHERE v.id IN (?)',
        [ids.slice(from, from + PER_STATEMENT)],
      );
      found.push(...rows.map(versionOf));
    }
    return found;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface VersionRow extends Omit<PublishedPointer, 'type' | 'key'> {
  readonly document: string;
  readonly type: string | null;
}

function versionOf({ itemId, versionId, number, document, type }: VersionRow): PublishedVersion {
  const parsed = JSON.parse(document) as JsonObject;
  return { itemId, versionId, number, type: type ?? '', key: keyIn(parsed), document: parsed };
}
