import { describeError, ParcoursError } from '@parcours/kernel';

import { translateDatabaseError } from './sql/translate-error.js';

/** Why the process did not start, in one line for the person who started it. */
export function explainFailedStart(error: unknown): string {
  if (error instanceof ParcoursError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return `Cannot start: the port is taken (${messageOf(error)}). Set PARCOURS_PORT.`;
  if (code === 'EACCES') return `Cannot start: no permission (${messageOf(error)}).`;
  const translated = translateDatabaseError(error);
  return translated.code === 'database.unavailable' ? translated.message : describeError(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
