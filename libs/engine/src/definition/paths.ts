import { compilePath, isPath } from '@parcours/conditions';
import type { ConditionScope, PathReader } from '@parcours/conditions';

/** Where a path such as `event.amount`, `context.score` or `customer.plan` can begin. */
const ROOTS = ['event', 'context', 'customer'] as const;

/** Reads a path in a scope; `undefined` where it is absent. */
export type ScopeReader = (scope: ConditionScope) => unknown;

/**
 * Prepares a path that starts with `event.` (properties of the event at hand), `context.` or `customer.` (traits).
 * Answers `undefined` for any other text.
 */
export function compileScopePath(path: string): ScopeReader | undefined {
  const dot = path.indexOf('.');
  const rest = path.slice(dot + 1);
  const root = ROOTS.find((candidate) => candidate === path.slice(0, Math.max(dot, 0)));
  if (!root || !isPath(rest)) return undefined;
  const read: PathReader = compilePath(rest);
  switch (root) {
    case 'event':
      return (scope) => read(scope.event?.properties);
    case 'context':
      return (scope) => read(scope.context);
    case 'customer':
      return (scope) => read(scope.traits);
  }
}

const VARIABLE = /^\{\{\s*([^{}]+?)\s*\}\}$/;

/** The path of a text that is exactly `{{path}}`; `undefined` for a literal. */
export function variablePath(value: unknown): string | undefined {
  return typeof value === 'string' ? VARIABLE.exec(value)?.[1] : undefined;
}
