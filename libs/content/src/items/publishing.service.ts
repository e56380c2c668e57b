import { Injectable } from '@nestjs/common';
import type { Finding } from '@parcours/kernel';
import { isError } from '@parcours/kernel';

import type { ContentVersion } from '../versions/content-version.entity.js';
import type { ContentItem } from './content-item.entity.js';
import { standing, statusOf } from './content-status.js';
import { ContentWriter, type ItemWrite } from './content-writer.js';
import { Derivation } from './derivation.js';
import { DraftCheck } from './draft-check.js';
import { DraftService, type ItemAddress } from './draft.service.js';
import { PublishMoment } from './publish-moment.js';

export interface PublishRequest {
  readonly note?: string | undefined;
  /** Who publishes: the name of the token. */
  readonly by: string;
}

const UNPLANNED = { scheduledAt: null, schedule: null };

/** Turns drafts into versions. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly drafts: DraftService,
    private readonly check: DraftCheck,
    private readonly writer: ContentWriter,
    private readonly derivation: Derivation,
    private readonly moment: PublishMoment,
  ) {}

  /** What stands between the draft and its publication; changes nothing. @throws content.not-found */
  async validate(address: ItemAddress): Promise<{ findings: Finding[]; publishable: boolean }> {
    const findings = await this.check.findings(await this.drafts.require(address));
    return { findings, publishable: !findings.some(isError) };
  }

  /**
   * Freezes the draft as the next version. A draft that is published as it stands stays the version that it is. Either
   * way nothing is planned any longer.
   * @throws content.not-found, content.archived, content.not-publishable, http.stale, content.changed-meanwhile
   */
  async publish(address: ItemAddress, request: PublishRequest): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (statusOf(item) === 'published') {
      return item.schedule === null ? item : this.write({ item, change: this.unplanned(item) });
    }
    await this.check.assertPublishable(item);
    return this.write({ ...this.publication(item, request), ifMatch: address.ifMatch });
  }

  /** Takes it out of use; what was never published stays as it is. @throws content.not-found, http.stale, content.in-use */
  async unpublish(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.publishedNumber === null) return item;
    return this.write({ ...this.withdrawal(item), ifMatch: address.ifMatch });
  }

  /** Puts it away, and out of use if it is in use. @throws content.not-found, http.stale, content.in-use */
  async archive(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt !== null) return item;
    const write =
      item.publishedNumber === null ? { item, change: this.unplanned(item) } : this.withdrawal(item);
    const change = { ...write.change, archivedAt: this.moment.now() };
    return this.write({ ...write, change, ifMatch: address.ifMatch });
  }

  /** Takes it out again, as a draft. @throws content.not-found, http.stale */
  async unarchive(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt === null) return item;
    const change = { ...this.unplanned(item), archivedAt: null };
    return this.write({ item, change, ifMatch: address.ifMatch });
  }

  /** What is to be written for the draft to become the next version. */
  publication(item: ContentItem, { note, by }: PublishRequest): ItemWrite {
    const { id, at } = this.moment.next();
    const version: ContentVersion = {
      id,
      itemId: item.id,
      number: item.lastNumber + 1,
      document: item.draft,
      note: note ?? null,
      publishedAt: at,
      publishedBy: by,
    };
    const revision = item.revision + 1;
    const change = {
      revision,
      publishedRevision: revision,
      publishedNumber: version.number,
      publishedVersionId: id,
      lastNumber: version.number,
      publishedAt: at,
      updatedAt: at,
      ...UNPLANNED,
    };
    const publishedReferences = this.derivation.references(item.type, item.draft);
    return { item, change, version, publishedReferences };
  }

  /** What is to be written to take an item out of use. */
  withdrawal(item: ContentItem): ItemWrite {
    const change = {
      revision: item.revision + 1,
      publishedRevision: null,
      publishedNumber: null,
      publishedVersionId: null,
      publishedAt: null,
      updatedAt: this.moment.now(),
      ...UNPLANNED,
    };
    return { item, change, publishedReferences: [] };
  }

  private unplanned(item: ContentItem) {
    return { ...standing(item), updatedAt: this.moment.now(), ...UNPLANNED };
  }

  private async write(write: ItemWrite): Promise<ContentItem> {
    const [written = write.item] = await this.writer.write([write]);
    return written;
  }
}
