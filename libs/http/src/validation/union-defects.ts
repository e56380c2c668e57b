import type { ErrorObject } from 'ajv/dist/2020.js';

/**
 * A value that fits no branch of a oneOf or anyOf makes Ajv tell the defects of every branch. A person meant one of
 * them: the one that fits at the top, else the one that misses least; where that is open, only the union is told.
 */
export function settleUnions(errors: readonly ErrorObject[]): ErrorObject[] {
  let settled: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === 'propertyNames') settled = settled.filter((inner) => !isNameRule(inner, error));
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') {
      settled.push(error);
      continue;
    }
    const start = startOfBranches(settled, error);
    settled = [...settled.slice(0, start), ...meant(settled.slice(start), error)];
  }
  return settled;
}

/** Ajv tells of a bad member name twice: once of the name, once of the member. The second has the place. */
function isNameRule(inner: ErrorObject, outer: ErrorObject): boolean {
  return inner.propertyName !== undefined && inner.propertyName === outer.params['propertyName'];
}

/** Ajv writes the defects of the branches right before the union's own. */
function startOfBranches(settled: readonly ErrorObject[], union: ErrorObject): number {
  let start = settled.length;
  while (start > 0) {
    const path = settled[start - 1]?.instancePath ?? '';
    if (path !== union.instancePath && !path.startsWith(`${union.instancePath}/`)) break;
    start--;
  }
  return start;
}

function meant(inner: readonly ErrorObject[], union: ErrorObject): ErrorObject[] {
  const atTop = inner.filter(({ instancePath }) => instancePath === union.instancePath);
  const below = inner.filter(({ instancePath }) => instancePath !== union.instancePath);
  const perBranch = bySchema(atTop);
  if (below.length > 0 && perBranch.length < branchCount(union)) return below;
  const objectLike = perBranch.filter((found) => !found.some(({ keyword }) => keyword === 'type'));
  const [best, second] = objectLike.sort((a, b) => a.length - b.length);
  if (best && (!second || best.length < second.length)) return [...best, ...below];
  return [union];
}

/** The path of a referenced branch does not say which branch it is; the schema that was broken does. */
function bySchema(errors: readonly ErrorObject[]): ErrorObject[][] {
  const groups = new Map<unknown, ErrorObject[]>();
  for (const error of errors)
    groups.set(error.parentSchema, [...(groups.get(error.parentSchema) ?? []), error]);
  return [...groups.values()];
}

function branchCount({ schema }: ErrorObject): number {
  return Array.isArray(schema) ? schema.length : 0;
}
