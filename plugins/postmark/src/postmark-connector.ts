import {
  type CallContext,
  type ConnectorCallbacks,
  healthByAnswer,
  type HealthReport,
  type HttpAnswer,
  type HttpCall,
  jsonIn,
  type OpenConnector,
  type OutgoingMessage,
  type PluginHostContext,
  type SendError,
  sendErrorOfFailure,
  type SendResult,
} from '@parcours/sdk';
import { readyEmail } from '@parcours/sdk/email';

import { postmarkCallbacks } from './postmark-callbacks.js';
import type { PostmarkConfig } from './postmark-config.js';
import { postmarkError, resultOf } from './postmark-errors.js';
import { mailOf } from './postmark-mail.js';

/** Postmark takes 50 MB a request. */
const REQUEST_BYTES = 40 * 1_048_576;
const ANSWER_BYTES = 1_048_576;

type Message = OutgoingMessage<'email'>;

interface Written {
  readonly message: Message;
  readonly json: string;
}

/** Sends by `/email/batch`. */
export class PostmarkConnector implements OpenConnector<'email'> {
  /** Undefined where no password for webhooks is configured. */
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: PostmarkConfig,
    private readonly host: PluginHostContext,
  ) {
    const { webhookUser, webhookPassword } = config;
    if (webhookPassword !== undefined) this.callbacks = postmarkCallbacks(webhookUser, webhookPassword);
  }

  async sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    const results = new Map<Message, SendResult>();
    const written: Written[] = [];
    for (const message of messages) {
      const ready = readyEmail(message, { provider: 'postmark', sender: this.config });
      if ('error' in ready) results.set(message, { status: 'failed', error: ready.error });
      else written.push({ message, json: JSON.stringify(mailOf(message.id, ready.email, this.config)) });
    }
    for (const request of requestsOf(written)) {
      const said = await this.send(request, signal);
      request.forEach(({ message }, at) => results.set(message, said[at] ?? resultOf(undefined)));
    }
    return messages.map((message) => results.get(message) ?? resultOf(undefined));
  }

  /** Asks for the counts of bounces, which any server token may read. */
  verify({ signal }: CallContext): Promise<HealthReport> {
    return healthByAnswer(this.call('/deliverystats', { signal }), (answer) =>
      answer.status === 200 ? undefined : postmarkError(answer, this.host.clock.now()),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send(request: readonly Written[], signal: AbortSignal): Promise<readonly SendResult[]> {
    const body = `[${request.map(({ json }) => json).join(',')}]`;
    try {
      const answer = await this.call('/email/batch', { method: 'POST', body, signal });
      const said = answer.status === 200 ? jsonIn(answer.body) : undefined;
      if (Array.isArray(said) && said.length === request.length) return said.map(resultOf);
      const isRefusedWhole = answer.status === 422 || answer.status === 413;
      // Nothing of it was taken; one message must not cost the others.
      if (isRefusedWhole && request.length > 1) return await this.sendAlone(request, signal);
      return allFailed(request, postmarkError(answer, this.host.clock.now()));
    } catch (cause) {
      return allFailed(request, sendErrorOfFailure(cause));
    }
  }

  private async sendAlone(request: readonly Written[], signal: AbortSignal): Promise<readonly SendResult[]> {
    const results: SendResult[] = [];
    for (const each of request) results.push(...(await this.send([each], signal)));
    return results;
  }

  private call(path: string, call: Pick<HttpCall, 'method' | 'body' | 'signal'>): Promise<HttpAnswer> {
    const { serverToken, apiUrl, timeoutMs } = this.config;
    return this.host.http.fetch(`${apiUrl}${path}`, {
      ...call,
      timeoutMs,
      maxAnswerBytes: ANSWER_BYTES,
      headers: {
        'x-postmark-server-token': serverToken,
        accept: 'application/json',
        'user-agent': 'Parcours',
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
    });
  }
}

/** As many messages as one request takes, in their order. */
function requestsOf(written: readonly Written[]): readonly (readonly Written[])[] {
  const requests: Written[][] = [];
  let bytes = Infinity;
  for (const each of written) {
    const size = Buffer.byteLength(each.json) + 1;
    bytes += size;
    if (bytes > REQUEST_BYTES) {
      requests.push([]);
      bytes = size;
    }
    requests.at(-1)?.push(each);
  }
  return requests;
}

function allFailed(request: readonly Written[], error: SendError): readonly SendResult[] {
  return request.map(() => ({ status: 'failed', error }));
}
