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
  type SendError,
  sendErrorOfAnswer,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import { callbacksOf } from './vonage-callbacks.js';
import type { VonageConfig } from './vonage-config.js';
import { errorOfPart } from './vonage-errors.js';

const ANSWER_BYTES = 262_144;
const LONGEST_REFERENCE = 40;

type Message = OutgoingMessage<'sms'>;

/** Hands text messages to one account of Vonage. */
export class VonageConnector implements OpenConnector<'sms'> {
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: VonageConfig,
    private readonly host: PluginHostContext,
  ) {
    const { signatureSecret: secret, signatureMethod: method } = config;
    if (secret !== undefined) this.callbacks = callbacksOf({ secret, method, clock: host.clock });
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Asks for the balance, which takes the same credentials as sending. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    const { apiUrl, apiKey, apiSecret, timeoutMs } = this.config;
    const query = new URLSearchParams({ api_key: apiKey, api_secret: apiSecret }).toString();
    const url = `${apiUrl}/account/get-balance?${query}`;
    const headers = { accept: 'application/json', 'user-agent': 'Parcours' };
    return healthByAnswer(this.host.http.fetch(url, { headers, signal, timeoutMs }), ({ status, body }) => {
      if (status === 200 && 'value' in jsonObjectIn(body)) return undefined;
      return {
        code: 'vonage.no-balance',
        detail: `It answered ${String(status)} when asked for the balance.`,
      };
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(message: Message, signal: AbortSignal): Promise<SendResult> {
    const { apiUrl, timeoutMs } = this.config;
    try {
      const answer = await this.host.http.fetch(`${apiUrl}/sms/json`, {
        method: 'POST',
        body: this.formOf(message),
        signal,
        timeoutMs,
        maxAnswerBytes: ANSWER_BYTES,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': 'Parcours',
        },
      });
      return this.resultOf(answer);
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private formOf({ id, to, from, content }: Message): string {
    const { apiKey, apiSecret, callbackUrl, validitySeconds } = this.config;
    return new URLSearchParams({
      api_key: apiKey,
      api_secret: apiSecret,
      from: withoutPlus(from?.id ?? this.config.from),
      to: withoutPlus(to),
      text: content.text,
      type: content.encoding === 'gsm-7' ? 'text' : 'unicode',
      ...(id.length <= LONGEST_REFERENCE && { 'client-ref': id }),
      ...(callbackUrl !== undefined && { callback: callbackUrl }),
      ...(validitySeconds !== undefined && { ttl: String(validitySeconds * 1_000) }),
    }).toString();
  }

  private resultOf(answer: HttpAnswer): SendResult {
    if (answer.status < 200 || answer.status >= 300) {
      const now = this.host.clock.now();
      return { status: 'failed', error: sendErrorOfAnswer(answer, { provider: 'vonage', now }) };
    }
    const parts = partsOf(answer.body);
    if (parts.length === 0) return { status: 'failed', error: UNREADABLE };
    const refused = parts.find(({ status }) => status !== '0');
    if (!refused) return { status: 'sent', ...idOf(parts) };
    const error = errorOfPart(refused.status, refused['error-text']);
    // Where some parts are on their way, sending again sends those twice.
    const isTorn = parts.some(({ status }) => status === '0');
    return { status: 'failed', error: isTorn ? { ...error, maybeSent: true } : error };
  }
}

/** Any gateway may answer with a success: whether the message was taken is not known. */
const UNREADABLE: SendError = {
  class: 'temporary',
  code: 'vonage.unreadable',
  detail: 'The answer is not one of Vonage.',
  maybeSent: true,
};

interface Part {
  readonly status: string;
  readonly [member: string]: unknown;
}

/** One entry a part of the text; none where any of them cannot be read. */
function partsOf(body: string): readonly Part[] {
  const { messages } = jsonObjectIn(body);
  if (!Array.isArray(messages)) return [];
  const parts = messages.flatMap((each: unknown): Part[] => {
    if (typeof each !== 'object' || each === null || !('status' in each)) return [];
    return typeof each.status === 'string' ? [{ ...each, status: each.status }] : [];
  });
  return parts.length === messages.length ? parts : [];
}

/** Of several parts the first names the message: receipts are matched by our own reference. */
function idOf([first]: readonly Part[]): { providerId?: string } {
  const id = first?.['message-id'];
  return typeof id === 'string' ? { providerId: id } : {};
}

/** Vonage writes E.164 without the plus. */
function withoutPlus(number: string): string {
  return number.replace(/^\+/, '');
}
