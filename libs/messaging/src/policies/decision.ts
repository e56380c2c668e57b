import { isJsonObject, type JsonObject } from '@parcours/kernel';

/** The segments whose overrides applied to a message, by policy, as its decision keeps them. */
export function segmentsIn(decision: unknown): Readonly<Record<string, string>> | undefined {
  const segments = isJsonObject(decision) ? decision['segments'] : undefined;
  if (!isJsonObject(segments)) return undefined;
  return Object.fromEntries(
    Object.entries(segments).flatMap(([policy, segment]) =>
      typeof segment === 'string' ? [[policy, segment] as const] : [],
    ),
  );
}

/** What a message keeps of its decision, with one more thing. */
export function withNote(decision: JsonObject | undefined, note: JsonObject): JsonObject {
  return { ...decision, ...note };
}
