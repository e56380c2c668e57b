import { createHash } from 'node:crypto';

import {
  type CallContext,
  type ConnectorCallbacks,
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

import { messageName, slackCallbacks } from './slack-callbacks.js';
import type { SlackConfig } from './slack-config.js';
import { concernsAll, slackError } from './slack-errors.js';
import { escaped } from './slack-text.js';

type Message = OutgoingMessage<'chat'>;

const ANSWER_BYTES = 262_144;
const NEEDED_SCOPE = 'chat:write';

/** What a method of the Web API came to. */
type Outcome =
  | { readonly ok: true; readonly answer: HttpAnswer; readonly told: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: SendError };

/** Posts messages as the bot of a Slack app. */
export class SlackConnector implements OpenConnector<'chat'> {
  /** Undefined where no signing secret is configured. */
  readonly callbacks?: ConnectorCallbacks;

  constructor(
    private readonly config: SlackConfig,
    private readonly host: PluginHostContext,
  ) {
    if (config.signingSecret !== undefined) this.callbacks = slackCallbacks(config.signingSecret);
  }

  sendBatch(messages: readonly Message[], { signal }: CallContext): Promise<readonly SendResult[]> {
    return sendEach(messages, { atOnce: this.config.atOnce, stopsAt: concernsAll }, (message) =>
      this.send(message, signal),
    );
  }

  async verify({ signal }: CallContext): Promise<HealthReport> {
    const outcome = await this.call('auth.test', {}, signal);
    if (!outcome.ok) return { status: 'down', detail: outcome.error.detail };
    const scopes = outcome.answer.headers['x-oauth-scopes'];
    if (scopes === undefined || scopes.split(/\s*,\s*/).includes(NEEDED_SCOPE)) return { status: 'up' };
    return { status: 'down', detail: `The token lacks the scope ${NEEDED_SCOPE}.` };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async send({ id, to, from, content }: Message, signal: AbortSignal): Promise<SendResult> {
    const { formatting, showBrandName, unfurlLinks } = this.config;
    const isPlain = formatting === 'none';
    const outcome = await this.call(
      'chat.postMessage',
      {
        channel: to,
        text: isPlain ? escaped(content.text) : content.text,
        mrkdwn: !isPlain,
        unfurl_links: unfurlLinks,
        unfurl_media: unfurlLinks,
        client_msg_id: uuidOf(id),
        ...(showBrandName && from && { username: from.name }),
      },
      signal,
    );
    if (!outcome.ok) return { status: 'failed', error: outcome.error };
    const { channel, ts } = outcome.told;
    const isNamed = typeof channel === 'string' && typeof ts === 'string';
    return { status: 'sent', ...(isNamed && { providerId: messageName(channel, ts) }) };
  }

  private async call(method: string, input: object, signal: AbortSignal): Promise<Outcome> {
    const { apiUrl, botToken, timeoutMs } = this.config;
    try {
      const answer = await this.host.http.fetch(`${apiUrl.replace(/\/+$/, '')}/${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${botToken}`,
          'content-type': 'application/json; charset=utf-8',
        },
        body: JSON.stringify(input),
        timeoutMs,
        maxAnswerBytes: ANSWER_BYTES,
        signal,
      });
      return this.outcomeOf(answer);
    } catch (cause) {
      return { ok: false, error: sendErrorOfFailure(cause) };
    }
  }

  /** Slack refuses by 200 and `"ok": false`. */
  private outcomeOf(answer: HttpAnswer): Outcome {
    const told = jsonObjectIn(answer.body);
    const isSuccess = answer.status >= 200 && answer.status < 300;
    if (isSuccess && told['ok'] === true) return { ok: true, answer, told };
    if (isSuccess && told['ok'] !== false) {
      const detail = `It answered ${String(answer.status)} with what is no answer of Slack.`;
      const error = { class: 'temporary', code: 'slack.unreadable-answer', detail, maybeSent: true } as const;
      return { ok: false, error };
    }
    const error = typeof told['error'] === 'string' ? told['error'].slice(0, 100) : undefined;
    const said = isSuccess ? (error ?? 'nothing of the reason') : error;
    return { ok: false, error: slackError(answer, said, this.host.clock.now()) };
  }
}

/** The same for the same message: a UUID of our own making (RFC 9562, version 8). */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
