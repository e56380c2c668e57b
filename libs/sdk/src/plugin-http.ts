import type { SendError } from './outgoing-message.js';
import type { HealthReport } from './plugin-host-context.js';

/** One HTTP call. */
export interface HttpCall {
  /** `GET` when left out. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** From the first byte sent to the last byte read, in milliseconds; 30,000 when left out. */
  readonly timeoutMs?: number;
  /** No more of the answer is read; 1 MiB when left out. */
  readonly maxAnswerBytes?: number;
  /** Breaks it off: hand on the signal of your call. */
  readonly signal?: AbortSignal;
}

/** What an HTTP call was answered. */
export interface HttpAnswer {
  readonly status: number;
  /** The first value of each, by its name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text. */
  readonly body: string;
}

/**
 * Calls other systems. Addresses of this machine and of private networks are refused unless the installation allows
 * them, also where a public name leads there; a redirect is an answer like another and never followed.
 */
export interface HttpClient {
  /** @throws HttpFailure where there is no whole answer */
  fetch(url: string, call?: HttpCall): Promise<HttpAnswer>;
}

/** Why there is no answer. */
export interface HttpFailureReason {
  /** Stable, such as `outgoing.timeout` or `outgoing.address-refused`. */
  readonly code: string;
  readonly detail: string;
  /** False where the address itself is the trouble. */
  readonly retryable: boolean;
  /** True where the other side may have read the request. */
  readonly maybeSent: boolean;
}

const FAILURE = 'HttpFailure';

/** There is no whole answer to an HTTP call, or no connection to a server that speaks something else. */
export class HttpFailure extends Error {
  override readonly name = FAILURE;

  constructor(
    readonly reason: HttpFailureReason,
    options?: ErrorOptions,
  ) {
    super(reason.detail, options);
  }
}

/** True for a failure of `fetch` or `connect`, whichever copy of the SDK made it. */
export function isHttpFailure(cause: unknown): cause is HttpFailure {
  const isObject = typeof cause === 'object' && cause !== null;
  return isObject && 'name' in cause && cause.name === FAILURE && 'reason' in cause;
}

/**
 * What a call without an answer means for the message. Anything else than an {@link HttpFailure} is thrown again.
 * @example
 * try {
 *   answer = await host.http.fetch(url, { method: 'POST', body });
 * } catch (cause) {
 *   return { status: 'failed', error: sendErrorOfFailure(cause) };
 * }
 */
export function sendErrorOfFailure(cause: unknown): SendError {
  if (!isHttpFailure(cause)) throw cause;
  const { code, detail, retryable, maybeSent } = cause.reason;
  if (!retryable) return { class: 'misconfigured', code, detail };
  return { class: 'temporary', code, detail, outage: true, ...(maybeSent && { maybeSent }) };
}

/** The statuses by which a gateway says that nobody behind it answers. */
const OUT_OF_REACH = [502, 503, 504];
const SLOW_DOWN = [408, 425, 429];

/**
 * What an answer other than 2xx means where the provider says nothing better (RFC 9110): 401 and 403 wait for a person,
 * 408, 425 and 429 slow down, 5xx are tried again, a redirect is a wrong address, any other 4xx is final.
 */
export function sendErrorOfAnswer(
  { status, headers }: HttpAnswer,
  { provider, detail, now }: { readonly provider: string; readonly detail?: string; readonly now: number },
): SendError {
  const said = detail ?? `It answered ${String(status)}.`;
  const named = (name: string) => ({ code: `${provider}.${name}`, detail: said });
  const wait = retryAfterMs(headers['retry-after'], now);
  const pause = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 401 || status === 403) return { class: 'misconfigured', ...named('not-authorised') };
  if (status < 400) return { class: 'misconfigured', ...named('redirected') };
  if (SLOW_DOWN.includes(status)) return { class: 'throttled', ...named('throttled'), ...pause };
  if (status < 500) return { class: 'permanent', ...named('refused') };
  const outage = OUT_OF_REACH.includes(status);
  return {
    class: 'temporary',
    ...named('unavailable'),
    outage,
    ...(status === 504 && { maybeSent: true }),
    ...pause,
  };
}

const HTTP_DATE = /^[A-Z][a-z]{2,8},? /;

/** What `Retry-After` says (RFC 9110, 10.2.3), in milliseconds from now; `undefined` where it says nothing. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  // Date.parse takes "-5" for a month.
  const at = HTTP_DATE.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/**
 * The health that one request shows, for `verify` of a connector over HTTP: up where nothing is wrong with the answer,
 * down, with the reason, where something is and where there is no answer. Anything else than an {@link HttpFailure} is
 * thrown again.
 * @param errorIn what is wrong with an answer, code and words; `undefined` for nothing
 * @example
 * verify: ({ signal }) =>
 *   healthByAnswer(host.http.fetch(url, { signal }), (answer) =>
 *     answer.status === 200 ? undefined : sendErrorOfAnswer(answer, { provider: 'pager', now: host.clock.now() }),
 *   ),
 */
export async function healthByAnswer(
  asked: Promise<HttpAnswer>,
  errorIn: (answer: HttpAnswer) => Pick<SendError, 'code' | 'detail'> | undefined,
): Promise<HealthReport> {
  const error = await asked.then(errorIn, sendErrorOfFailure);
  return error ? { status: 'down', detail: `${error.code}: ${error.detail}` } : { status: 'up' };
}
