import { Injectable } from '@nestjs/common';

import type { Sql } from '@parcours/database';

import type { TypedContentType } from '../types/content-type.js';
import { ContentSnapshot, type PublishedVersion, typed } from './content-snapshot.js';
import { PublishedContentRepository } from './published-content.repository.js';

const KEPT_VERSIONS = 1_000;

/** What is published, held in memory: reading it costs one small statement, or none when the revision is known. */
@Injectable()
export class PublishedContent {
  private current: ContentSnapshot | undefined;
  private refreshing: Promise<ContentSnapshot> | undefined;
  /** Versions that something asked for lately, the oldest first. */
  private readonly recent = new Map<number, PublishedVersion>();

  constructor(private readonly repository: PublishedContentRepository) {}

  /** The content as it is now; pass the revision that you have read to spare reading it again. */
  async snapshot(revision?: number): Promise<ContentSnapshot> {
    const wanted = revision ?? (await this.repository.revision());
    if (this.current && this.current.revision >= wanted) return this.current;
    const refreshed = await this.refreshOnce();
    // A refresh that was under way may have begun before the change.
    return refreshed.revision >= wanted ? refreshed : this.refreshOnce();
  }

  /**
   * Versions by id, published still or not, with one statement for those not in memory. Inside a transaction pass its
   * `sql`; `snapshot` must not be called there.
   */
  async versions<D>(
    _type: TypedContentType<D>,
    ids: readonly number[],
    sql?: Sql,
  ): Promise<ReadonlyMap<number, PublishedVersion<D>>> {
    const found = new Map<number, PublishedVersion>();
    const missing: number[] = [];
    for (const id of new Set(ids)) {
      const known = this.recent.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    for (const version of await this.repository.versions(missing, sql)) found.set(version.versionId, version);
    for (const version of found.values()) this.keep(version);
    return new Map([...found].map(([id, version]) => [id, typed<D>(version)]));
  }

  private refreshOnce(): Promise<ContentSnapshot> {
    this.refreshing ??= this.refresh().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** The revision is read first: content may then be newer than its number says, never older. */
  private async refresh(): Promise<ContentSnapshot> {
    const revision = await this.repository.revision();
    const pointers = await this.repository.pointers();
    const known = new Map((this.current?.versions() ?? []).map((version) => [version.versionId, version]));
    const missing = pointers.map(({ versionId }) => versionId).filter((id) => !known.has(id));
    for (const version of await this.repository.versions(missing)) known.set(version.versionId, version);
    const versions = pointers.flatMap(({ versionId }) => known.get(versionId) ?? []);
    this.current = new ContentSnapshot(revision, versions);
    return this.current;
  }

  private keep(version: PublishedVersion): void {
    this.recent.delete(version.versionId);
    this.recent.set(version.versionId, version);
    if (this.recent.size <= KEPT_VERSIONS) return;
    const oldest = this.recent.keys().next().value;
    if (oldest !== undefined) this.recent.delete(oldest);
  }
}
