import type { OpenAPIObject } from '@nestjs/swagger';

/** An operation of the document while it is being made. */
export type Operation = Record<string, unknown>;

export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export function operationsOf({ paths }: Pick<OpenAPIObject, 'paths'>): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation: unknown = Reflect.get(item, method);
      return isRecord(operation) ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member as a record that can be added to. */
export function recordIn(holder: Record<string, unknown>, member: string): Record<string, unknown> {
  const found = holder[member];
  if (isRecord(found)) return found;
  const made: Record<string, unknown> = {};
  holder[member] = made;
  return made;
}

export function listIn(holder: Record<string, unknown>, member: string): unknown[] {
  const found = holder[member];
  if (Array.isArray(found)) return found;
  const made: unknown[] = [];
  holder[member] = made;
  return made;
}

/** The entries of those members that are lists. */
export function entriesIn(holder: Readonly<Record<string, unknown>>, members: readonly string[]): unknown[] {
  return members.flatMap((member): unknown[] => {
    const list = holder[member];
    return Array.isArray(list) ? list : [];
  });
}
