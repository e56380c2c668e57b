import { Injectable } from '@nestjs/common';
import type { Finding } from '@parcours/kernel';
import { isError } from '@parcours/kernel';

import type { ContentItem } from './content-item.entity.js';
import { statusOf } from './content-status.js';
import { ContentWriter, type ItemWrite } from './content-writer.js';
import { DraftCheck } from './draft-check.js';
import { DraftService, type ItemAddress } from './draft.service.js';
import { PublishMoment } from './publish-moment.js';
import { PublishWrites } from './publish-writes.js';

export interface PublishRequest {
  readonly note?: string | undefined;
  /** Who publishes: the name of the token. */
  readonly by: string;
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
      return item.schedule === null ? item : this.write(this.writes.unplanned(item), address);
    }
    await this.check.assertPublishable(item);
    return this.write(this.writes.publication(item, request), address);
  }

  /** Takes it out of use; what was never published stays as it is. @throws content.not-found, http.stale, content.in-use */
  async unpublish(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    return item.publishedNumber === null ? item : this.write(this.writes.withdrawal(item), address);
  }

  /** Puts it away, and out of use if it is in use. @throws content.not-found, http.stale, content.in-use */
  async archive(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt !== null) return item;
    const isOut = item.publishedNumber === null;
    const write = isOut ? this.writes.unplanned(item) : this.writes.withdrawal(item);
    return this.write({ ...write, change: { ...write.change, archivedAt: this.moment.now() } }, address);
  }

  /** Takes it out again, as a draft. @throws content.not-found, http.stale */
  async unarchive(address: ItemAddress): Promise<ContentItem> {
    const item = await this.drafts.require(address);
    if (item.archivedAt === null) return item;
    const write = this.writes.unplanned(item);
    return this.write({ ...write, change: { ...write.change, archivedAt: null } }, address);
  }

  private async write(write: ItemWrite, { ifMatch }: ItemAddress): Promise<ContentItem> {
    const [written = write.item] = await this.writer.write([{ ...write, ifMatch }]);
    return written;
  }
}
