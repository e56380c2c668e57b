import { formatInstant, type JsonObject } from '@parcours/kernel';

import type { ScheduleFailure } from '../schedule/publish-schedule.js';
import type { ContentType } from '../types/content-type.js';
import type { ContentVersion } from '../versions/content-version.entity.js';
import type { VersionSummary } from '../versions/content-version.repository.js';
import type { ContentItem } from './content-item.entity.js';
import { statusOf } from './content-status.js';

type Present = NonNullable<ContentType['present']> | undefined;

/** A piece of content as it is answered. */
export function presentItem(item: ContentItem, present: Present): JsonObject {
  const { key, name, ...own } = present?.(item.draft) ?? item.draft;
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

export function presentVersion(version: ContentVersion, present: Present): JsonObject {
  return { ...summariseVersion(version), document: present?.(version.document) ?? version.document };
}

export function summariseVersion({ number, note, publishedAt, publishedBy }: VersionSummary): JsonObject {
  return { number, note, publishedAt: formatInstant(publishedAt), publishedBy };
}
