import { isJsonObject, pointer } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/sdk';

/** A member that the schema marks with `x-secret`. */
export interface SecretMember {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Replaces every secret member that is present; what the function answers takes its place. */
export function mapSecrets(
  schema: JsonSchema,
  config: JsonObject,
  replace: (secret: SecretMember) => JsonValue | undefined,
): JsonObject {
  const mapped = mapValue(schema, config, [], replace);
  return isJsonObject(mapped) ? mapped : {};
}

/** The values of all secrets that are plain texts: what must never be seen in logs and errors. */
export function secretTexts(schema: JsonSchema, config: JsonObject): readonly string[] {
  const texts: string[] = [];
  mapSecrets(schema, config, ({ value }) => {
    if (typeof value === 'string' && value !== '') texts.push(value);
    return value;
  });
  return texts;
}

type Replace = (secret: SecretMember) => JsonValue | undefined;

function mapValue(
  schema: JsonSchema,
  value: JsonValue,
  path: readonly (string | number)[],
  replace: Replace,
): JsonValue | undefined {
  if (schema['x-secret'] === true) return replace({ path, pointer: pointer(...path), value });
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((item, at) => mapValue(items, item, [...path, at], replace) ?? null) : value;
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const inner = schema.properties?.[name];
    return [name, inner && member !== undefined ? mapValue(inner, member, [...path, name], replace) : member];
  });
  return Object.fromEntries(members) as JsonObject;
}
