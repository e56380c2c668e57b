import {
  type HttpAnswer,
  jsonObjectIn,
  jsonObjectOf,
  type SendError,
  sendErrorOfAnswer,
} from '@parcours/sdk';

const UNAUTHENTICATED = 401;
const NOT_FOUND = 404;
const TOO_MANY = 429;

/** What Google asks to wait where it names no time. */
const PAUSE_MS = 60_000;

const ABOUT_TOKEN = /registration token/i;

/** What an error of FCM says, as far as it is one. */
interface Told {
  /** `errorCode` of the FCM error, or else the status of the API. */
  readonly code: string;
  readonly message: string | undefined;
  /** The members of the request that are wrong. */
  readonly fields: readonly string[];
}

/** What an answer other than 2xx means for its message. */
export function fcmError(answer: HttpAnswer, now: number): SendError {
  const told = toldBy(answer.body);
  const general = sendErrorOfAnswer(answer, {
    provider: 'fcm',
    now,
    ...(told.message !== undefined && { detail: told.message }),
  });
  const as = (kind: SendError['class'], name: string): SendError => ({
    class: kind,
    code: `fcm.${name}`,
    detail: general.detail,
  });
  switch (told.code) {
    case 'UNREGISTERED':
      return as('rejected-recipient', 'unregistered');
    case 'INVALID_ARGUMENT':
      return isAboutToken(told)
        ? as('rejected-recipient', 'token-invalid')
        : as('permanent', 'message-invalid');
    case 'SENDER_ID_MISMATCH':
      return as('permanent', 'sender-mismatch');
    case 'THIRD_PARTY_AUTH_ERROR':
      return as('misconfigured', 'third-party-auth');
    case 'QUOTA_EXCEEDED':
    case 'RESOURCE_EXHAUSTED':
      return { ...as('throttled', 'quota-exceeded'), retryAfterMs: general.retryAfterMs ?? PAUSE_MS };
  }
  if (answer.status === TOO_MANY) return { ...general, retryAfterMs: general.retryAfterMs ?? PAUSE_MS };
  // Not a word about the token: to take every address for gone would be the dearer mistake.
  if (answer.status === NOT_FOUND) return as('misconfigured', 'no-project');
  return general;
}

/** The access token is not taken any more, which has nothing to do with APNs. */
export function isTokenExpired({ status, body }: HttpAnswer): boolean {
  return status === UNAUTHENTICATED && toldBy(body).code !== 'THIRD_PARTY_AUTH_ERROR';
}

function isAboutToken({ message = '', fields }: Told): boolean {
  return fields.length > 0 ? fields.every((field) => field === 'message.token') : ABOUT_TOKEN.test(message);
}

function toldBy(body: string): Told {
  const error = jsonObjectOf(jsonObjectIn(body)['error']);
  const details = listIn(error['details']).map(jsonObjectOf);
  const own = details.map(({ errorCode }) => errorCode).find((code) => typeof code === 'string');
  const { status, message } = error;
  const violations = details.flatMap(({ fieldViolations }) => listIn(fieldViolations));
  return {
    code: own ?? (typeof status === 'string' ? status : ''),
    message: typeof message === 'string' && message !== '' ? message.slice(0, 500) : undefined,
    fields: violations
      .map((each) => jsonObjectOf(each)['field'])
      .filter((field) => typeof field === 'string'),
  };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
