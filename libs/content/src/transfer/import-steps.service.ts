import { Injectable } from '@nestjs/common';
import { type Actor, canonicalJson } from '@parcours/kernel';

import type { ContentBatch } from '../items/content-bulk-writer.js';
import { DraftMaker } from '../items/draft-maker.js';
import { ItemSteps } from '../items/item-steps.js';
import { PublishWrites } from '../items/publish-writes.js';
import type { ReleaseMember } from '../releases/content-release.entity.js';
import { versionOf } from '../releases/release-publishing.service.js';
import { publishedOf } from './import-check.service.js';
import type { PlannedThing } from './import-request.js';

/** Who imports, and what the history is to say. */
export interface ImportNote {
  readonly by: Actor;
  readonly note: string;
}

/** What is to be written for an import, and what of it is published. */
export interface ImportSteps extends ContentBatch {
  readonly members: readonly ReleaseMember[];
}

/** Turns a plan into the steps that people would take one by one. */
@Injectable()
export class ImportStepMaker {
  constructor(
    private readonly maker: DraftMaker,
    private readonly writes: PublishWrites,
  ) {}

  steps(things: readonly PlannedThing[], note: ImportNote): ImportSteps {
    const made = things.flatMap((thing) => {
      const steps = thing.effects.includes('delete') ? undefined : this.stepsOf(thing, note);
      return steps ? [{ thing, steps }] : [];
    });
    return {
      steps: made.map(({ steps }) => steps),
      removed: things.flatMap(({ effects, existing }) =>
        existing && effects.includes('delete') ? [existing] : [],
      ),
      members: made.flatMap(({ thing, steps }) =>
        thing.effects.includes('publish') ? [memberOf(steps)] : [],
      ),
    };
  }

  private stepsOf(thing: PlannedThing, note: ImportNote): ItemSteps | undefined {
    const { existing, incoming, effects } = thing;
    if (!incoming || effects.length === 0) return undefined;
    const first = effects.includes('publish') ? publishedOf(thing) : undefined;
    const steps = existing
      ? ItemSteps.of(existing)
      : ItemSteps.ofNew(this.maker.newItem(thing.type, first ?? incoming.draft));
    if (effects.includes('unarchive')) this.setArchived(steps, null);
    if (first) {
      this.save(steps, first);
      steps.add(this.writes.publication(steps.item, note));
    }
    this.save(steps, incoming.draft);
    if (effects.includes('archive')) this.setArchived(steps, this.writes.now());
    return steps;
  }

  private save(steps: ItemSteps, draft: ItemSteps['item']['draft']): void {
    if (canonicalJson(steps.item.draft) !== canonicalJson(draft))
      steps.add(this.maker.newDraft(steps.item, draft));
  }

  private setArchived(steps: ItemSteps, archivedAt: number | null): void {
    const { item } = steps;
    const write = item.publishedNumber === null ? this.writes.unplanned(item) : this.writes.withdrawal(item);
    const action = archivedAt === null ? 'unarchived' : 'archived';
    steps.add({ ...write, action, change: { ...write.change, archivedAt } });
  }
}

function memberOf({ before, item }: ItemSteps): ReleaseMember {
  const outcome = { itemId: item.id, before: before ? versionOf(before) : null, after: versionOf(item) };
  return { type: item.type, key: item.key, action: 'publish', outcome };
}
