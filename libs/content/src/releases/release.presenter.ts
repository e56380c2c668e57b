import { formatInstant, type JsonObject } from '@parcours/kernel';

import { instantOf, presentFailure } from '../items/content.presenter.js';
import type { ContentRelease, ReleaseMember } from './content-release.entity.js';

/** A release as it is answered. */
export function presentRelease(release: ContentRelease): JsonObject {
  return {
    id: String(release.id),
    name: release.name,
    note: release.note,
    status: release.status,
    items: release.items.map(presentMember),
    revision: release.revision,
    scheduledAt: instantOf(release.scheduledAt),
    scheduleFailure: presentFailure(release.schedule?.failure),
    publishedAt: instantOf(release.publishedAt),
    createdAt: formatInstant(release.createdAt),
    createdBy: release.createdBy,
    updatedAt: formatInstant(release.updatedAt),
  };
}

function presentMember({ type, key, action, outcome }: ReleaseMember): JsonObject {
  if (!outcome) return { type, key, action };
  const { before, after } = outcome;
  return { type, key, action, before: before?.number ?? null, after: after?.number ?? null };
}
