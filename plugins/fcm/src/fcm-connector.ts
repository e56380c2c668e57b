import {
  AccessTokens,
  type CallContext,
  type HealthReport,
  type HttpAnswer,
  jsonObjectIn,
  JwtBearer,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  type SendError,
  sendErrorOfAccess,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import type { FcmConfig } from './fcm-config.js';
import { fcmError, isTokenExpired } from './fcm-errors.js';
import { fcmMessage } from './fcm-message.js';

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const ANSWER_BYTES = 65_536;

/** Failures that the rest of a batch would meet too. */
const FOR_ALL = ['fcm.login-refused', 'fcm.key-unreadable', 'fcm.not-authorised', 'fcm.no-project'];

/** What is tried, without being sent, to find out whether it could be. */
const TRIAL = { topic: 'parcours-test', notification: { body: 'test' } };

/** Why there is no access token is its cause. */
class NoAccess extends Error {}

/** Posts notifications to Firebase Cloud Messaging, one a request: it has no other way. */
export class FcmConnector implements OpenConnector<'push'> {
  private readonly tokens: AccessTokens;
  private readonly url: string;

  constructor(
    private readonly config: FcmConfig,
    private readonly host: PluginHostContext,
  ) {
    const { tokenUrl, clientEmail: issuer, privateKey } = config;
    const account = new JwtBearer({ issuer, audience: tokenUrl, scope: SCOPE, privateKey });
    this.tokens = new AccessTokens(host, {
      url: tokenUrl,
      grant: () => account.grant(host.clock.now()),
    });
    this.url = `${config.apiUrl.replace(/\/+$/, '')}/v1/projects/${config.projectId}/messages:send`;
  }

  sendBatch(
    messages: readonly OutgoingMessage<'push'>[],
    { signal }: CallContext,
  ): Promise<readonly SendResult[]> {
    return sendEach(messages, { atOnce: this.config.atOnce, stopsAt: concernsAll }, (message) =>
      this.deliver({ message: fcmMessage(message, this.config, this.host.clock.now()) }, signal),
    );
  }

  async verify({ signal }: CallContext): Promise<HealthReport> {
    const result = await this.deliver({ validate_only: true, message: TRIAL }, signal);
    if (result.status === 'sent') return { status: 'up' };
    return { status: 'down', detail: result.error.detail };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async deliver(request: object, signal: AbortSignal): Promise<SendResult> {
    try {
      return this.resultOf(await this.call(request, signal));
    } catch (cause) {
      if (!(cause instanceof NoAccess)) return failed(sendErrorOfFailure(cause));
      return failed(sendErrorOfAccess(cause.cause, { provider: 'fcm', now: this.host.clock.now() }));
    }
  }

  /** A second time where the access token is not taken any more: nothing was sent by the first. */
  private async call(request: object, signal: AbortSignal): Promise<HttpAnswer> {
    const token = await this.token(signal);
    const answer = await this.post(request, token, signal);
    if (!isTokenExpired(answer)) return answer;
    this.tokens.forget(token);
    return this.post(request, await this.token(signal), signal);
  }

  private async token(signal: AbortSignal): Promise<string> {
    try {
      return (await this.tokens.get(signal)).token;
    } catch (cause) {
      throw new NoAccess('There is no access token.', { cause });
    }
  }

  private post(request: object, token: string, signal: AbortSignal): Promise<HttpAnswer> {
    return this.host.http.fetch(this.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: this.config.timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      signal,
    });
  }

  private resultOf(answer: HttpAnswer): SendResult {
    if (answer.status < 200 || answer.status > 299) return failed(fcmError(answer, this.host.clock.now()));
    const { name } = jsonObjectIn(answer.body);
    if (typeof name === 'string' && name.length <= 255) return { status: 'sent', providerId: name };
    const detail = 'It answered 200 without the name of a message.';
    return failed({ class: 'temporary', code: 'fcm.unreadable-answer', detail, maybeSent: true });
  }
}

function concernsAll({ outage, class: kind, code }: SendError): boolean {
  return outage === true || kind === 'throttled' || FOR_ALL.includes(code);
}

function failed(error: SendError): SendResult {
  return { status: 'failed', error };
}
