import { isJsonObject, type JsonObject, pointer } from '@parcours/kernel';

/** Kinds of tests that name content, by their member. */
const NAMING = ['segment', 'persona', 'journey', 'message'] as const;

/** The content types that conditions name, by the member that does. */
export const REFERENCED_TYPES = {
  segment: 'segments',
  persona: 'personas',
  journey: 'journey-templates',
  message: 'message-templates',
} as const;

/** A place in a condition that names content. */
export interface ConditionReference {
  readonly kind: (typeof NAMING)[number];
  readonly key: string;
  /** JSON pointer of the key. */
  readonly pointer: string;
}

/** An event that something listens to or asks about. */
export interface HeardEvent {
  readonly event: string;
  /** JSON pointer of its name. */
  readonly pointer: string;
}

/** The content that a condition names, with pointers that start with `at`. Whatever is no condition names none. */
export function conditionReferences(condition: unknown, at = ''): ConditionReference[] {
  return testsIn(condition, at).flatMap(({ test, at: place }) =>
    NAMING.flatMap((kind) => {
      const key = test[kind];
      return typeof key === 'string' ? [{ kind, key, pointer: place + pointer(kind) }] : [];
    }),
  );
}

/** The events that a condition asks about, with pointers that start with `at`. Whatever is no condition asks about none. */
export function conditionEvents(condition: unknown, at = ''): HeardEvent[] {
  return testsIn(condition, at).flatMap(({ test: { event }, at: place }) =>
    typeof event === 'string' ? [{ event, pointer: place + pointer('event') }] : [],
  );
}

function testsIn(condition: unknown, at: string): { readonly test: JsonObject; readonly at: string }[] {
  if (!isJsonObject(condition)) return [];
  for (const combination of ['all', 'any'] as const) {
    const inner = condition[combination];
    if (!Array.isArray(inner)) continue;
    return inner.flatMap((each, index) => testsIn(each, at + pointer(combination, index)));
  }
  if (condition['not'] !== undefined) return testsIn(condition['not'], at + pointer('not'));
  return [{ test: condition, at }];
}
