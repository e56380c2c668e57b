import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ErrorEntry } from '@parcours/kernel';

const PREFIX = 'x-problem:';

/**
 * Documents the problems that a route can answer beyond those that its other decorators bring along.
 * @example
 * \@Refuses(ContentErrors.notFound, ContentErrors.archived)
 */
export function Refuses(...errors: readonly { readonly entry: ErrorEntry }[]): MethodDecorator {
  // An extension each: several decorators of a route may declare the same, and none replaces another's.
  return applyDecorators(...errors.map(({ entry }) => ApiExtension(`${PREFIX}${entry.code}`, { ...entry })));
}

/** Takes the declared problems out of an operation of the document. */
export function takeRefusals(operation: Record<string, unknown>): ErrorEntry[] {
  const members = Object.keys(operation).filter((member) => member.startsWith(PREFIX));
  return members.flatMap((member) => {
    const entry = operation[member];
    Reflect.deleteProperty(operation, member);
    return isEntry(entry) ? [entry] : [];
  });
}

function isEntry(value: unknown): value is ErrorEntry {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}
