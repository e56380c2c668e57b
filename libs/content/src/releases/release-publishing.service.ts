import { Injectable } from '@nestjs/common';
import { type Actor, isError } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { statusOf } from '../items/content-status.js';
import { ContentWriter, type ItemWrite } from '../items/content-writer.js';
import { PublishMoment } from '../items/publish-moment.js';
import { PublishWrites } from '../items/publish-writes.js';
import type { ContentRelease, ReleasedVersion, ReleaseMember } from './content-release.entity.js';
import { type PresentMember, ReleaseCheck } from './release-check.service.js';
import { type ReleaseAddress, ReleaseService } from './release.service.js';

/** Publishes releases: all of their members, or none. */
@Injectable()
export class ReleasePublishing {
  constructor(
    private readonly releases: ReleaseService,
    private readonly check: ReleaseCheck,
    private readonly writes: PublishWrites,
    private readonly writer: ContentWriter,
    private readonly moment: PublishMoment,
  ) {}

  /**
   * @throws content.release-not-found, content.release-state, content.release-not-publishable, http.stale, and what
   *   publishing one of its members throws
   */
  async publish(address: ReleaseAddress, by: Actor): Promise<ContentRelease> {
    const release = await this.releases.requirePending(address);
    const members = await this.check.members(release.items);
    await this.assertPublishable(release, members);
    const steps = members.flatMap(({ member, item }) =>
      item ? [this.step(release, { member, item }, by)] : [],
    );
    const now = this.moment.now();
    const change = {
      status: 'published' as const,
      items: steps.map(({ member }) => member),
      scheduledAt: null,
      schedule: null,
      publishedAt: now,
      updatedAt: now,
    };
    await this.writer.write(
      steps.flatMap(({ write }) => write ?? []),
      {
        by,
        release: String(release.id),
        also: (sql) => this.releases.changeWithin(sql, { release, change, event: 'published', by }),
      },
    );
    return { ...release, ...change, revision: release.revision + 1 };
  }

  private async assertPublishable({ id }: ContentRelease, members: readonly PresentMember[]): Promise<void> {
    const errors = (await this.check.findings(members)).filter(isError);
    if (errors.length === 0) return;
    const items = errors.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw ContentErrors.releaseNotPublishable({ id: String(id), errors: errors.length }, { errors: items });
  }

  /** A member that is already what the release wants it to be is left as it is. */
  private step(
    { name, note }: ContentRelease,
    { member, item }: { member: ReleaseMember; item: ContentItem },
    by: Actor,
  ): { member: ReleaseMember; write: ItemWrite | undefined } {
    const write = this.writeOf(item, member.action, { note: note ?? name, by });
    const before = versionOf(item);
    const after = write ? versionOf({ ...item, ...write.change }) : before;
    return { member: { ...member, outcome: { itemId: item.id, before, after } }, write };
  }

  private writeOf(item: ContentItem, action: ReleaseMember['action'], request: { note: string; by: Actor }) {
    if (action === 'unpublish') {
      return item.publishedNumber === null ? undefined : this.writes.withdrawal(item);
    }
    return statusOf(item) === 'published' ? undefined : this.writes.publication(item, request);
  }
}

/** What is published of an item, as a release remembers it. */
export function versionOf({ publishedVersionId, publishedNumber }: ContentItem): ReleasedVersion | null {
  if (publishedVersionId === null || publishedNumber === null) return null;
  return { id: publishedVersionId, number: publishedNumber };
}
