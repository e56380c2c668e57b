import {
  CrmFailure,
  type HttpAnswer,
  jsonIn,
  jsonObjectOf,
  type SendError,
  type SendErrorClass,
  sendErrorOfAnswer,
} from '@parcours/sdk';

/** One error as Salesforce says it: `errorCode` of a whole answer, `statusCode` of one record of many. */
export interface SaidError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

type Meaning = readonly [kind: SendErrorClass, name: string, retryAfterMs?: number];

const LATER: Meaning = ['temporary', 'unavailable'];
const MAPPING: Meaning = ['misconfigured', 'unknown-field'];
const ACCESS: Meaning = ['misconfigured', 'not-allowed'];
const DUPLICATE: Meaning = ['permanent', 'duplicate'];
const GONE: Meaning = ['permanent', 'gone'];
const VALUE: Meaning = ['permanent', 'bad-value'];

/** The used-up requests of a day come back bit by bit; those that run at once, in seconds. */
const DAY_LIMIT_MS = 900_000;
const CONCURRENT_LIMIT_MS = 20_000;

const MEANINGS: Readonly<Record<string, Meaning>> = {
  API_CURRENTLY_DISABLED: ACCESS,
  API_DISABLED_FOR_ORG: ACCESS,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: ['permanent', 'automation-failed'],
  CANNOT_UPDATE_CONVERTED_LEAD: ['permanent', 'converted'],
  DUPLICATES_DETECTED: DUPLICATE,
  DUPLICATE_EXTERNAL_ID: DUPLICATE,
  DUPLICATE_VALUE: ['permanent', 'duplicate-value'],
  ENTITY_IS_DELETED: GONE,
  FIELD_CUSTOM_VALIDATION_EXCEPTION: ['permanent', 'validation-rule'],
  FIELD_FILTER_VALIDATION_EXCEPTION: ['permanent', 'validation-rule'],
  FIELD_INTEGRITY_EXCEPTION: VALUE,
  FUNCTIONALITY_NOT_ENABLED: ACCESS,
  INSUFFICIENT_ACCESS: ACCESS,
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: ['permanent', 'no-access'],
  INSUFFICIENT_ACCESS_OR_READONLY: ['permanent', 'no-access'],
  INVALID_CROSS_REFERENCE_KEY: ['permanent', 'bad-reference'],
  INVALID_EMAIL_ADDRESS: VALUE,
  INVALID_FIELD: MAPPING,
  INVALID_FIELD_FOR_INSERT_UPDATE: MAPPING,
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: VALUE,
  INVALID_SESSION_ID: ['misconfigured', 'not-authorised'],
  INVALID_TYPE: ['misconfigured', 'unknown-object'],
  INVALID_TYPE_FOR_OPERATION: ['misconfigured', 'unknown-object'],
  INVALID_TYPE_ON_FIELD_IN_RECORD: VALUE,
  JSON_PARSER_ERROR: VALUE,
  MALFORMED_ID: ['permanent', 'malformed-id'],
  MALFORMED_QUERY: MAPPING,
  NOT_FOUND: ['permanent', 'not-found'],
  NUMBER_OUTSIDE_VALID_RANGE: VALUE,
  QUERY_TIMEOUT: LATER,
  REQUEST_LIMIT_EXCEEDED: ['throttled', 'throttled', DAY_LIMIT_MS],
  REQUEST_RUNNING_TOO_LONG: LATER,
  REQUIRED_FIELD_MISSING: ['permanent', 'required-field-missing'],
  SERVER_UNAVAILABLE: LATER,
  STORAGE_LIMIT_EXCEEDED: ['misconfigured', 'storage-full'],
  STRING_TOO_LONG: VALUE,
  UNABLE_TO_LOCK_ROW: ['temporary', 'locked'],
  UNKNOWN_EXCEPTION: LATER,
};

/** What Salesforce says of one record. */
export function errorOfSaid({ code, message, fields }: SaidError): SendError {
  const [kind, name, wait] = MEANINGS[code] ?? (['permanent', 'refused'] as const);
  const about = fields.length > 0 ? `: ${fields.join(', ')}` : '';
  const isConcurrency = code === 'REQUEST_LIMIT_EXCEEDED' && /concurrent/i.test(message);
  const retryAfterMs = isConcurrency ? CONCURRENT_LIMIT_MS : wait;
  return {
    class: kind,
    code: `salesforce.${name}`,
    detail: `${message.slice(0, 400)} (${code}${about})`,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** What an answer other than 2xx means. */
export function errorOfAnswer(answer: HttpAnswer, now: number): SendError {
  const { status } = answer;
  if (status === 300) {
    const detail = 'More than one record has this value; its field is not unique.';
    return { class: 'permanent', code: 'salesforce.several-matches', detail };
  }
  const byStatus = sendErrorOfAnswer(answer, { provider: 'salesforce', now });
  const [said] = saidErrorsIn(jsonIn(answer.body));
  if (!said) return byStatus;
  if (status === 404 && said.code === 'NOT_FOUND') return errorOfSaid(said);
  if (!(said.code in MEANINGS)) return { ...byStatus, detail: errorOfSaid(said).detail };
  // A gateway's word for an outage counts, whatever the body calls it.
  return status >= 500 ? { ...byStatus, detail: errorOfSaid(said).detail } : errorOfSaid(said);
}

/** The errors in an answer or in the result of one record, whichever name they give their code. */
export function saidErrorsIn(body: unknown): readonly SaidError[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((each: unknown) => {
    const { errorCode, statusCode, message, fields } = jsonObjectOf(each);
    const code = typeof errorCode === 'string' ? errorCode : statusCode;
    if (typeof code !== 'string') return [];
    const names = Array.isArray(fields) ? fields.map(String) : [];
    return [{ code, message: typeof message === 'string' ? message : code, fields: names }];
  });
}

/** `undefined` where it is no JSON. */

export function failure(kind: SendErrorClass, name: string, detail: string): CrmFailure {
  return new CrmFailure({ class: kind, code: `salesforce.${name}`, detail });
}

/** Of two that save the same key at once the second hears of a duplicate: its next try finds the first one's record. */
export function afterRace(error: SendError, key: string | undefined): SendError {
  const isRace =
    error.code === 'salesforce.duplicate-value' && key !== undefined && error.detail.includes(key);
  return isRace ? { ...error, class: 'temporary', code: 'salesforce.being-created' } : error;
}
