import type { JsonObject } from '@parcours/kernel';

/** The key that stands in a document; '' in one that has none. */
export function keyIn(document: Readonly<JsonObject>): string {
  const key = document['key'];
  return typeof key === 'string' ? key : '';
}
