import type { ListField, ListParameter, ListSpec } from '@parcours/http';

import { CUSTOM } from '../fields/type-fields.js';
import { LOCALE_PATTERN } from '../locales/locale-query.js';

import type { ContentType } from '../types/content-type.js';
import { membersOf } from '../types/document-schema.js';
import type { ContentItem } from './content-item.entity.js';

/** `changed`: published, and the draft has moved on since. */
export type ContentStatus = 'draft' | 'published' | 'changed';

export function statusOf({ publishedNumber, publishedRevision, revision }: ContentItem): ContentStatus {
  if (publishedNumber === null) return 'draft';
  return publishedRevision === revision ? 'published' : 'changed';
}

/** The next revision for a change that leaves the draft, and hence the status, as it is. */
export function standing(
  item: Pick<ContentItem, 'revision' | 'publishedRevision'>,
): Pick<ContentItem, 'revision' | 'publishedRevision'> {
  const revision = item.revision + 1;
  return {
    revision,
    publishedRevision: item.publishedRevision === item.revision ? revision : item.publishedRevision,
  };
}

/** Lists leave out what is archived unless they are filtered by this. */
export const ARCHIVED: ListField = {
  expression: '(archived_at IS NOT NULL)',
  type: 'boolean',
  unsortable: true,
};

const STATUS_SQL =
  "CASE WHEN published_number IS NULL THEN 'draft' WHEN published_revision = revision THEN 'published' " +
  "ELSE 'changed' END";

const COMMON_FIELDS: Readonly<Record<string, ListField>> = {
  key: { expression: 'item_key', type: 'text' },
  name: { expression: 'name', type: 'text' },
  status: { expression: STATUS_SQL, type: 'enum', values: ['draft', 'published', 'changed'] },
  version: { expression: 'published_number', type: 'integer', nullable: true },
  revision: { expression: 'revision', type: 'integer' },
  createdAt: { expression: 'created_at', type: 'instant' },
  updatedAt: { expression: 'updated_at', type: 'instant' },
  publishedAt: { expression: 'published_at', type: 'instant', nullable: true },
  scheduledAt: { expression: 'scheduled_at', type: 'instant', nullable: true },
  reviewDueAt: { expression: 'review_due_at', type: 'instant', nullable: true },
  archived: ARCHIVED,
};

const LOCALE_PARAMETER: ListParameter = {
  pattern: LOCALE_PATTERN,
  maxLength: 35,
  description: 'Answers texts in one language, such as `fr` or `fr-CA`.',
  example: 'fr',
};

const SEARCH_PARAMETER: ListParameter = {
  maxLength: 200,
  description: 'Words that the key, the names or the texts hold, whatever their case and accents.',
  example: 'welcome',
};

/** Lists can be filtered and sorted by where items stand, and by the simple members of their drafts. */
export function listSpecOf(
  type: ContentType,
  customFields: Readonly<Record<string, ListField>> = {},
): ListSpec {
  const members = membersOf(type.schema);
  const own = Object.entries(members).flatMap(([name, schema]) => {
    const field = fieldOf(name, schema);
    return field ? [[name, field] as const] : [];
  });
  const fields = { ...Object.fromEntries(own), ...COMMON_FIELDS, ...customFields };
  return {
    name: type.name,
    fields,
    members: [
      ...new Set([...Object.keys(COMMON_FIELDS), 'scheduleFailure', ...Object.keys(members), CUSTOM]),
    ],
    includes: ['completeness', 'reviewDueAt'],
    parameters: { locale: LOCALE_PARAMETER, search: SEARCH_PARAMETER },
    defaultSort: 'key',
    unique: 'key',
    description: 'And custom fields that are filterable, as `custom.<member>`.',
  };
}

export const VERSION_LIST: ListSpec = {
  name: 'versions',
  fields: {
    number: { expression: 'number', type: 'integer' },
    publishedAt: { expression: 'published_at', type: 'instant' },
    publishedBy: { expression: 'published_by', type: 'text' },
  },
  members: ['number', 'note', 'publishedAt', 'publishedBy'],
  defaultSort: '-number',
  unique: 'number',
};

function fieldOf(name: string, schema: unknown): ListField | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const field = { expression: 'draft', json: name, nullable: true } as const;
  const values: unknown = Reflect.get(schema, 'enum');
  if (Array.isArray(values)) {
    return { ...field, type: 'enum', values: values.filter((value) => typeof value === 'string') };
  }
  switch (Reflect.get(schema, 'x-secret') === true ? undefined : Reflect.get(schema, 'type')) {
    case 'string':
      return { ...field, type: 'text' };
    case 'integer':
      return { ...field, type: 'integer' };
    case 'number':
      return { ...field, type: 'number' };
    case 'boolean':
      return { ...field, type: 'boolean' };
    default:
      return undefined;
  }
}
