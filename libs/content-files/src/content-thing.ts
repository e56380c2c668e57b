import { createHash } from 'node:crypto';

import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

/** The format of what `GET /export` answers and `POST /import` takes. */
export const CONTENT_FORMAT = 'parcours/1';

export const THING_STATES = ['published', 'draft', 'archived'] as const;

/** `published`: in use as its draft says. `draft`: the draft is not, or not yet, to be used. `archived`: put away. */
export type ThingState = (typeof THING_STATES)[number];

/** A piece of content as it travels. */
export interface ContentThing {
  readonly type: string;
  readonly state: ThingState;
  /** The draft, key and name included. */
  readonly document: JsonObject;
  /** What is in use while the draft has moved on. */
  readonly published?: JsonObject;
}

/** `touchpoints/sms`: the name of a thing in messages, and in what is remembered of it. */
export function thingName(type: string, key: string): string {
  return `${type}/${key}`;
}

/** The key that stands in a document; '' in one that has none. */
export function keyOf(document: JsonObject): string {
  const { key } = document;
  return typeof key === 'string' ? key : '';
}

/** The name of the secret in `{ "$secret": "NAME" }`; undefined for any other value. */
export function secretNameOf(value: unknown): string | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined;
  const name = value['$secret'];
  return typeof name === 'string' ? name : undefined;
}

/** The same value with what `replace` answers in place of each secret; the path leads there. */
export function mapSecretNames(
  value: JsonValue,
  replace: (name: string, path: readonly (string | number)[]) => JsonValue,
  path: readonly (string | number)[] = [],
): JsonValue {
  const name = secretNameOf(value);
  if (name !== undefined) return replace(name, path);
  if (Array.isArray(value)) return value.map((item, at) => mapSecretNames(item, replace, [...path, at]));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [
      member,
      inner === undefined ? inner : mapSecretNames(inner, replace, [...path, member]),
    ]),
  );
}

/** Equal for documents that say the same, whatever the order of their members and the names of their secrets. */
export function contentHash(document: JsonObject): string {
  const named = mapSecretNames(document, () => ({ $secret: 'set' }));
  return createHash('sha256').update(canonicalJson(named)).digest('base64url').slice(0, 22);
}
