import {
  AccessTokens,
  CrmFailure,
  type HttpAnswer,
  type HttpCall,
  isAccessRefused,
  isHttpFailure,
  isJsonObject,
  jsonIn,
  type JsonObject,
  type PluginHostContext,
  sendErrorOfFailure,
} from '@parcours/sdk';

import type { HubSpotConfig } from './hubspot-config.js';
import { isRefusal, refusalOf } from './hubspot-errors.js';

/** A page of records with many properties is large. */
const ANSWER_BYTES = 33_554_432;

/** One call of the API. */
export interface ApiCall {
  readonly method: NonNullable<HttpCall['method']>;
  /** From the root, with the query. */
  readonly path: string;
  readonly body?: JsonObject;
  readonly signal: AbortSignal;
}

/** HubSpot's API with one set of credentials. */
export class HubSpotApi {
  private readonly tokens: AccessTokens | undefined;
  private aheadMs = 0;

  constructor(
    private readonly config: HubSpotConfig,
    private readonly host: Pick<PluginHostContext, 'http' | 'clock'>,
  ) {
    const { oauth } = config;
    this.tokens =
      oauth &&
      new AccessTokens(host, {
        url: this.addressOf('/oauth/v1/token'),
        grant: () => ({
          grant_type: 'refresh_token',
          client_id: oauth.clientId,
          client_secret: oauth.clientSecret,
          refresh_token: oauth.refreshToken,
        }),
      });
  }

  /**
   * Answers the body of a success, which is an object; empty where there is none.
   * @throws HubSpotRefusal, CrmFailure
   */
  async call(call: ApiCall): Promise<JsonObject> {
    const answer = await this.authorised(call);
    if (isRefusal(answer)) throw refusalOf(answer, this.reading());
    if (answer.status === 204 || answer.body === '') return {};
    const body = jsonIn(answer.body);
    if (isJsonObject(body)) return body;
    throw new CrmFailure({
      class: 'temporary',
      code: 'hubspot.unreadable',
      detail: 'The answer is no JSON, or was cut off.',
      ...(call.method !== 'GET' && { maybeSent: true }),
    });
  }

  /** The same moment by the clock of HubSpot, where ours is ahead of it; as of its last answer, within a second. */
  theirTime(ourTime: number): number {
    return ourTime - this.aheadMs;
  }

  /** A token may end before its time: it is renewed once, and then it is the credentials that are wrong. */
  private async authorised(call: ApiCall): Promise<HttpAnswer> {
    const token = await this.token(call.signal);
    const answer = await this.fetch(call, token);
    if (answer.status !== 401 || !this.tokens) return answer;
    this.tokens.forget(token);
    return this.fetch(call, await this.token(call.signal));
  }

  private async token(signal: AbortSignal): Promise<string> {
    if (!this.tokens) return this.config.token ?? '';
    try {
      return (await this.tokens.get(signal)).token;
    } catch (cause) {
      if (isHttpFailure(cause)) throw new CrmFailure({ ...sendErrorOfFailure(cause), maybeSent: false });
      if (!isAccessRefused(cause)) throw cause;
      const { answer } = cause;
      if (answer.status === 429 || answer.status >= 500) throw refusalOf(answer, this.reading());
      const said = jsonIn(answer.body);
      const words = isJsonObject(said) && typeof said['message'] === 'string' ? `: ${said['message']}` : '.';
      throw new CrmFailure({
        class: 'misconfigured',
        code: 'hubspot.access-refused',
        detail: `HubSpot gives no access token for the refresh token${words}`,
      });
    }
  }

  private async fetch({ method, path, body, signal }: ApiCall, token: string): Promise<HttpAnswer> {
    try {
      const answer = await this.host.http.fetch(this.addressOf(path), {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal,
        timeoutMs: this.config.timeoutMs,
        maxAnswerBytes: ANSWER_BYTES,
      });
      const theirs = Date.parse(answer.headers['date'] ?? '');
      if (!Number.isNaN(theirs)) this.aheadMs = Math.max(0, this.host.clock.now() - theirs);
      return answer;
    } catch (cause) {
      throw new CrmFailure(sendErrorOfFailure(cause), { cause });
    }
  }

  private addressOf(path: string): string {
    return `${this.config.apiUrl.replace(/\/+$/, '')}${path}`;
  }

  private reading() {
    return { now: this.host.clock.now(), timeZone: this.config.timeZone };
  }
}
