import { formatInstant, type JsonObject } from '@parcours/kernel';

import type { ScheduleFailure } from '../schedule/publish-schedule.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import type { VersionSummary } from '../versions/content-version.repository.js';
import type { ContentItem } from './content-item.entity.js';
import { statusOf } from './content-status.js';

/** A piece of content, its draft as it is shown, as it is answered. */
export function presentItem(item: ContentItem, shown: JsonObject): JsonObject {
  const { key, name, ...own } = shown;
  return {
    key,
    name,
    ...own,
    status: statusOf(item),
    version: item.publishedNumber,
    revision: item.revision,
    createdAt: formatInstant(item.createdAt),
    updatedAt: formatInstant(item.updatedAt),
    publishedAt: instantOf(item.publishedAt),
    scheduledAt: instantOf(item.scheduledAt),
    scheduleFailure: presentFailure(item.schedule?.failure),
    archived: item.archivedAt !== null,
  };
}

export function presentFailure(failure: ScheduleFailure | undefined): JsonObject | null {
  if (!failure) return null;
  const { at, code, detail, errors } = failure;
  return { at: formatInstant(at), code, detail, errors: errors.map((error) => ({ ...error })) };
}

export function instantOf(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}

export function presentVersion(version: ContentVersion, shown: JsonObject): JsonObject {
  return { ...summariseVersion(version), document: shown };
}

export function summariseVersion({ number, note, publishedAt, publishedBy }: VersionSummary): JsonObject {
  return { number, note, publishedAt: formatInstant(publishedAt), publishedBy };
}
