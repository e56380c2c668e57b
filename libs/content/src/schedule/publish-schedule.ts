import { type Actor, type ErrorItem, type JsonObject, ParcoursError } from '@parcours/kernel';

/** Why a publish did not happen when its time came. */
export interface ScheduleFailure {
  /** When it was tried. */
  readonly at: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ErrorItem[];
}

/** Who asked for a publish at a time, and how it went. */
export interface PublishSchedule {
  readonly by: Actor;
  readonly note?: string;
  readonly options?: JsonObject;
  readonly failure?: ScheduleFailure;
}

/** What is kept of an error that no repetition gets past. */
export function failureOf(error: ParcoursError, at: number): ScheduleFailure {
  return { at, code: error.code, detail: error.message, errors: error.errors };
}

/** True for a refusal that stands until somebody changes something; anything else is worth another attempt. */
export function isRefusal(error: unknown): error is ParcoursError {
  return error instanceof ParcoursError && !error.retryable && error.status < 500;
}
