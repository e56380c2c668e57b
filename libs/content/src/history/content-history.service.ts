import { Injectable } from '@nestjs/common';
import { answerPage, type ListQuery } from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { presentVersion, summariseVersion } from '../items/content.presenter.js';
import { ContentService } from '../items/content.service.js';
import { DraftService, type ItemAddress } from '../items/draft.service.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import { ContentVersionRepository } from '../versions/content-version.repository.js';
import { describeChanges } from './change-words.js';
import { diffShown } from './shown-diff.js';

/** Two sides of a comparison: numbers of versions, or `draft`. */
export interface DiffRequest {
  readonly from: string;
  readonly to: string;
  readonly locale: string;
}

/** What was published, and what has changed since. */
@Injectable()
export class ContentHistory {
  constructor(
    private readonly versions: ContentVersionRepository,
    private readonly types: ContentTypeRegistry,
    private readonly drafts: DraftService,
    private readonly content: ContentService,
  ) {}

  /** @throws content.not-found */
  async list(address: ItemAddress, query: ListQuery) {
    const item = await this.drafts.require(address);
    return answerPage(await this.versions.list(item.id, query), query, summariseVersion);
  }

  /** @throws content.not-found, content.version-not-found */
  async version(
    { type, key }: ItemAddress,
    { number, locale }: { number: number; locale?: string | undefined },
  ) {
    const version = await this.require(await this.drafts.require({ type, key }), number);
    const shown = this.content.inLocale(type, this.types.shown(type, version.document), locale);
    return presentVersion(version, shown);
  }

  /** What turned one state into another. @throws content.not-found, content.version-not-found */
  async diff(address: ItemAddress, { from, to, locale }: DiffRequest) {
    const item = await this.drafts.require(address);
    const [before, after] = [await this.document(item, from), await this.document(item, to)];
    const changes = diffShown(before, after, this.types.hooksOf(item.type).present);
    return { from: sideOf(from), to: sideOf(to), changes, summary: describeChanges(changes, locale) };
  }

  /**
   * Makes a version the draft again; what is published stays.
   * @throws content.not-found, content.version-not-found, http.stale, http.invalid-request when the version does not fit
   *   the schema of today
   */
  async restore(address: ItemAddress, { number, by }: { number: number; by: Actor }): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    const { document } = await this.require(item, number);
    return this.drafts.restore(item, document, { by, ifMatch: address.ifMatch });
  }

  private async document(item: ContentItem, side: string): Promise<JsonObject> {
    return side === 'draft' ? item.draft : (await this.require(item, Number(side))).document;
  }

  private async require(item: ContentItem, number: number): Promise<ContentVersion> {
    const version = await this.versions.find(item.id, number);
    if (version) return version;
    const { singular } = this.types.get(item.type);
    throw ContentErrors.versionNotFound({ singular, key: item.key, number });
  }
}

function sideOf(side: string): number | 'draft' {
  return side === 'draft' ? side : Number(side);
}
