import {
  type CallContext,
  healthByAnswer,
  type HealthReport,
  type HttpAnswer,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  type SendError,
  sendErrorOfAnswer,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import { signatureOf } from './signature.js';
import type { WebhookConfig } from './webhook-config.js';

/** The endpoint wants nothing more of this kind, for good (Standard Webhooks 1.0). */
const GONE = 410;
const NO_METHOD = [404, 405, 501];
const ANSWER_BYTES = 65_536;

type Message = OutgoingMessage<'webhook'>;

/** Posts messages to one endpoint. */
export class WebhookConnector implements OpenConnector<'webhook'> {
  constructor(
    private readonly config: WebhookConfig,
    private readonly host: PluginHostContext,
  ) {}

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    const { atOnce } = this.config;
    return sendEach(messages, { atOnce, stopsAt: concernsAll }, (message) => this.send(message, signal));
  }

  /** Signed like a message, so that an endpoint that checks signatures can tell a wrong secret; it holds no message. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    const asked = this.post({ id: 'parcours-test', type: 'test' }, { body: '{"type":"test"}', signal });
    return healthByAnswer(asked, ({ status }) => {
      if (status < 500 && status !== 401 && status !== 403) return undefined;
      return { code: 'webhook.not-taken', detail: `The endpoint answered ${String(status)}.` };
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    const { id, to, attempt, content, from } = message;
    const about: About = {
      id,
      type: 'message',
      contentType: content.contentType,
      to,
      attempt,
      from: from?.name,
    };
    try {
      const answer = await this.post(about, { body: content.body, signal });
      if (answer.status >= 200 && answer.status < 300) return sentAs(answer);
      return { status: 'failed', error: this.errorOf(answer) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private errorOf(answer: HttpAnswer): SendError {
    if (answer.status === GONE) {
      const detail = 'The endpoint wants nothing more for this customer (410).';
      return { class: 'rejected-recipient', code: 'webhook.gone', detail };
    }
    if (NO_METHOD.includes(answer.status)) {
      const detail = `There is no endpoint at this address (${String(answer.status)}).`;
      return { class: 'misconfigured', code: 'webhook.no-endpoint', detail };
    }
    return sendErrorOfAnswer(answer, { provider: 'webhook', now: this.host.clock.now() });
  }

  private post(about: About, { body, signal }: { body: string; signal: AbortSignal }): Promise<HttpAnswer> {
    const { url, secret, previousSecret, timeoutMs, headers = {} } = this.config;
    const { id, type, contentType = 'application/json', to, attempt, from } = about;
    const timestamp = Math.floor(this.host.clock.now() / 1_000);
    const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
    return this.host.http.fetch(url, {
      method: 'POST',
      body,
      signal,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        ...headers,
        'content-type': contentType,
        'user-agent': 'Parcours',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
        'idempotency-key': id,
        'parcours-type': type,
        ...(to !== undefined && { 'parcours-customer': encodeURIComponent(to) }),
        ...(attempt !== undefined && { 'parcours-attempt': String(attempt) }),
        ...(from !== undefined && { 'parcours-sender': encodeURIComponent(from) }),
      },
    });
  }
}

interface About {
  readonly id: string;
  readonly type: 'message' | 'test';
  readonly contentType?: string;
  readonly to?: string;
  readonly attempt?: number;
  readonly from?: string | undefined;
}

/** One endpoint takes them all: where it is away, asks to wait or refuses the signature, it does so for the next one too. */
function concernsAll({ outage, class: kind, code }: SendError): boolean {
  return outage === true || kind === 'throttled' || code === 'webhook.not-authorised';
}

/** An endpoint may say under which id it keeps the message. */
function sentAs({ headers }: HttpAnswer): SendResult {
  const providerId = headers['message-id'];
  return { status: 'sent', ...(providerId !== undefined && providerId.length <= 255 && { providerId }) };
}
