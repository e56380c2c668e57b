import { isJsonObject, pointer } from '@parcours/kernel';

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

/** The content that a condition names, with pointers that start with `at`. Whatever is no condition names none. */
export function conditionReferences(condition: unknown, at = ''): ConditionReference[] {
  if (!isJsonObject(condition)) return [];
  for (const combination of ['all', 'any'] as const) {
    const inner = condition[combination];
    if (!Array.isArray(inner)) continue;
    return inner.flatMap((each, index) => conditionReferences(each, at + pointer(combination, index)));
  }
  if (condition['not'] !== undefined) return conditionReferences(condition['not'], at + pointer('not'));
  return NAMING.flatMap((kind) => {
    const key = condition[kind];
    return typeof key === 'string' ? [{ kind, key, pointer: at + pointer(kind) }] : [];
  });
}
