import type { Actor } from '@parcours/kernel';

import type { ContentItem } from '../items/content-item.entity.js';
import type { ItemWrite } from '../items/content-writer.js';
import type { ContentChange } from './content-change.js';

/** What changes that happen together have in common. */
export interface ChangeContext {
  readonly by: Actor;
  readonly at: number;
  /** Id of the release that they happen with. */
  readonly release?: string;
}

export function createdChange(item: ContentItem, context: ChangeContext): ContentChange {
  return { ...changeOf(item, context), action: 'created', before: null, after: item.draft, revision: 0 };
}

export function writtenChange(
  { item, action, change, version, options }: ItemWrite,
  context: ChangeContext,
): ContentChange {
  const { publishedNumber = item.publishedNumber } = change;
  return {
    ...changeOf(item, context),
    action,
    before: item.draft,
    after: change.draft ?? item.draft,
    version: publishedNumber,
    note: version?.note ?? null,
    ...(options && { options }),
  };
}

export function deletedChange(item: ContentItem, context: ChangeContext): ContentChange {
  return { ...changeOf(item, context), action: 'deleted', before: item.draft, after: null };
}

function changeOf({ id, type, key, revision }: ContentItem, { by, at, release }: ChangeContext) {
  return { type, key, itemId: id, revision, version: null, note: null, release: release ?? null, by, at };
}
