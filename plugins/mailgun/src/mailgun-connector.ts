import {
  type CallContext,
  type ConnectorCallbacks,
  healthByAnswer,
  type HealthReport,
  type HttpAnswer,
  jsonIn,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  sendErrorOfFailure,
  type SendResult,
  textAt,
} from '@parcours/sdk';
import { readyEmail } from '@parcours/sdk/email';

import { mailgunCallbacks } from './mailgun-callbacks.js';
import type { MailgunConfig } from './mailgun-config.js';
import { mailgunError } from './mailgun-errors.js';
import { fieldsOf, multipart } from './mailgun-form.js';

const ADDRESSES = { us: 'https://api.mailgun.net', eu: 'https://api.eu.mailgun.net' } as const;
const ANSWER_BYTES = 262_144;
/** What Mailgun answers to an order without a sender, once it has recognised the key and the domain. */
const INCOMPLETE = 400;

type Message = OutgoingMessage<'email'>;

/** Sends by the messages API, one request a message. */
export class MailgunConnector implements OpenConnector<'email'> {
  /** Undefined where no signing key is configured. */
  readonly callbacks?: ConnectorCallbacks;
  private readonly authorization: string;

  constructor(
    private readonly config: MailgunConfig,
    private readonly host: PluginHostContext,
  ) {
    const { apiKey, webhookSigningKey } = config;
    this.authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`;
    if (webhookSigningKey !== undefined) this.callbacks = mailgunCallbacks(webhookSigningKey, host.clock);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Orders a message without a sender or a recipient: a sending key may do nothing else than order messages. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    return healthByAnswer(this.post([['o:testmode', 'yes']], signal), (answer) =>
      answer.status === INCOMPLETE ? undefined : mailgunError(answer, this.host.clock.now()),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    const ready = readyEmail(message, { provider: 'mailgun', sender: this.config });
    if ('error' in ready) return { status: 'failed', error: ready.error };
    try {
      const answer = await this.post(fieldsOf(message.id, ready.email, this.config), signal);
      // Events name it without its brackets.
      const id = answer.status === 200 ? textAt(jsonIn(answer.body), 'id')?.replace(/^<|>$/g, '') : undefined;
      if (id !== undefined) return { status: 'sent', providerId: id };
      return { status: 'failed', error: mailgunError(answer, this.host.clock.now()) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private post(fields: Parameters<typeof multipart>[0], signal: AbortSignal): Promise<HttpAnswer> {
    const { domain, region, apiUrl = ADDRESSES[region], timeoutMs } = this.config;
    const { contentType, body } = multipart(fields);
    return this.host.http.fetch(`${apiUrl}/v3/${domain}/messages`, {
      method: 'POST',
      body,
      signal,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        authorization: this.authorization,
        accept: 'application/json',
        'content-type': contentType,
        'user-agent': 'Parcours',
      },
    });
  }
}
