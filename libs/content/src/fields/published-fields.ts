import type { ContentSnapshot, PublishedVersion } from '../published/content-snapshot.js';
import { typed } from '../published/content-snapshot.js';
import type { CustomFieldDocument } from './custom-field.type.js';

export const CUSTOM_FIELDS = 'custom-fields';

/** Every custom field that is published, by key. */
export function publishedFields(snapshot: ContentSnapshot): PublishedVersion<CustomFieldDocument>[] {
  return snapshot.keysOf(CUSTOM_FIELDS).flatMap((key) => {
    const version = snapshot.find(CUSTOM_FIELDS, key);
    return version ? [typed<CustomFieldDocument>(version)] : [];
  });
}

/** Those of a type, in the order in which people see them. Of two with one member, the first by key counts. */
export function fieldsOf(snapshot: ContentSnapshot, type: string): CustomFieldDocument[] {
  const found = new Map<string, CustomFieldDocument>();
  for (const { document } of publishedFields(snapshot)) {
    if (document.appliesTo === type && !found.has(document.member)) found.set(document.member, document);
  }
  return [...found.values()].sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.member < b.member ? -1 : 1),
  );
}
