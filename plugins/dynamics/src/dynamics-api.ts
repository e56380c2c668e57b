import {
  AccessTokens,
  type CallContext,
  CrmFailure,
  type HttpAnswer,
  type HttpCall,
  isAccessRefused,
  isHttpFailure,
  jsonIn,
  jsonObjectIn,
  jsonObjectOf,
  type PluginHostContext,
  type SendError,
  sendErrorOfAnswer,
  sendErrorOfFailure,
} from '@parcours/sdk';

import { answersIn, type ApiCall, batchOf } from './batch.js';
import type { DynamicsConfig } from './dynamics-config.js';
import { errorOfAnswer, failure, saidIn } from './dynamics-errors.js';

const ROOT = '/api/data/v9.2';
const ANSWER_BYTES = 16 * 1_024 * 1_024;

export interface ApiAnswer {
  /** Parsed; `undefined` where there was none. */
  readonly body: unknown;
  /** The environment's clock, in milliseconds; ours where it says nothing. */
  readonly at: number;
}

/** What became of one request of a batch. */
export type BatchResult = { readonly status: number } & (
  { readonly body: unknown } | { readonly error: SendError }
);

type Fetched = Required<Pick<HttpCall, 'method' | 'headers'>> & { readonly body?: string };

/** The Web API of one environment. */
export class DynamicsApi {
  private readonly tokens: AccessTokens;

  constructor(
    private readonly config: DynamicsConfig,
    private readonly host: PluginHostContext,
  ) {
    const { authorityUrl, tenantId, environmentUrl, clientId, clientSecret } = config;
    this.tokens = new AccessTokens(host, {
      url: `${authorityUrl}/${tenantId}/oauth2/v2.0/token`,
      grant: () => ({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${environmentUrl}/.default`,
      }),
    });
  }

  /** @throws CrmFailure for every answer but 2xx */
  async call(call: ApiCall, context: CallContext): Promise<ApiAnswer> {
    const { at, ...result } = await this.attempt(call, context);
    if ('error' in result) throw new CrmFailure(result.error);
    return { body: result.body, at };
  }

  /** The same, with an answer other than 2xx as a result. @throws CrmFailure where there is none */
  async attempt(
    { method = 'GET', path, headers, body }: ApiCall,
    context: CallContext,
  ): Promise<BatchResult & { readonly at: number }> {
    const answer = await this.send(
      path,
      {
        method,
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      },
      context,
    );
    return { ...this.resultOf(answer, { method }), at: this.timeOf(answer) };
  }

  /**
   * Makes several requests as one; one result each, in their order.
   * @throws CrmFailure where the whole is refused
   */
  async batch(calls: readonly ApiCall[], context: CallContext): Promise<readonly BatchResult[]> {
    const { type, body } = batchOf(calls, { root: ROOT });
    const headers = { 'content-type': type, prefer: 'odata.continue-on-error' };
    const answer = await this.send('/$batch', { method: 'POST', headers, body }, context);
    if (answer.status < 200 || answer.status > 299) {
      throw new CrmFailure(errorOfAnswer(answer, this.host.clock.now()));
    }
    const answers = answersIn(answer);
    if (answers?.length === calls.length) {
      return answers.map((each, n) => this.resultOf(each, { method: calls[n]?.method ?? 'GET' }));
    }
    throw new CrmFailure({
      class: 'temporary',
      code: 'dynamics.unreadable-answer',
      detail: 'The answer to a batch does not hold one answer for each request.',
      maybeSent: true,
    });
  }

  /** The query of an address that an answer names, where it is one of a table of this environment. */
  queryIn(link: unknown, set: string): string | undefined {
    if (typeof link !== 'string' || !URL.canParse(link)) return undefined;
    const { origin, pathname, search } = new URL(link);
    const isMeant = origin === new URL(this.config.environmentUrl).origin && pathname === `${ROOT}/${set}`;
    return isMeant ? search.slice(1) : undefined;
  }

  private async send(path: string, call: Fetched, { signal }: CallContext): Promise<HttpAnswer> {
    const token = await this.token(signal);
    const answer = await this.fetch(path, { call, token, signal });
    if (answer.status !== 401) return answer;
    this.tokens.forget(token);
    return this.fetch(path, { call, token: await this.token(signal), signal });
  }

  private async fetch(
    path: string,
    { call, token, signal }: { readonly call: Fetched; readonly token: string; readonly signal: AbortSignal },
  ): Promise<HttpAnswer> {
    const { environmentUrl, timeoutMs } = this.config;
    try {
      return await this.host.http.fetch(`${environmentUrl}${ROOT}${path}`, {
        ...call,
        signal,
        timeoutMs,
        maxAnswerBytes: ANSWER_BYTES,
        headers: {
          accept: 'application/json',
          'odata-version': '4.0',
          'odata-maxversion': '4.0',
          authorization: `Bearer ${token}`,
          ...call.headers,
        },
      });
    } catch (cause) {
      throw new CrmFailure(sendErrorOfFailure(cause), { cause });
    }
  }

  private async token(signal: AbortSignal): Promise<string> {
    try {
      return (await this.tokens.get(signal)).token;
    } catch (cause) {
      throw new CrmFailure(this.errorOfToken(cause), { cause });
    }
  }

  private errorOfToken(cause: unknown): SendError {
    if (isHttpFailure(cause)) {
      const { maybeSent: _, ...error } = sendErrorOfFailure(cause);
      return error;
    }
    if (!isAccessRefused(cause)) {
      return { class: 'temporary', code: 'dynamics.given-up', detail: 'There was no access token in time.' };
    }
    const { answer, error } = cause;
    const { error_description: words } = jsonObjectIn(answer.body);
    const said = typeof words === 'string' ? `, ${words.split(/[\r\n]/)[0]?.slice(0, 200) ?? ''}` : '';
    const detail = `There is no access token: ${error}${said}.`;
    if (error === 'temporarily_unavailable' || answer.status >= 429) {
      const status = Math.max(answer.status, 429);
      const now = this.host.clock.now();
      return sendErrorOfAnswer({ ...answer, status }, { provider: 'dynamics', detail, now });
    }
    return { class: 'misconfigured', code: 'dynamics.access-refused', detail };
  }

  /** A good status may carry an error all the same, or nothing that can be read. */
  private resultOf(answer: HttpAnswer, { method }: { readonly method: string }): BatchResult {
    const { status } = answer;
    const now = this.host.clock.now();
    if (status < 200 || status > 299) return { status, error: errorOfAnswer(answer, now) };
    if (status === 204) return { status, body: undefined };
    const body = jsonIn(answer.body);
    if (saidIn(body)) return { status, error: errorOfAnswer({ ...answer, status: 400 }, now) };
    if (body !== undefined) return { status, body };
    const error: SendError = {
      class: 'temporary',
      code: 'dynamics.unreadable-answer',
      detail: `It answered ${String(status)} with something that is no JSON.`,
      ...(method !== 'GET' && { maybeSent: true }),
    };
    return { status, error };
  }

  private timeOf({ headers }: HttpAnswer): number {
    const at = Date.parse(headers['date'] ?? '');
    return Number.isNaN(at) ? this.host.clock.now() : at;
  }
}

/** The rows in an answer. @throws CrmFailure where there are none */
export function rowsIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { value } = jsonObjectOf(body);
  if (Array.isArray(value)) return value.map(jsonObjectOf);
  throw failure('temporary', 'unreadable-answer', 'The answer to a query holds no rows.');
}
