import {
  type CallContext,
  type ConnectorCallbacks,
  healthByAnswer,
  type HealthReport,
  type HttpAnswer,
  jsonObjectIn,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import { callbacksOf } from './twilio-callbacks.js';
import type { TwilioConfig } from './twilio-config.js';
import { errorOf } from './twilio-errors.js';

const ANSWER_BYTES = 65_536;
const API = '2010-04-01';

type Message = OutgoingMessage<'sms'>;

/** Hands text messages to one account of Twilio. */
export class TwilioConnector implements OpenConnector<'sms'> {
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: TwilioConfig,
    private readonly host: PluginHostContext,
  ) {
    if (config.authToken !== undefined) this.callbacks = callbacksOf(config.authToken);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Reads the newest message, which needs the same rights as sending one. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    return healthByAnswer(this.call('GET', { query: '?PageSize=1', signal }), (answer) =>
      answer.status === 200 ? undefined : errorOf(answer, this.host.clock.now()),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    try {
      const answer = await this.call('POST', { body: this.formOf(message), signal });
      return answer.status >= 200 && answer.status < 300
        ? taken(answer)
        : { status: 'failed', error: errorOf(answer, this.host.clock.now()) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private formOf({ id, to, from, content }: Message): string {
    const { messagingServiceSid, callbackUrl, validitySeconds } = this.config;
    const sender = from?.id ?? this.config.from;
    return new URLSearchParams({
      To: to,
      Body: content.text,
      ...(sender !== undefined && { From: sender }),
      ...(messagingServiceSid !== undefined && { MessagingServiceSid: messagingServiceSid }),
      ...(callbackUrl !== undefined && {
        StatusCallback: `${callbackUrl}?message=${encodeURIComponent(id)}`,
      }),
      ...(validitySeconds !== undefined && { ValidityPeriod: String(validitySeconds) }),
    }).toString();
  }

  private call(
    method: 'GET' | 'POST',
    { body, query = '', signal }: { body?: string; query?: string; signal: AbortSignal },
  ): Promise<HttpAnswer> {
    const { apiUrl, accountSid, authToken = '', apiKeySid, apiKeySecret = '', timeoutMs } = this.config;
    const user = apiKeySid === undefined ? `${accountSid}:${authToken}` : `${apiKeySid}:${apiKeySecret}`;
    return this.host.http.fetch(`${apiUrl}/${API}/Accounts/${accountSid}/Messages.json${query}`, {
      method,
      signal,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(user).toString('base64')}`,
        'user-agent': 'Parcours',
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body !== undefined && { body }),
    });
  }
}

/** A success that cannot be read may be anybody's: whether the message was taken is not known. */
function taken({ body }: HttpAnswer): SendResult {
  const { sid, status, error_code: number, error_message: words } = jsonObjectIn(body);
  if (typeof sid !== 'string') {
    const detail = 'The answer is not one of Twilio.';
    return {
      status: 'failed',
      error: { class: 'temporary', code: 'twilio.unreadable', detail, maybeSent: true },
    };
  }
  if (status !== 'failed') return { status: 'sent', providerId: sid };
  const refused = { status: 400, headers: {}, body: JSON.stringify({ code: number, message: words }) };
  return { status: 'failed', error: errorOf(refused, 0) };
}
