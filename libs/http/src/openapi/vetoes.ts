import { ApiExtension } from '@nestjs/swagger';
import type { ErrorEntry } from '@parcours/kernel';

const VETOED = 'x-vetoed';

const declared = new Map<string, ErrorEntry[]>();

/**
 * Declares the problems with which a listener may stop something that another module does, such as a publish: the routes
 * that do it document them, though their module does not know who listens.
 */
export function declareVetoes(event: string, ...errors: readonly { readonly entry: ErrorEntry }[]): void {
  declared.set(event, [...(declared.get(event) ?? []), ...errors.map(({ entry }) => entry)]);
}

/** Documents that listeners may stop what the route does, with whatever they have declared. */
export const Vetoed = (event: string): MethodDecorator => ApiExtension(VETOED, event);

/** Takes the problems that listeners have declared out of an operation of the document. */
export function takeVetoes(operation: Record<string, unknown>): readonly ErrorEntry[] {
  const event = operation[VETOED];
  Reflect.deleteProperty(operation, VETOED);
  return typeof event === 'string' ? (declared.get(event) ?? []) : [];
}
