import { HELPER_NAMES, VALUE_HELPERS } from './template-helpers.js';
import type { ValueHelper } from './value-helper.js';

/** Helpers that plugins add while the process starts, by names such as `crm.points`; the last of a name counts. */
const OFFERED = new Map<string, readonly ValueHelper[]>();

/** Answers how to take it back. */
export function offerHelper(name: string, helper: ValueHelper): () => void {
  OFFERED.set(name, [...(OFFERED.get(name) ?? []), helper]);
  return () => {
    const left = (OFFERED.get(name) ?? []).filter((offered) => offered !== helper);
    if (left.length === 0) OFFERED.delete(name);
    else OFFERED.set(name, left);
  };
}

/** A helper that computes a value, of the product or of a plugin. */
export function helperNamed(name: string): ValueHelper | undefined {
  return VALUE_HELPERS.get(name) ?? OFFERED.get(name)?.at(-1);
}

/** Every helper's name, for messages. */
export function helperNames(): readonly string[] {
  return [...HELPER_NAMES, ...[...OFFERED.keys()].sort()];
}
