import { isUnreadableKey } from './jwt-bearer.js';
import type { PluginHostContext } from './plugin-host-context.js';
import type { SendError } from './outgoing-message.js';
import { type HttpAnswer, sendErrorOfAnswer, sendErrorOfFailure } from './plugin-http.js';

/** Why a provider gave no access token. */
export class AccessRefused extends Error {
  override readonly name = 'AccessRefused';

  constructor(
    /** What the token endpoint answered. */
    readonly answer: HttpAnswer,
    /** OAuth 2.0 error code (RFC 6749, 5.2), such as `invalid_grant`; `unknown` where it said none. */
    readonly error: string,
  ) {
    super(`The provider gave no access token: ${error} (${String(answer.status)}).`);
  }
}

/** True where no token was given, whichever copy of the SDK found it out. */
export function isAccessRefused(cause: unknown): cause is AccessRefused {
  return cause instanceof Error && cause.name === 'AccessRefused' && 'answer' in cause;
}

/**
 * What it means for a message that there was no access token: it was not sent. Refused credentials wait for a person; a
 * token endpoint that is busy or out of reach is asked again. Anything else that was thrown is thrown again.
 * @example
 * try {
 *   ({ token } = await tokens.get(signal));
 * } catch (cause) {
 *   return { status: 'failed', error: sendErrorOfAccess(cause, { provider: 'pager', now: host.clock.now() }) };
 * }
 */
export function sendErrorOfAccess(
  cause: unknown,
  { provider, now }: { readonly provider: string; readonly now: number },
): SendError {
  if (isUnreadableKey(cause)) {
    return { class: 'misconfigured', code: `${provider}.key-unreadable`, detail: cause.message };
  }
  const { maybeSent: _maybeSent, ...error } = isAccessRefused(cause)
    ? refusalOf(cause, { provider, now })
    : sendErrorOfFailure(cause);
  return error;
}

function refusalOf(
  { answer, error, message }: AccessRefused,
  { provider, now }: { readonly provider: string; readonly now: number },
): SendError {
  const said = sendErrorOfAnswer(answer, { provider, now, detail: message });
  const isBusy = said.class === 'throttled' || said.class === 'temporary';
  if (isBusy && (error === 'unknown' || answer.status === 429)) return said;
  return { class: 'misconfigured', code: `${provider}.login-refused`, detail: message };
}

/** Where tokens come from, and what they are asked for with. */
export interface AccessTokenOptions {
  /** The token endpoint. */
  readonly url: string;
  /**
   * What is posted to it, made afresh each time: `{ grant_type: 'refresh_token', … }`, `client_credentials`, or an
   * assertion that is signed (RFC 7523).
   */
  readonly grant: () => Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long a token lives whose provider does not say, in milliseconds; an hour when left out. */
  readonly lifeMs?: number;
}

/** What came with a token, such as `instance_url`. */
export interface AccessToken {
  readonly token: string;
  /** The other members of the answer that are texts. */
  readonly more: Readonly<Record<string, string>>;
}

interface Held extends AccessToken {
  readonly until: number;
}

/** A token is replaced so long before its end, in milliseconds. */
const MARGIN_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Access tokens of OAuth 2.0 (RFC 6749): asked for when first needed, once for all who wait, and again a minute before
 * they end. They are kept in memory and nowhere else.
 * @example
 * const tokens = new AccessTokens(host, {
 *   url: 'https://api.example.com/oauth/token',
 *   grant: () => ({ grant_type: 'refresh_token', refresh_token, client_id, client_secret }),
 * });
 * const { token } = await tokens.get(signal);
 */
export class AccessTokens {
  private held: Held | undefined;
  private asking: Promise<Held> | undefined;

  constructor(
    private readonly host: Pick<PluginHostContext, 'http' | 'clock'>,
    private readonly options: AccessTokenOptions,
  ) {}

  /**
   * @throws AccessRefused where the provider gives none
   * @throws HttpFailure where it does not answer
   */
  async get(signal?: AbortSignal): Promise<AccessToken> {
    if (this.held && this.held.until > this.host.clock.now()) return this.held;
    // Whoever waits for the same token must not lose it because the first to ask has given up.
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return unlessAborted(this.asking, signal);
  }

  /** The provider takes this token no more, though its time is not over; another one that has come since is kept. */
  forget(token: string): void {
    if (this.held?.token === token) this.held = undefined;
  }

  private async ask(): Promise<Held> {
    const answer = await this.host.http.fetch(this.options.url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...this.options.headers,
      },
      body: new URLSearchParams({ ...this.options.grant() }).toString(),
    });
    const members = membersOf(answer.body);
    const { access_token: token, expires_in: seconds } = members;
    if (answer.status !== 200 || typeof token !== 'string') {
      throw new AccessRefused(answer, typeof members['error'] === 'string' ? members['error'] : 'unknown');
    }
    const lifeMs = Number(seconds) > 0 ? Number(seconds) * 1_000 : (this.options.lifeMs ?? HOUR_MS);
    const more = Object.fromEntries(
      Object.entries(members).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'access_token',
      ),
    );
    const until = this.host.clock.now() + Math.max(lifeMs / 2, lifeMs - MARGIN_MS);
    this.held = { token, more, until };
    return this.held;
  }
}

function membersOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(new Error('The call was given up.', { cause: signal.reason }));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
