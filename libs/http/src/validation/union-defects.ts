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
  const branches = branchPaths(union);
  const atTop = inner.filter(({ instancePath }) => instancePath === union.instancePath);
  const below = inner.filter(({ instancePath }) => instancePath !== union.instancePath);
  const perBranch = branches.map((path) => atTop.filter(({ schemaPath }) => schemaPath.startsWith(path)));
  if (below.length > 0 && perBranch.some((found) => found.length === 0)) return below;
  const objectLike = perBranch.filter((found) => !found.some(({ keyword }) => keyword === 'type'));
  const [best, second] = [...objectLike].sort((a, b) => a.length - b.length);
  if (best !== undefined && best.length > 0 && (second === undefined || best.length < second.length)) {
    return [...best, ...below];
  }
  return [union];
}

function branchPaths({ schema, schemaPath }: ErrorObject): string[] {
  const branches: unknown[] = Array.isArray(schema) ? schema : [];
  return branches.map((branch, at) => {
    const reference: unknown =
      typeof branch === 'object' && branch !== null ? Reflect.get(branch, '$ref') : undefined;
    return typeof reference === 'string' ? `${reference}/` : `${schemaPath}/${String(at)}/`;
  });
}
