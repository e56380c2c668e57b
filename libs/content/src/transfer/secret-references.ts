import { mapSecretNames } from '@parcours/content-files';
import { isJsonObject, type JsonObject, type JsonValue, pointer } from '@parcours/kernel';

/** What a shown document has in place of a secret. */
const SHOWN = 'set';

/** What became of the secrets of a document. */
export interface ResolvedSecrets {
  /** With values in place of the names that are known, and what keeps the stored value in place of others. */
  readonly document: JsonObject;
  readonly given: readonly string[];
  readonly kept: readonly string[];
  /** Pointers of names without a value, here or stored. */
  readonly missing: readonly { readonly pointer: string; readonly name: string }[];
}

/**
 * A shown document with a name in place of each secret: `{ "$secret": "CONNECTORS_MAILBOX_CONFIG_PASSWORD" }`. The name
 * is that of the place, so that it is the same from every installation.
 */
export function withSecretNames(type: string, key: string, shown: JsonObject): JsonObject {
  return mapObject(shown, (name, path) => ({
    $secret: name === SHOWN ? [type, key, ...path].map(nameOf).join('_') : name,
  }));
}

/** Puts values in place of names. `stored`: the shown document of what is kept so far. */
export function resolveSecrets(
  document: JsonObject,
  stored: JsonObject | undefined,
  values: Readonly<Record<string, string>>,
): ResolvedSecrets {
  const known = new Set(stored ? secretPointers(stored) : []);
  const given: string[] = [];
  const kept: string[] = [];
  const missing: { pointer: string; name: string }[] = [];
  const resolved = mapObject(document, (name, path) => {
    const place = pointer(...path);
    if (Object.hasOwn(values, name)) {
      given.push(name);
      return values[name] ?? '';
    }
    if (known.has(place)) kept.push(name);
    else missing.push({ pointer: place, name });
    return { $secret: SHOWN };
  });
  return { document: resolved, given, kept, missing };
}

/** Where a document has secrets. */
export function secretPointers(document: JsonObject): string[] {
  const found: string[] = [];
  mapSecretNames(document, (name, path) => {
    found.push(pointer(...path));
    return { $secret: name };
  });
  return found;
}

function mapObject(
  document: JsonObject,
  replace: (name: string, path: readonly (string | number)[]) => JsonValue,
): JsonObject {
  const mapped = mapSecretNames(document, replace);
  return isJsonObject(mapped) ? mapped : document;
}

function nameOf(part: string | number): string {
  return String(part)
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
