import { jsonObjectOf, type KeepResult, type PersonToKeep } from '@parcours/sdk';

import { afterRace, errorOfSaid, saidErrorsIn } from './salesforce-errors.js';

/** What is asked of one record of a collection. */
export type WriteKind = 'create' | 'update' | 'upsert';

const SOON_MS = 5_000;
const GONE = ['salesforce.gone', 'salesforce.not-found', 'salesforce.malformed-id'];

/** What became of one record of a collection. */
export function keepResultOf(
  result: unknown,
  { kind, key }: { readonly kind: WriteKind; readonly key: string },
): KeepResult {
  const { id, success, created, errors } = jsonObjectOf(result);
  if (success === true && typeof id === 'string') {
    return { status: 'kept', personId: id, isNew: kind === 'create' || created === true };
  }
  const [said] = saidErrorsIn(errors);
  if (!said) return notAnswered();
  const error = errorOfSaid(said);
  // The id that is no one's is called a bad reference; so is any other in a field, which is then named.
  const isOwnId =
    said.code === 'INVALID_CROSS_REFERENCE_KEY' && said.fields.every((name) => /^id$/i.test(name));
  if (kind === 'update' && (GONE.includes(error.code) || isOwnId)) return { status: 'gone' };
  return { status: 'failed', error: kind === 'upsert' ? afterRace(error, key) : error };
}

export function notAnswered(): KeepResult {
  const detail = 'Salesforce did not say what became of this person.';
  return { status: 'failed', error: { class: 'temporary', code: 'salesforce.unreadable-answer', detail } };
}

export function severalMatches({ match: { field } }: PersonToKeep): KeepResult {
  const detail = `More than one person has this ${field}.`;
  return { status: 'failed', error: { class: 'permanent', code: 'salesforce.several-matches', detail } };
}

export function beingCreated(): KeepResult {
  const detail = 'Another process is creating this person.';
  const error = {
    class: 'temporary',
    code: 'salesforce.being-created',
    detail,
    retryAfterMs: SOON_MS,
  } as const;
  return { status: 'failed', error };
}
