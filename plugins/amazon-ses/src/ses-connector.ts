import {
  type CallContext,
  type ConnectorCallbacks,
  type HealthReport,
  type HttpAnswer,
  jsonIn,
  jsonObjectIn,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  sendEach,
  sendErrorOfFailure,
  type SendResult,
  textAt,
} from '@parcours/sdk';
import { readyEmail } from '@parcours/sdk/email';

import type { SesConfig } from './ses-config.js';
import { sesError } from './ses-errors.js';
import { mailOf } from './ses-mail.js';
import { signedHeaders, type SigningKeys } from './signature-v4.js';
import { snsCallbacks } from './sns/sns-callbacks.js';

const ANSWER_BYTES = 262_144;

type Message = OutgoingMessage<'email'>;

/** Sends by the v2 API, one request a message. */
export class SesConnector implements OpenConnector<'email'> {
  /** Undefined where no topic is configured. */
  readonly callbacks?: ConnectorCallbacks;
  private readonly keys: SigningKeys;

  constructor(
    private readonly config: SesConfig,
    private readonly host: PluginHostContext,
  ) {
    const { accessKeyId, secretAccessKey, sessionToken, topicArn } = config;
    this.keys = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
    if (topicArn !== undefined) this.callbacks = snsCallbacks(topicArn, host);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Asks how the account stands. */
  async verify({ signal }: CallContext): Promise<HealthReport> {
    try {
      const answer = await this.call({ method: 'GET', path: '/v2/email/account', body: '', signal });
      if (answer.status !== 200) {
        const { code, detail } = sesError(answer, this.host.clock.now());
        return { status: 'down', detail: `${code}: ${detail}` };
      }
      const account = jsonObjectIn(answer.body);
      if (account['SendingEnabled'] === false) return { status: 'down', detail: 'Sending is paused.' };
      if (account['ProductionAccessEnabled'] !== false) return { status: 'up' };
      return { status: 'up', detail: 'The account is in the sandbox: it sends to verified addresses alone.' };
    } catch (cause) {
      return { status: 'down', detail: sendErrorOfFailure(cause).detail };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    const ready = readyEmail(message, { provider: 'amazon-ses', sender: this.config });
    if ('error' in ready) return { status: 'failed', error: ready.error };
    const now = this.host.clock.now();
    const body = JSON.stringify(await mailOf(message.id, ready.email, { config: this.config, now }));
    try {
      const answer = await this.call({ method: 'POST', path: '/v2/email/outbound-emails', body, signal });
      const providerId = answer.status === 200 ? textAt(jsonIn(answer.body), 'MessageId') : undefined;
      if (providerId !== undefined) return { status: 'sent', providerId };
      return { status: 'failed', error: sesError(answer, this.host.clock.now()) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private call({ method, path, body, signal }: SesCall): Promise<HttpAnswer> {
    const { region, timeoutMs } = this.config;
    const url = `${this.config.apiUrl ?? addressOf(region)}${path}`;
    const headers = {
      accept: 'application/json',
      ...(body !== '' && { 'content-type': 'application/json' }),
    };
    const scope = { keys: this.keys, region, service: 'ses', now: this.host.clock.now() };
    return this.host.http.fetch(url, {
      method,
      signal,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: { ...signedHeaders({ method, url, headers, body }, scope), 'user-agent': 'Parcours' },
      ...(body !== '' && { body }),
    });
  }
}

interface SesCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
  readonly signal: AbortSignal;
}

function addressOf(region: string): string {
  return `https://email.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
