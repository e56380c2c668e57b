import {
  type CallContext,
  type ConnectorCallbacks,
  healthByAnswer,
  type HealthReport,
  type HttpAnswer,
  type HttpCall,
  jsonIn,
  listAt,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';
import { readyEmail } from '@parcours/sdk/email';

import { sendgridCallbacks } from './sendgrid-callbacks.js';
import type { SendgridConfig } from './sendgrid-config.js';
import { sendgridError } from './sendgrid-errors.js';
import { mailOf } from './sendgrid-mail.js';

const ADDRESSES = { global: 'https://api.sendgrid.com', eu: 'https://api.eu.sendgrid.com' } as const;
const ACCEPTED = 202;
const ANSWER_BYTES = 262_144;

const MAY_NOT_SEND = {
  code: 'sendgrid.not-authorised',
  detail: 'The key may not send mail: it lacks mail.send.',
};

type Message = OutgoingMessage<'email'>;

/** Sends by the v3 API, one request a message. */
export class SendgridConnector implements OpenConnector<'email'> {
  /** Undefined where no verification key is configured. */
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: SendgridConfig,
    private readonly host: PluginHostContext,
  ) {
    if (config.webhookKey !== undefined) this.callbacks = sendgridCallbacks(config.webhookKey, host.clock);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Asks what the key may do. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    return healthByAnswer(this.call('/v3/scopes', { signal }), (answer) => {
      if (answer.status !== 200) return sendgridError(answer, this.host.clock.now());
      return listAt(jsonIn(answer.body), 'scopes').includes('mail.send') ? undefined : MAY_NOT_SEND;
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    const ready = readyEmail(message, { provider: 'sendgrid', sender: this.config });
    if ('error' in ready) return { status: 'failed', error: ready.error };
    const body = JSON.stringify(mailOf(message.id, ready.email, this.config));
    try {
      const answer = await this.call('/v3/mail/send', { method: 'POST', body, signal });
      if (answer.status === ACCEPTED) return sentAs(answer);
      return { status: 'failed', error: sendgridError(answer, this.host.clock.now()) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private call(path: string, call: Pick<HttpCall, 'method' | 'body' | 'signal'>): Promise<HttpAnswer> {
    const { apiKey, region, apiUrl = ADDRESSES[region], timeoutMs } = this.config;
    return this.host.http.fetch(`${apiUrl}${path}`, {
      ...call,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        authorization: `Bearer ${apiKey}`,
        accept: 'application/json',
        'user-agent': 'Parcours',
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
    });
  }
}

function sentAs({ headers }: HttpAnswer): SendResult {
  const providerId = headers['x-message-id'];
  return { status: 'sent', ...(providerId !== undefined && { providerId }) };
}
