import type { KeepResult, PersonToKeep, SendError } from '@parcours/sdk';

import { failure } from './dynamics-errors.js';

export function notKept(): KeepResult {
  const { error } = failure(
    'temporary',
    'unreadable-answer',
    'Dynamics did not say what became of this person.',
  );
  return { status: 'failed', error };
}

/** What is missing is what a lookup leads to, and not the person. */
export function isAboutAnother({ detail }: SendError, id: string | undefined): boolean {
  const [named] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(detail) ?? [];
  return named !== undefined && named.toLowerCase() !== id?.toLowerCase();
}

export function badReference({ detail }: SendError): SendError {
  return failure('permanent', 'bad-reference', detail).error;
}

export function changedMeanwhile(): SendError {
  return failure('temporary', 'changed-meanwhile', 'The person was deleted while it was being changed.')
    .error;
}

export function severalMatches({ match: { field } }: PersonToKeep): KeepResult {
  const { error } = failure('permanent', 'several-matches', `More than one person has this ${field}.`);
  return { status: 'failed', error };
}

/** Of two that save the same key at once the second hears of a duplicate: its next try finds the first one's row. */
export function afterRace(error: SendError, key: string | undefined): SendError {
  const isRace = error.code === 'dynamics.duplicate-value' && key !== undefined;
  const isAboutKey = /0x80040237/.test(error.detail) || (isRace && error.detail.includes(key));
  return isRace && isAboutKey ? { ...error, class: 'temporary', code: 'dynamics.being-created' } : error;
}
