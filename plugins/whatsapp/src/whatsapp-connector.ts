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
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';

import { textIn, treesIn } from './json-tree.js';
import { contentOf } from './message-content.js';
import { callbacksOf } from './whatsapp-callbacks.js';
import type { WhatsappConfig } from './whatsapp-config.js';
import { errorOf } from './whatsapp-errors.js';

const ANSWER_BYTES = 65_536;

type Message = OutgoingMessage<'chat'>;

/** Hands messages to one number of the WhatsApp Cloud API. */
export class WhatsappConnector implements OpenConnector<'chat'> {
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: WhatsappConfig,
    private readonly host: PluginHostContext,
  ) {
    const { appSecret, verifyToken, phoneNumberId } = config;
    if (appSecret === undefined || verifyToken === undefined) return;
    this.callbacks = callbacksOf({ appSecret, verifyToken, phoneNumberId });
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, this.config, (message) => this.send(message, signal));
  }

  /** Reads the number that sends. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    return healthByAnswer(this.call('GET', { path: '?fields=id', signal }), (answer) =>
      answer.status === 200 ? undefined : errorOf(answer, this.host.clock.now()),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send({ id, to, content }: Message, signal: AbortSignal): Promise<SendResult> {
    const carried = contentOf(content.text, this.config);
    if (!carried) return { status: 'failed', error: MALFORMED };
    const body = JSON.stringify({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: to.replace(/^\+/, ''),
      biz_opaque_callback_data: id,
      ...carried,
    });
    try {
      const answer = await this.call('POST', { path: '/messages', body, signal });
      if (answer.status >= 200 && answer.status < 300) return taken(answer);
      return { status: 'failed', error: errorOf(answer, this.host.clock.now()) };
    } catch (cause) {
      return { status: 'failed', error: sendErrorOfFailure(cause) };
    }
  }

  private call(
    method: 'GET' | 'POST',
    { path, body, signal }: { path: string; body?: string; signal: AbortSignal },
  ): Promise<HttpAnswer> {
    const { apiUrl, apiVersion, phoneNumberId, accessToken, timeoutMs } = this.config;
    return this.host.http.fetch(`${apiUrl}/${apiVersion}/${phoneNumberId}${path}`, {
      method,
      signal,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        'user-agent': 'Parcours',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
  }
}

const MALFORMED: SendError = {
  class: 'permanent',
  code: 'whatsapp.template-malformed',
  detail:
    'The first line looks like a template and is none: it is [[template NAME LANGUAGE]], such as [[template notice en_GB]].',
};

/** A success that cannot be read may be anybody's: whether the message was taken is not known. */
function taken(answer: HttpAnswer): SendResult {
  const told = jsonObjectIn(answer.body);
  const [message] = treesIn(told['messages']);
  const providerId = message && textIn(message, 'id');
  if (providerId !== undefined) return { status: 'sent', providerId };
  if ('error' in told) return { status: 'failed', error: errorOf({ ...answer, status: 400 }, 0) };
  const detail = 'The answer is not one of the WhatsApp Cloud API.';
  return {
    status: 'failed',
    error: { class: 'temporary', code: 'whatsapp.unreadable', detail, maybeSent: true },
  };
}
