import { Injectable } from '@nestjs/common';
import { type Actor, type Finding, isError, type JsonObject } from '@parcours/kernel';

import type { ContentItem } from './content-item.entity.js';
import { statusOf } from './content-status.js';
import { ContentWriter, type ItemWrite } from './content-writer.js';
import { DraftCheck } from './draft-check.js';
import { DraftService, type ItemAddress } from './draft.service.js';
import { PublishMoment } from './publish-moment.js';
import { PublishWrites } from './publish-writes.js';

export interface PublishRequest {
  readonly note?: string | undefined;
  readonly by: Actor;
  /** What the type takes beyond. */
  readonly options?: JsonObject;
}

/** Turns drafts into versions, and takes things out of use. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly drafts: DraftService,
    private readonly check: DraftCheck,
    private readonly writer: ContentWriter,
    private readonly writes: PublishWrites,
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
      return item.schedule === null ? item : this.write(this.writes.unplanned(item), address, request.by);
    }
    await this.check.assertPublishable(item);
    return this.write(this.writes.publication(item, request), address, request.by);
  }

  /** Takes it out of use; what was never published stays as it is. @throws content.not-found, http.stale, content.in-use */
  async unpublish(address: ItemAddress, by: Actor, options?: JsonObject): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.publishedNumber === null) return item;
    const write = this.writes.withdrawal(item);
    return this.write({ ...write, ...(options && { options }) }, address, by);
  }

  /** Puts it away, and out of use if it is in use. @throws content.not-found, http.stale, content.in-use */
  async archive(address: ItemAddress, by: Actor): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt !== null) return item;
    const isOut = item.publishedNumber === null;
    const write = isOut ? this.writes.unplanned(item) : this.writes.withdrawal(item);
    const change = { ...write.change, archivedAt: this.moment.now() };
    return this.write({ ...write, action: 'archived', change }, address, by);
  }

  /** Takes it out again, as a draft. @throws content.not-found, http.stale */
  async unarchive(address: ItemAddress, by: Actor): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt === null) return item;
    const write = this.writes.unplanned(item);
    const change = { ...write.change, archivedAt: null };
    return this.write({ ...write, action: 'unarchived', change }, address, by);
  }

  private async write(write: ItemWrite, { ifMatch }: ItemAddress, by: Actor): Promise<ContentItem> {
    const [written = write.item] = await this.writer.write([{ ...write, ifMatch }], { by });
    return written;
  }
}
