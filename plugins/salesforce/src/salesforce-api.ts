import {
  type CallContext,
  CrmFailure,
  type HttpAnswer,
  type HttpCall,
  jsonIn,
  jsonObjectOf,
  type PluginHostContext,
  sendErrorOfFailure,
} from '@parcours/sdk';

import type { SalesforceConfig } from './salesforce-config.js';
import { errorOfAnswer, errorOfSaid, failure, saidErrorsIn } from './salesforce-errors.js';
import { SalesforceSessions, type Session } from './salesforce-session.js';

const ANSWER_BYTES = 16 * 1_024 * 1_024;
const USAGE_HOLDS_MS = 900_000;

export interface ApiCall {
  readonly method?: HttpCall['method'];
  /** Under the version of the API, such as `/limits`, or whole: `/services/data/…`. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer {
  /** Parsed; `undefined` where there was none. */
  readonly body: unknown;
  /** The instance's clock, in milliseconds; ours where it says nothing. */
  readonly at: number;
  readonly instanceUrl: string;
}

/** One page of a query. */
export interface QueryPage {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
  /** Where the query goes on; `undefined` at its end. */
  readonly next: string | undefined;
  readonly at: number;
}

/** The REST API of one organisation. */
export class SalesforceApi {
  private readonly sessions: SalesforceSessions;
  private usage = { percent: 0, until: 0 };

  constructor(
    private readonly config: SalesforceConfig,
    private readonly host: PluginHostContext,
  ) {
    this.sessions = new SalesforceSessions(config, host);
  }

  /** @throws CrmFailure for every answer but 2xx */
  async call(call: ApiCall, context: CallContext): Promise<ApiAnswer> {
    const first = await this.sessions.get(context.signal);
    let session = first;
    let answer = await this.fetch(call, first, context);
    if (answer.status === 401) {
      this.sessions.forget(first);
      session = await this.sessions.get(context.signal);
      answer = await this.fetch(call, session, context);
    }
    this.noteUsage(answer);
    const now = this.host.clock.now();
    if (answer.status < 200 || answer.status > 299) throw new CrmFailure(errorOfAnswer(answer, now));
    return { body: bodyOf(answer, call), at: timeOf(answer) ?? now, instanceUrl: session.instanceUrl };
  }

  /** @throws CrmFailure */
  async query(soql: string, context: CallContext, { isAll = false } = {}): Promise<QueryPage> {
    return this.page(`/${isAll ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`, context);
  }

  /** The next page of a query. */
  async next(path: string, context: CallContext): Promise<QueryPage> {
    if (/^\/services\/data\/v\d+\.\d\/query(All)?\/[\w-]+$/.test(path)) return this.page(path, context);
    throw failure('temporary', 'unreadable-answer', 'The next page of a query is at no address of the API.');
  }

  /** @throws CrmFailure `salesforce.throttled` while the organisation needs its last requests for something else */
  mustHaveRoom(): void {
    const { percent, until } = this.usage;
    const now = this.host.clock.now();
    if (percent < this.config.maxApiUsagePercent || until <= now) return;
    const detail = `${percent} % of the requests of 24 hours are used; maxApiUsagePercent is ${this.config.maxApiUsagePercent}.`;
    throw new CrmFailure({
      class: 'throttled',
      code: 'salesforce.near-limit',
      detail,
      retryAfterMs: until - now,
    });
  }

  private async page(path: string, context: CallContext): Promise<QueryPage> {
    const headers = { 'sforce-query-options': 'batchSize=2000' };
    const { body, at } = await this.call({ path, headers }, context);
    const { records, totalSize, done, nextRecordsUrl } = jsonObjectOf(body);
    if (!Array.isArray(records) || typeof totalSize !== 'number') {
      throw failure('temporary', 'unreadable-answer', 'The answer to a query holds no records.');
    }
    const next = done === false && typeof nextRecordsUrl === 'string' ? nextRecordsUrl : undefined;
    return { records: records.map(jsonObjectOf), total: totalSize, next, at };
  }

  private async fetch(call: ApiCall, session: Session, { signal }: CallContext): Promise<HttpAnswer> {
    const { method = 'GET', path, body, headers } = call;
    const { apiVersion, timeoutMs } = this.config;
    const isWhole = path.startsWith('/services/');
    try {
      return await this.host.http.fetch(
        `${session.instanceUrl}${isWhole ? '' : `/services/data/v${apiVersion}`}${path}`,
        {
          method,
          signal,
          timeoutMs,
          maxAnswerBytes: ANSWER_BYTES,
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${session.token}`,
            ...(body && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body && { body: JSON.stringify(body) }),
        },
      );
    } catch (cause) {
      throw new CrmFailure(sendErrorOfFailure(cause), { cause });
    }
  }

  /** `Sforce-Limit-Info: api-usage=25/15000`. */
  private noteUsage({ headers }: HttpAnswer): void {
    const [, used, total] = /api-usage=(\d+)\/(\d+)/.exec(headers['sforce-limit-info'] ?? '') ?? [];
    if (used === undefined || !Number(total)) return;
    const percent = Math.floor((Number(used) * 100) / Number(total));
    const now = this.host.clock.now();
    const limit = this.config.maxApiUsagePercent;
    const isNews = percent >= limit && (this.usage.percent < limit || this.usage.until <= now);
    if (isNews) this.host.logger.warn('Salesforce is near its limit of requests.', { percent });
    this.usage = { percent, until: now + USAGE_HOLDS_MS };
  }
}

/** @throws CrmFailure where a good status carries an error or nothing that can be read */
function bodyOf(answer: HttpAnswer, { method = 'GET' }: ApiCall): unknown {
  if (answer.status === 204 || (answer.body === '' && method !== 'GET')) return undefined;
  const body = jsonIn(answer.body);
  if (body === undefined) {
    throw new CrmFailure({
      class: 'temporary',
      code: 'salesforce.unreadable-answer',
      detail: `It answered ${answer.status} with something that is no JSON.`,
      ...(method !== 'GET' && { maybeSent: true }),
    });
  }
  const [first] = Array.isArray(body) ? (body as unknown[]) : [];
  const [said] = 'errorCode' in jsonObjectOf(first) ? saidErrorsIn(body) : [];
  if (said) throw new CrmFailure(errorOfSaid(said));
  return body;
}

function timeOf({ headers }: HttpAnswer): number | undefined {
  const at = Date.parse(headers['date'] ?? '');
  return Number.isNaN(at) ? undefined : at;
}
