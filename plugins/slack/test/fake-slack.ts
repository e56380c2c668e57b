import { createHmac } from 'node:crypto';

import type { CallbackRequest } from '@parcours/sdk';
import type { FakeAnswer, FakeBehaviour, FakeProvider, HeardRequest } from '@parcours/sdk/testing';
import { HttpFake, type ReceivedMessage, remember } from '@parcours/sdk/testing';

import { defectOf, mustBeAnAnswer } from './slack-schemas.js';

const TOKEN = 'xoxb-4711-0815-aRightOne';
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const LONGEST = 40_000;

interface Posted {
  readonly channel: string;
  readonly text: string;
  readonly username?: string;
  readonly mrkdwn?: boolean;
  readonly client_msg_id?: string;
}

/** The Web API of Slack, as far as a bot needs it. */
export class FakeSlack implements FakeProvider {
  readonly refusedAddress = 'U0NOBODY';
  readonly posted: Posted[] = [];
  scopes = 'chat:write,im:history';
  /** By channel: the code that it refuses with. */
  readonly refusals = new Map<string, string>();

  private count = 0;

  private constructor(readonly http: HttpFake) {
    this.refusals.set(this.refusedAddress, 'channel_not_found');
  }

  static async start(): Promise<FakeSlack> {
    const http: HttpFake = await HttpFake.start({
      answer: (request) => fake.answer(request),
      throttled: {
        status: 429,
        headers: { 'retry-after': '30' },
        body: { ok: false, error: 'ratelimited' },
      },
    });
    const fake = new FakeSlack(http);
    return fake;
  }

  get config() {
    return { botToken: TOKEN, signingSecret: SECRET, apiUrl: `${this.http.url}/api` };
  }

  get wrongConfig() {
    return { ...this.config, botToken: 'xoxb-4711-0815-aWrongOne' };
  }

  received(): readonly ReceivedMessage[] {
    return this.posted.map(({ channel, text }) => ({ to: channel, content: text }));
  }

  behave(behaviour: FakeBehaviour): void {
    this.http.behave(behaviour);
  }

  stop(): Promise<void> {
    return this.http.stop();
  }

  private answer(request: HeardRequest): FakeAnswer {
    const { path, headers } = request;
    if (headers['authorization'] === undefined) return refused('not_authed');
    if (headers['authorization'] !== `Bearer ${TOKEN}`) return refused('invalid_auth');
    const scopes = { 'x-oauth-scopes': this.scopes };
    if (path === '/api/auth.test') {
      return { status: 200, headers: scopes, body: { ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' } };
    }
    if (path !== '/api/chat.postMessage') return refused('unknown_method');
    const answer = this.post(request);
    mustBeAnAnswer(answer.body);
    return { ...answer, headers: scopes };
  }

  private post({ headers, body }: HeardRequest): FakeAnswer {
    if (!this.scopes.split(',').includes('chat:write')) return refused('missing_scope');
    if (!headers['content-type']?.startsWith('application/json')) return refused('invalid_form_data');
    const message = JSON.parse(body) as Posted;
    const refusal = this.refusals.get(message.channel) ?? defectOf(message);
    if (refusal !== undefined) return refused(refusal);
    if (message.text === '') return refused('no_text');
    if (message.text.length > LONGEST) return refused('msg_too_long');
    remember(this.posted, message);
    const ts = `1503435956.${String(++this.count).padStart(6, '0')}`;
    const channel = message.channel.replace(/^[UW]/, 'D');
    return { status: 200, body: { ok: true, channel, ts, message: { text: message.text, ts } } };
  }
}

function refused(error: string): FakeAnswer {
  return { status: 200, body: { ok: false, error } };
}

/** What Slack posts to a hook, signed at `at` in milliseconds. */
export function callback(body: unknown, at: number, secret = SECRET): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const timestamp = String(Math.floor(at / 1_000));
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody.toString()}`).digest('hex');
  return {
    method: 'POST',
    url: 'https://parcours.example/hooks/slack',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hmac}`,
    },
    query: {},
    rawBody,
  };
}
