import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

import type { TemplateVariable } from '../templates/template-scope.js';

/** What a template reads, and whether there was a value for it. */
export interface VariableSeen extends TemplateVariable {
  readonly given: boolean;
}

type Writable = Record<string, JsonValue>;

/**
 * Data with a placeholder for each value that a template cannot do without and nobody gave: ‹first_name›. A list has one
 * item, with what is read of it.
 */
export function sampledData(
  given: JsonObject,
  variables: readonly TemplateVariable[],
): { readonly data: JsonObject; readonly variables: readonly VariableSeen[] } {
  const seen = variables.map((variable): VariableSeen => {
    return { ...variable, given: has(given, variable.path.split('.')) };
  });
  const data = structuredClone(given) as Writable;
  const missing = seen.filter(({ required, given: isGiven }) => required && !isGiven).map(({ path }) => path);
  for (const path of missing) {
    const items = variables.map((variable) => variable.path).filter((each) => each.startsWith(`${path}.*`));
    for (const each of items.length > 0 ? items : [path]) place(data, each.split('.'));
  }
  return { data, variables: seen };
}

function has(holder: JsonValue | undefined, [member, ...rest]: readonly string[]): boolean {
  if (member === undefined) return holder !== undefined && holder !== null;
  if (member === '*') return Array.isArray(holder) && holder.length > 0 && has(holder[0], rest);
  return isJsonObject(holder) && Object.hasOwn(holder, member) && has(holder[member], rest);
}

function place(holder: Writable, [member = '', next, ...rest]: readonly string[]): void {
  const value = holder[member];
  if (next === undefined) holder[member] ??= `‹${member}›`;
  else if (next === '*') holder[member] = [itemOf(Array.isArray(value) ? value[0] : undefined, member, rest)];
  else if (isJsonObject(value)) place(value as Writable, [next, ...rest]);
  else if (value === undefined || value === null) {
    const inner: Writable = {};
    place(inner, [next, ...rest]);
    holder[member] = inner;
  }
}

/** The one item of a list, with one more member; lists in lists stay as they are. */
function itemOf(known: JsonValue | undefined, list: string, path: readonly string[]): JsonValue {
  if (path.length === 0 || path[0] === '*') return known ?? `‹${list}›`;
  const item: Writable = isJsonObject(known) ? (known as Writable) : {};
  place(item, path);
  return item;
}
