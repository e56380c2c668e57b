import type { OutgoingMessage } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';

import { FakeSlack } from '../test/fake-slack.js';
import plugin from './index.js';

const { slack } = plugin.connectors;
const DEFAULTS = {
  formatting: 'none',
  showBrandName: false,
  unfurlLinks: false,
  timeoutMs: 2_000,
  atOnce: 1,
} as const;
const signal = new AbortController().signal;

const chat = (n: number, changes: Partial<OutgoingMessage<'chat'>> = {}) =>
  sampleMessage('chat', n, { to: `U0${String(n)}000`, ...changes }) as OutgoingMessage<'chat'>;

describe('the Slack connector (A7)', () => {
  const stops: (() => unknown)[] = [];
  let fake: FakeSlack;
  beforeEach(async () => {
    fake = await FakeSlack.start();
    stops.push(() => fake.stop());
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function open(changes: object = {}) {
    const connector = await slack.open({ ...DEFAULTS, ...fake.config, ...changes }, testHost());
    return { connector, send: (...all: OutgoingMessage<'chat'>[]) => connector.sendBatch(all, { signal }) };
  }

  async function answering(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const { send } = await open({ apiUrl: http.url });
    return { result: (await send(chat(1)))[0] };
  }

  it('names a message as Slack does, and writes what it says as text', async () => {
    const { send } = await open();
    const content = { text: 'Fish & <!channel> > *chips*' };
    expect(await send(chat(1, { content, from: { name: 'Belvédère' } }))).toEqual([
      { status: 'sent', providerId: 'D01000:1503435956.000001' },
    ]);
    const text = 'Fish &amp; &lt;!channel&gt; &gt; *chips*';
    expect(fake.posted).toMatchObject([{ channel: 'U01000', text, mrkdwn: false }]);
    expect(fake.posted[0]).not.toHaveProperty('username');
  });

  it('formats, and shows the brand, where it is told to', async () => {
    const { send } = await open({ formatting: 'mrkdwn', showBrandName: true });
    const content = { text: '*Hello* <https://a.example|there>' };
    await send(chat(1, { content, from: { name: 'Belvédère' } }));
    expect(fake.posted).toMatchObject([{ text: content.text, mrkdwn: true, username: 'Belvédère' }]);
  });

  it('gives the same message the same client_msg_id, and another one another', async () => {
    const { send } = await open();
    await send(chat(1), chat(1, { attempt: 2 }), chat(2));
    const [first, again, other] = fake.posted.map(({ client_msg_id: id }) => id);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ['channel_not_found', { class: 'permanent', code: 'slack.recipient-unknown' }],
    ['user_not_found', { class: 'permanent', code: 'slack.recipient-unknown' }],
    ['is_archived', { class: 'permanent', code: 'slack.recipient-unknown' }],
    ['account_inactive', { class: 'misconfigured', code: 'slack.login-refused' }],
    ['token_revoked', { class: 'misconfigured', code: 'slack.login-refused' }],
    ['missing_scope', { class: 'misconfigured', code: 'slack.missing-right' }],
    ['not_in_channel', { class: 'misconfigured', code: 'slack.not-in-channel' }],
    ['restricted_action_read_only_channel', { class: 'misconfigured', code: 'slack.not-in-channel' }],
    ['ratelimited', { class: 'throttled', code: 'slack.throttled', retryAfterMs: 1_000 }],
    ['fatal_error', { class: 'temporary', code: 'slack.unavailable', maybeSent: true }],
    ['service_unavailable', { class: 'temporary', code: 'slack.unavailable' }],
    ['something_new', { class: 'permanent', code: 'slack.message-refused' }],
  ])('takes %s, said with 200, for what it is', async (code, error) => {
    fake.refusals.set('U01000', code);
    const { send } = await open();
    expect(await send(chat(1))).toMatchObject([{ status: 'failed', error }]);
  });

  it('gives up a text that is too long, and one that is none', async () => {
    const { send } = await open();
    const texts = ['x'.repeat(40_001), ''].map((text) => chat(1, { content: { text } }));
    const error = { class: 'permanent', code: 'slack.message-refused' };
    expect(await send(...texts, chat(2))).toMatchObject([{ error }, { error }, { status: 'sent' }]);
  });

  it.each([
    [
      { status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } },
      { class: 'throttled', code: 'slack.throttled', retryAfterMs: 30_000 },
    ],
    [{ status: 429 }, { class: 'throttled', code: 'slack.throttled', retryAfterMs: 1_000 }],
    [
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { class: 'misconfigured', code: 'slack.redirected' },
    ],
    [
      { status: 404, body: '<html>' },
      { class: 'misconfigured', code: 'slack.no-api' },
    ],
    [
      { status: 403, body: '<html>' },
      { class: 'misconfigured', code: 'slack.not-authorised' },
    ],
    [
      { status: 503, body: '<html>' },
      { class: 'temporary', code: 'slack.unavailable', outage: true },
    ],
    [
      { status: 500, body: { ok: false, error: 'internal_error' } },
      { class: 'temporary', maybeSent: true },
    ],
    [
      { status: 200, body: '<html>' },
      { class: 'temporary', code: 'slack.unreadable-answer', maybeSent: true },
    ],
    [
      { status: 200, body: { ok: false } },
      { class: 'permanent', code: 'slack.message-refused' },
    ],
    [{ status: 200, body: { ok: true } }, undefined],
  ])('is not misled by the answer %j', async (answer, error) => {
    const { result } = await answering(answer);
    expect(result).toMatchObject(error ? { status: 'failed', error } : { status: 'sent' });
  });

  it('reads no more of an answer than Slack would write', async () => {
    const { result } = await answering({ status: 200, body: { ok: true, text: 'x'.repeat(500_000) } });
    expect(result).toMatchObject({ error: { code: 'slack.unreadable-answer', maybeSent: true } });
  });

  it('says that a message may have been sent whose answer never came', async () => {
    const silent = await HttpFake.start({ answer: () => new Promise(() => undefined) });
    stops.push(() => silent.stop());
    const { send } = await open({ apiUrl: silent.url, timeoutMs: 2_000 });
    const results = await send(chat(1), chat(2));
    const error = { class: 'temporary', code: 'outgoing.timeout', outage: true };
    expect(results).toMatchObject([{ error: { ...error, maybeSent: true } }, { error }]);
    expect(silent.heard).toHaveLength(1);
  });

  it('tries nobody else once its token was revoked', async () => {
    const { send, connector } = await open({ ...fake.wrongConfig });
    const error = { class: 'misconfigured', code: 'slack.login-refused' };
    expect(await send(chat(1), chat(2))).toMatchObject([{ error }, { error }]);
    expect(fake.http.heard).toHaveLength(1);
    expect(await connector.verify?.({ signal })).toMatchObject({ status: 'down' });
  });

  it('finds out without sending that a scope is missing', async () => {
    fake.scopes = 'im:history';
    const { connector } = await open();
    expect(await connector.verify?.({ signal })).toEqual({
      status: 'down',
      detail: 'The token lacks the scope chat:write.',
    });
  });
});
