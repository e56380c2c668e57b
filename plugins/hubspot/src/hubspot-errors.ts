import {
  CrmFailure,
  type HttpAnswer,
  isJsonObject,
  jsonIn,
  retryAfterMs,
  type SendError,
  sendErrorOfAnswer,
} from '@parcours/sdk';

import { objectsIn, textOf } from './json.js';

const DAY_MS = 86_400_000;
/** How HubSpot says that a property is not there. */
const UNKNOWN_PROPERTY = 'PROPERTY_DOESNT_EXIST';

/** What HubSpot's own client waits for each kind of limit. */
const TEN_SECONDS_MS = 10_000;
const SECOND_MS = 1_000;
const LOCKED_MS = 2_000;
const MIGRATION_MS = 600_000;

/** What is needed to read an answer. */
export interface Reading {
  readonly now: number;
  /** Of the portal. */
  readonly timeZone: string;
}

/** An answer that HubSpot has refused a request with. */
export class HubSpotRefusal extends CrmFailure {
  constructor(
    error: SendError,
    readonly status: number,
    /** What it says, in words. */
    readonly said: string,
  ) {
    super(error);
  }
}

/** True for an answer that carries an error, whatever its status says. */
export function isRefusal({ status, body }: Pick<HttpAnswer, 'status' | 'body'>): boolean {
  if (status < 200 || status > 299) return true;
  const said = jsonIn(body);
  return isJsonObject(said) && said['status'] === 'error';
}

/** What a refusal means. */
export function refusalOf(answer: HttpAnswer, reading: Reading): HubSpotRefusal {
  const body = jsonIn(answer.body);
  const said = isJsonObject(body) ? body : {};
  const message = wordsOf(said) ?? `It answered ${String(answer.status)}.`;
  const category = textOf(said['category']) ?? '';
  // An error may come with a status of success: its category says what it is.
  const status = answer.status < 300 ? (STATUS_OF_CATEGORY[category] ?? 400) : answer.status;
  const error = errorOf(
    { ...answer, status },
    { message, category, policy: textOf(said['policyName']), ...reading },
  );
  return new HubSpotRefusal(error, status, message);
}

const STATUS_OF_CATEGORY: Readonly<Record<string, number>> = {
  INVALID_AUTHENTICATION: 401,
  EXPIRED_AUTHENTICATION: 401,
  MISSING_SCOPES: 403,
  BANNED: 403,
  OBJECT_NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITS: 429,
  RATE_LIMIT: 429,
  INTERNAL_ERROR: 500,
};

interface Said extends Reading {
  readonly message: string;
  readonly category: string;
  readonly policy: string | undefined;
}

function errorOf(answer: HttpAnswer, said: Said): SendError {
  const { message: detail, now } = said;
  const pause = retryAfterMs(answer.headers['retry-after'], now);
  const named = (name: string, otherwise?: number) => ({
    code: `hubspot.${name}`,
    detail,
    ...((pause ?? otherwise) !== undefined && { retryAfterMs: pause ?? otherwise ?? 0 }),
  });
  switch (answer.status) {
    case 400:
    case 422:
      // The mapping or the portal is wrong, not this record: every other one would fail alike.
      if (answer.body.includes(UNKNOWN_PROPERTY)) {
        return { class: 'misconfigured', code: 'hubspot.field-unknown', detail };
      }
      return { class: 'permanent', code: 'hubspot.invalid', detail };
    case 401:
      return { class: 'misconfigured', code: 'hubspot.not-authorised', detail };
    case 403:
      return {
        class: 'misconfigured',
        code: said.category === 'MISSING_SCOPES' ? 'hubspot.scope-missing' : 'hubspot.forbidden',
        detail,
      };
    case 404:
      return { class: 'permanent', code: 'hubspot.not-found', detail };
    case 409:
      return { class: 'permanent', code: 'hubspot.conflict', detail };
    case 423:
      return { class: 'temporary', ...named('locked', LOCKED_MS) };
    case 429:
      return { class: 'throttled', ...limitOf(answer, said) };
    case 477:
      return { class: 'throttled', ...named('migrating', MIGRATION_MS) };
    default:
      return sendErrorOfAnswer(answer, { provider: 'hubspot', detail, now });
  }
}

/** Which limit was met, and when there is room again. */
function limitOf({ headers }: HttpAnswer, { policy = '', message: detail, now, timeZone }: Said) {
  const asked = retryAfterMs(headers['retry-after'], now) ?? 0;
  if (policy === 'DAILY' || /daily limit/i.test(detail)) {
    return {
      code: 'hubspot.daily-limit',
      detail,
      retryAfterMs: Math.max(asked, untilMidnight(now, timeZone)),
    };
  }
  const interval = Number(headers['x-hubspot-ratelimit-interval-milliseconds']);
  const rolling = interval > 0 && interval <= DAY_MS ? interval : TEN_SECONDS_MS;
  const wait = /^(?:TEN_)?SECONDLY$/.test(policy) || /secondly limit/i.test(detail) ? SECOND_MS : rolling;
  return {
    code: 'hubspot.throttled',
    detail,
    retryAfterMs: Math.max(asked, policy === '' && asked > 0 ? 0 : wait),
  };
}

/** How long it is to the end of the day there; on the day of a change of clocks an hour more or less. */
export function untilMidnight(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const passed = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000 + (now % 1_000);
  return DAY_MS - passed;
}

/** The message and those of its single errors, which name the property. */
function wordsOf(said: Readonly<Record<string, unknown>>): string | undefined {
  const single = objectsIn(said['errors']).flatMap(({ message }) => textOf(message) ?? []);
  const message = textOf(said['message']);
  const words = [...(message === undefined ? [] : [message]), ...single.filter((each) => each !== message)];
  return words.length === 0 ? undefined : words.join(' ').slice(0, 400);
}
