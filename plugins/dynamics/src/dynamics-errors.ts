import {
  CrmFailure,
  type HttpAnswer,
  jsonIn,
  jsonObjectOf,
  type SendError,
  type SendErrorClass,
  sendErrorOfAnswer,
} from '@parcours/sdk';

type Meaning = readonly [kind: SendErrorClass, name: string];

const PRIVILEGE: Meaning = ['misconfigured', 'not-allowed'];
const THROTTLED: Meaning = ['throttled', 'throttled'];
const NOT_FOUND: Meaning = ['permanent', 'not-found'];
const LATER: Meaning = ['temporary', 'unavailable'];

/** By the code of the service (Dataverse, "Web service error codes"). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '0x80040203': ['permanent', 'bad-value'],
  '0x80040217': NOT_FOUND,
  '0x80040220': PRIVILEGE,
  '0x80040237': ['permanent', 'duplicate-value'],
  '0x80060892': ['permanent', 'duplicate-value'],
  '0x80040265': ['permanent', 'automation-failed'],
  '0x80040333': ['permanent', 'duplicate'],
  '0x80042f09': PRIVILEGE,
  '0x80044150': LATER,
  '0x80044151': LATER,
  '0x80044331': ['permanent', 'bad-value'],
  '0x80044352': ['temporary', 'expired-token'],
  '0x80060882': ['temporary', 'changed-meanwhile'],
  '0x80060891': NOT_FOUND,
  '0x80072321': THROTTLED,
  '0x80072322': THROTTLED,
  '0x80072326': THROTTLED,
  '0x80072491': ['misconfigured', 'not-tracked'],
  '0x80072560': PRIVILEGE,
};

/** What the parser of the API says, in which the code says little. */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/not found for the segment/i, ['misconfigured', 'unknown-table']],
  [
    /undeclared property|could not find a property named|does(n't| not) contain (a )?(property|attribute)/i,
    ['misconfigured', 'unknown-field'],
  ],
  [
    /cannot convert|expected type|invalid.*(value|enum|option)|outside the valid range/i,
    ['permanent', 'bad-value'],
  ],
];

/** Retried sooner than this nothing is gained: the limits count over five minutes. */
const PAUSE_MS = 10_000;

/** What an answer other than 2xx means. */
export function errorOfAnswer(answer: HttpAnswer, now: number): SendError {
  const { status } = answer;
  const said = saidIn(jsonIn(answer.body));
  const byStatus = sendErrorOfAnswer(answer, { provider: 'dynamics', now });
  if (!said) return byStatus;
  const detail = `${said.message.slice(0, 400)} (${said.code === '' ? String(status) : said.code})`;
  const [kind, name] = meaningOf(said, status) ?? [];
  if (kind === undefined || name === undefined) return { ...byStatus, detail };
  const { retryAfterMs = PAUSE_MS } = byStatus;
  return { class: kind, code: `dynamics.${name}`, detail, ...(kind === 'throttled' && { retryAfterMs }) };
}

function meaningOf({ code, message }: SaidError, status: number): Meaning | undefined {
  const byCode = MEANINGS[code.toLowerCase()];
  if (byCode) return byCode;
  // A gateway's word for an outage, or for a slower pace, counts whatever the body says.
  if (status === 401 || status === 403 || status === 429 || status >= 500) return undefined;
  const byWords = WORDS.find(([words]) => words.test(message))?.[1];
  if (byWords) return byWords;
  if (status === 404) return NOT_FOUND;
  return status === 412 ? ['temporary', 'changed-meanwhile'] : undefined;
}

interface SaidError {
  readonly code: string;
  readonly message: string;
}

/** The error in a body. */
export function saidIn(body: unknown): SaidError | undefined {
  const { code, message } = jsonObjectOf(jsonObjectOf(body)['error']);
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : undefined;
}

/** `undefined` where it is no JSON. */

export function failure(kind: SendErrorClass, name: string, detail: string): CrmFailure {
  return new CrmFailure({ class: kind, code: `dynamics.${name}`, detail });
}
