import { canonicalJson, type JsonObject, type JsonValue } from '@parcours/kernel';

import { diffDocuments, type DocumentChange } from './document-diff.js';

export type Present = ((document: JsonObject) => JsonObject) | undefined;

/** The changes between two kept documents as they are shown; of a secret that changed, no more than that it did. */
export function diffShown(from: JsonObject, to: JsonObject, present: Present): DocumentChange[] {
  if (!present) return diffDocuments(from, to);
  const [shownFrom, shownTo] = [present(from), present(to)];
  const visible = diffDocuments(shownFrom, shownTo);
  const told = visible.map(({ pointer }) => pointer);
  const hidden = diffDocuments(from, to).flatMap(({ pointer }) => hiddenAt(pointer, to, shownTo) ?? []);
  const secrets = new Map(hidden.map((change) => [change.pointer, change]));
  const untold = [...secrets.values()].filter(({ pointer }) => !told.some((seen) => isWithin(pointer, seen)));
  return [...visible, ...untold];
}

/** The shown value that stands where the kept one has changed unseen: at the pointer, or at the nearest place above it. */
function hiddenAt(pointer: string, kept: JsonObject, shown: JsonObject): DocumentChange | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const value = valueAt(shown, place);
    if (value === undefined) continue;
    if (canonicalJson(value) === canonicalJson(valueAt(kept, place))) return undefined;
    return { op: 'replace', pointer: place, from: value, to: value, isHidden: true };
  }
  return undefined;
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`) || place.startsWith(`${pointer}/`);
}

/** What stands at a JSON pointer; undefined where nothing does. */
export function valueAt(document: JsonObject, pointer: string): JsonValue | undefined {
  let value: unknown = document;
  for (const token of pointer.split('/').slice(1)) {
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
    value = Reflect.get(value, member);
  }
  return value as JsonValue;
}
