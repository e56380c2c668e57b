import {
  type HttpAnswer,
  type JsonObject,
  jsonObjectIn,
  jsonObjectOf,
  type SendError,
  sendErrorOfAnswer,
} from '@parcours/sdk';

import { textIn } from './json-tree.js';

type Meaning = Pick<SendError, 'class' | 'code' | 'retryAfterMs'>;

const misconfigured = (name: string): Meaning => ({ class: 'misconfigured', code: `whatsapp.${name}` });
const permanent = (name: string): Meaning => ({ class: 'permanent', code: `whatsapp.${name}` });
const temporary = (name: string): Meaning => ({ class: 'temporary', code: `whatsapp.${name}` });
const throttled: Meaning = { class: 'throttled', code: 'whatsapp.throttled' };
/** One message to one person every six seconds, over a while. */
const PAIR_MS = 6_000;

/** What Meta's numbers mean. Permissions are all from 200 to 299; any other is judged by the status of its answer. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  0: misconfigured('not-authorised'),
  1: temporary('unavailable'),
  2: temporary('unavailable'),
  3: misconfigured('not-authorised'),
  4: throttled,
  10: misconfigured('not-authorised'),
  33: misconfigured('no-number'),
  100: permanent('invalid'),
  190: misconfigured('not-authorised'),
  368: misconfigured('restricted'),
  80007: throttled,
  130429: throttled,
  130472: permanent('not-delivered'),
  130497: permanent('country-off'),
  131000: temporary('unavailable'),
  131005: misconfigured('not-authorised'),
  131008: permanent('invalid'),
  131009: permanent('invalid'),
  131016: temporary('unavailable'),
  131021: permanent('invalid'),
  131026: permanent('undeliverable'),
  131031: misconfigured('restricted'),
  131037: misconfigured('no-number'),
  131042: misconfigured('no-payment'),
  131045: misconfigured('no-number'),
  131047: permanent('window-closed'),
  131048: throttled,
  131049: permanent('not-delivered'),
  131050: permanent('opted-out'),
  131051: permanent('invalid'),
  131056: { ...temporary('too-often'), retryAfterMs: PAIR_MS },
  131057: temporary('unavailable'),
  132000: permanent('template-mismatch'),
  132001: permanent('template-unknown'),
  132005: permanent('template-too-long'),
  132007: permanent('template-refused'),
  132012: permanent('template-mismatch'),
  132015: temporary('template-paused'),
  132016: permanent('template-off'),
  132018: permanent('template-mismatch'),
  133004: temporary('unavailable'),
  133010: misconfigured('no-number'),
  135000: temporary('unavailable'),
};

/** `subcode` of an invalid parameter that is the address of the request itself. */
const NO_SUCH_OBJECT = 33;

/** What an answer other than a message's means; `{error: {code, message}}` is how Meta says it. */
export function errorOf(answer: HttpAnswer, now: number): SendError {
  const error = jsonObjectOf(jsonObjectIn(answer.body)['error']);
  const { code, error_subcode: subcode } = error;
  const words = wordsOf(error);
  const detail = typeof code === 'number' ? { detail: `${String(code)}: ${words ?? 'no words'}` } : {};
  const general = sendErrorOfAnswer(answer, { provider: 'whatsapp', now, ...detail });
  if (typeof code !== 'number') return general;
  const isPermission = code >= 200 && code < 300;
  const isElsewhere = code === 100 && subcode === NO_SUCH_OBJECT;
  const meaning = isPermission ? MEANINGS[10] : MEANINGS[isElsewhere ? NO_SUCH_OBJECT : code];
  return meaning ? { ...general, ...meaning } : general;
}

/** Meta says more in `details` than in its title. */
export function wordsOf(error: JsonObject): string | undefined {
  return (
    textIn(jsonObjectOf(error['error_data']), 'details') ?? textIn(error, 'message') ?? textIn(error, 'title')
  );
}

const HARD = [131026];
const POLICY = [368, 130497, 131031, 131042, 131045, 131048, 132001, 132007, 132015, 132016];

/** What the number of a failed message says about the address; `soft` for all that passes. */
export function bounceOf(code: number): 'hard' | 'soft' | 'policy' {
  if (HARD.includes(code)) return 'hard';
  return POLICY.includes(code) ? 'policy' : 'soft';
}
