import { isRetryable, ParcoursError } from '@parcours/kernel';

/** A failure of the moment, of no entry: there is nothing to narrow down and nothing to put aside. */
export function isOutage(error: unknown): boolean {
  return error instanceof ParcoursError && isRetryable(error);
}
