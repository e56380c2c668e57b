import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { Finding } from '@parcours/kernel';

import type { ContentItem } from '../items/content-item.entity.js';
import { ContentItemRepository } from '../items/content-item.repository.js';
import { DraftCheck } from '../items/draft-check.js';
import { ContentSnapshot, type PublishedVersion } from '../published/content-snapshot.js';
import { PublishedContent } from '../published/published-content.js';
import { selectUsages, type Usage } from '../references/content-reference.repository.js';
import { ContentTypeRegistry } from '../types/content-type-registry.js';
import type { ReleaseMember } from './content-release.entity.js';

/** A member as it is now; `item` is absent when there is no such thing. */
export interface PresentMember {
  readonly member: ReleaseMember;
  readonly item: ContentItem | undefined;
}

const LISTED_USES = 100;

/** Holds a release against everything that will be published once it is: its members may refer to each other. */
@Injectable()
export class ReleaseCheck {
  constructor(
    private readonly items: ContentItemRepository,
    private readonly drafts: DraftCheck,
    private readonly published: PublishedContent,
    private readonly types: ContentTypeRegistry,
    private readonly database: Database,
  ) {}

  async members(members: readonly ReleaseMember[]): Promise<PresentMember[]> {
    return Promise.all(
      members.map(async (member) => ({
        member,
        item: await this.items.findByKey(member.type, member.key),
      })),
    );
  }

  /** Pointers begin with the place of the member: `/items/0/touchpoint`. */
  async findings(present: readonly PresentMember[]): Promise<Finding[]> {
    const after = await this.publishedAfter(present);
    const found = await Promise.all(present.map((one) => this.findingsOf(one, present, after)));
    return found.flatMap((findings, at) =>
      findings.map((finding) => ({ ...finding, pointer: `/items/${String(at)}${finding.pointer}` })),
    );
  }

  private async findingsOf(
    { member, item }: PresentMember,
    present: readonly PresentMember[],
    after: ContentSnapshot,
  ): Promise<Finding[]> {
    const what = `${this.types.singularOf(member.type)} '${member.key}'`;
    const error = (code: string, message: string): Finding => ({
      code,
      severity: 'error',
      pointer: '',
      message,
    });
    if (!item) return [error('content.unknown-reference', `There is no ${what}.`)];
    if (member.action === 'publish') {
      if (item.archivedAt !== null) return [error('content.archived', `The ${what} is archived.`)];
      return this.drafts.findings(item, after);
    }
    return (await this.usesLeft(item, present)).map(({ type, key, pointer }) =>
      error(
        'content.in-use',
        `The published ${this.types.singularOf(type)} '${key}' refers to the ${what} at ${pointer}.`,
      ),
    );
  }

  /** Uses by what the release leaves as it is; what it publishes is held against the whole by its own check. */
  private async usesLeft(item: ContentItem, present: readonly PresentMember[]): Promise<Usage[]> {
    const uses = await selectUsages(this.database.sql, item, { sides: ['published'], limit: LISTED_USES });
    return uses.filter(
      ({ type, key }) => !present.some(({ member }) => member.type === type && member.key === key),
    );
  }

  private async publishedAfter(present: readonly PresentMember[]): Promise<ContentSnapshot> {
    const now = await this.published.snapshot();
    const ids = new Set(present.map(({ item }) => item?.id));
    const others = now.versions().filter(({ itemId }) => !ids.has(itemId));
    const coming = present.flatMap(({ member, item }) =>
      item && member.action === 'publish' ? [comingVersion(item)] : [],
    );
    return new ContentSnapshot(now.revision, [...others, ...coming]);
  }
}

function comingVersion({ id, type, key, lastNumber, draft }: ContentItem): PublishedVersion {
  return { itemId: id, versionId: 0, type, key, number: lastNumber + 1, document: draft };
}
