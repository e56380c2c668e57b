import { Injectable } from '@nestjs/common';
import type { Actor, ErrorItem } from '@parcours/kernel';

import { ContentErrors } from '../content.errors.js';
import type { ContentItem } from '../items/content-item.entity.js';
import { ContentItemRepository } from '../items/content-item.repository.js';
import { ContentWriter, type ItemWrite } from '../items/content-writer.js';
import { PublishWrites } from '../items/publish-writes.js';
import { ContentVersionRepository } from '../versions/content-version.repository.js';
import type { ContentRelease, ReleaseMember } from './content-release.entity.js';
import { type ReleaseAddress, ReleaseService } from './release.service.js';

type Outcome = NonNullable<ReleaseMember['outcome']>;

interface Move {
  readonly at: number;
  readonly member: ReleaseMember;
  readonly outcome: Outcome;
  readonly item: ContentItem | undefined;
}

/** Takes a release back: each member to what was published of it before, all of them or none. Drafts stay. */
@Injectable()
export class ReleaseRollback {
  constructor(
    private readonly releases: ReleaseService,
    private readonly items: ContentItemRepository,
    private readonly versions: ContentVersionRepository,
    private readonly writes: PublishWrites,
    private readonly writer: ContentWriter,
  ) {}

  /**
   * @throws content.release-not-found, content.release-state, content.release-superseded, content.in-use,
   *   content.reference-lost, http.stale
   */
  async rollBack(address: ReleaseAddress, by: Actor): Promise<ContentRelease> {
    const release = await this.releases.require(address);
    const { id, status } = release;
    if (status !== 'published') throw ContentErrors.releaseState({ id: String(id), status });
    const moves = await this.moves(release);
    const reasons = moves.flatMap((move) => reasonAgainst(move) ?? []);
    if (reasons.length > 0) throw ContentErrors.releaseSuperseded({ id: String(id) }, { errors: reasons });
    const writes = (await Promise.all(moves.map((move) => this.writeOf(move)))).flatMap(
      (write) => write ?? [],
    );
    const updatedAt = this.writes.now();
    const change = { status: 'rolled-back' as const, updatedAt };
    await this.writer.write(writes, {
      by,
      release: String(id),
      also: (sql) => this.releases.changeWithin(sql, { release, change, event: 'rolled-back', by }),
    });
    return { ...release, ...change, revision: release.revision + 1 };
  }

  /** Of the members that the release has changed. */
  private async moves({ items }: ContentRelease): Promise<Move[]> {
    const moves = items.map(async (member, at): Promise<Move[]> => {
      const { outcome } = member;
      if (!outcome || outcome.before?.id === outcome.after?.id) return [];
      return [{ at, member, outcome, item: await this.items.findById(outcome.itemId) }];
    });
    return (await Promise.all(moves)).flat();
  }

  private async writeOf({ item, outcome: { before } }: Move): Promise<ItemWrite | undefined> {
    if (!item) return undefined;
    if (!before) return this.writes.withdrawal(item);
    const version = await this.versions.find(item.id, before.number);
    return version && this.writes.reinstatement(item, version);
  }
}

function reasonAgainst({ at, member, outcome, item }: Move): ErrorItem | undefined {
  const reason = (words: string) => ({
    pointer: `/items/${String(at)}`,
    code: 'content.release-superseded',
    detail: `${member.type}/${member.key} ${words} since.`,
  });
  if (!item) return reason('was deleted');
  if (item.archivedAt !== null) return reason('was archived');
  if (item.publishedVersionId === (outcome.after?.id ?? null)) return undefined;
  return item.publishedNumber === null
    ? reason('was taken out of use')
    : reason(`was published as version ${String(item.publishedNumber)}`);
}
