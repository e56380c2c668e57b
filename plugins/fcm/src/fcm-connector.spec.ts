import { generateKeyPairSync } from 'node:crypto';

import type { OutgoingMessage } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';

import { FakeFcm, TOKENS } from '../test/fake-fcm.js';
import plugin from './index.js';

const { fcm } = plugin.connectors;
const DEFAULTS = { ttlSeconds: 60, priority: 'high', timeoutMs: 2_000, atOnce: 1 } as const;
const signal = new AbortController().signal;

const push = (n: number, changes: Partial<OutgoingMessage<'push'>> = {}) =>
  sampleMessage('push', n, changes) as OutgoingMessage<'push'>;

describe('the FCM connector (A7)', () => {
  const stops: (() => unknown)[] = [];
  let fake: FakeFcm;
  beforeEach(async () => {
    fake = await FakeFcm.start();
    stops.push(() => fake.stop());
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function open(changes: object = {}, host = testHost()) {
    const config = { ...DEFAULTS, ...fake.config, ...changes };
    const connector = await fcm.open(config, host);
    return {
      host,
      send: (...all: OutgoingMessage<'push'>[]) => connector.sendBatch(all, { signal }),
      connector,
    };
  }

  /** Tokens are given by the fake; messages are answered so. */
  async function answering(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const { send } = await open({ apiUrl: http.url });
    return { result: (await send(push(1)))[0], http };
  }

  it('carries what a phone shows, and what the app opens by a tap', async () => {
    const { send } = await open(
      { androidChannelId: 'orders', iosSound: 'default' },
      testHost({ now: Date.now() }),
    );
    const content = {
      title: 'Hello',
      body: 'It waits.',
      url: 'shop://o/1',
      image: 'https://a.example/p.png',
    };
    const [result] = await send(push(1, { content, from: { app: 'shop' } }));
    expect(result).toEqual({ status: 'sent', providerId: 'projects/shop-4711/messages/0:1' });
    expect(fake.sent[0]?.message).toMatchObject({
      token: 'device-token-1',
      notification: { title: 'Hello', body: 'It waits.', image: 'https://a.example/p.png' },
      data: { parcours_message: 'm-1', url: 'shop://o/1', app: 'shop' },
      android: { priority: 'HIGH', ttl: '60s', notification: { tag: 'm-1', channel_id: 'orders' } },
      apns: {
        headers: { 'apns-priority': '10', 'apns-collapse-id': 'm-1' },
        payload: { aps: { sound: 'default', 'mutable-content': 1 } },
      },
    });
  });

  it('asks for one access token, and for another when it ends before its time', async () => {
    const { send } = await open({ atOnce: 8 });
    await send(push(1), push(2), push(3));
    const asked = () => fake.http.heard.filter(({ path }) => path === '/token').length;
    expect(asked()).toBe(1);
    fake.access = 'ya29.access-2';
    expect(await send(push(4))).toMatchObject([{ status: 'sent' }]);
    expect(asked()).toBe(2);
    expect(fake.sent).toHaveLength(4);
  });

  it.each([
    [TOKENS.gone, { class: 'rejected-recipient', code: 'fcm.unregistered' }],
    ['no token!', { class: 'rejected-recipient', code: 'fcm.token-invalid' }],
    [TOKENS.otherSender, { class: 'permanent', code: 'fcm.sender-mismatch' }],
    [TOKENS.noApnsKey, { class: 'misconfigured', code: 'fcm.third-party-auth' }],
    [TOKENS.busy, { class: 'throttled', code: 'fcm.quota-exceeded', retryAfterMs: 60_000 }],
    [TOKENS.unavailable, { class: 'temporary', code: 'fcm.unavailable', outage: true, retryAfterMs: 11_000 }],
    [TOKENS.internal, { class: 'temporary', code: 'fcm.unavailable', outage: false }],
  ])('takes the error of %s for what it is', async (to, error) => {
    const { send } = await open();
    expect(await send(push(1, { to }))).toMatchObject([{ status: 'failed', error }]);
  });

  it('gives up what is too big, and does not blame the phone for it', async () => {
    const { send } = await open();
    const content = { body: 'x'.repeat(4_097) };
    const results = await send(push(1, { content }), push(2));
    expect(results).toMatchObject([
      { error: { class: 'permanent', code: 'fcm.message-invalid' } },
      { status: 'sent' },
    ]);
  });

  it.each([
    [
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { class: 'misconfigured', code: 'fcm.redirected' },
    ],
    [
      { status: 404, body: '<html>' },
      { class: 'misconfigured', code: 'fcm.no-project' },
    ],
    [
      { status: 403, body: {} },
      { class: 'misconfigured', code: 'fcm.not-authorised' },
    ],
    [
      { status: 401, body: {} },
      { class: 'misconfigured', code: 'fcm.not-authorised' },
    ],
    [
      { status: 400, body: 'no JSON' },
      { class: 'permanent', code: 'fcm.refused' },
    ],
    [{ status: 429 }, { class: 'throttled', code: 'fcm.throttled', retryAfterMs: 60_000 }],
    [
      { status: 502, body: 'no JSON' },
      { class: 'temporary', code: 'fcm.unavailable', outage: true },
    ],
    [{ status: 504 }, { class: 'temporary', code: 'fcm.unavailable', maybeSent: true }],
    [
      { status: 200, body: { error: { status: 'INTERNAL' } } },
      { class: 'temporary', code: 'fcm.unreadable-answer', maybeSent: true },
    ],
    [
      { status: 200, body: 'no JSON' },
      { class: 'temporary', code: 'fcm.unreadable-answer', maybeSent: true },
    ],
    [
      { status: 200, body: 'x'.repeat(100_000) },
      { class: 'temporary', code: 'fcm.unreadable-answer' },
    ],
  ])('is not misled by the answer %j', async (answer, error) => {
    const { result } = await answering(answer);
    expect(result).toMatchObject({ status: 'failed', error });
  });

  it('reads no more of an answer than an answer of FCM holds', async () => {
    const { result } = await answering({ status: 200, body: { name: 'x'.repeat(100_000) } });
    expect(result).toMatchObject({ error: { class: 'temporary', code: 'fcm.unreadable-answer' } });
  });

  it('says that a message may have been sent whose answer never came', async () => {
    const silent = await HttpFake.start({ answer: () => new Promise(() => undefined) });
    stops.push(() => silent.stop());
    const { send } = await open({ apiUrl: silent.url, timeoutMs: 2_000 });
    const results = await send(push(1), push(2));
    const error = { class: 'temporary', code: 'outgoing.timeout', outage: true };
    expect(results).toMatchObject([{ error: { ...error, maybeSent: true } }, { error }]);
    // Nobody was asked for the second one.
    expect(results[1]).not.toHaveProperty('error.maybeSent');
    expect(silent.heard).toHaveLength(1);
  });

  it('waits for a person where the key was revoked or cannot be read', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const revoked = await open({
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    });
    expect(await revoked.send(push(1), push(2))).toMatchObject([
      { error: { class: 'misconfigured', code: 'fcm.login-refused' } },
      { error: { class: 'misconfigured', code: 'fcm.login-refused' } },
    ]);
    expect(fake.http.heard).toHaveLength(1);
    const torn = await open({ privateKey: '-----BEGIN PRIVATE KEY-----\nMIIE' });
    const error = { class: 'misconfigured', code: 'fcm.key-unreadable' };
    expect(await torn.send(push(1))).toMatchObject([{ error }]);
    expect(await torn.connector.verify?.({ signal })).toMatchObject({ status: 'down' });
  });

  it('reads a key whose line ends are still the escapes of JSON', async () => {
    const { send } = await open({ privateKey: fake.config.privateKey.replaceAll('\n', '\\n') });
    expect(await send(push(1))).toMatchObject([{ status: 'sent' }]);
  });

  it('stops a batch when it is told to slow down', async () => {
    const { send } = await open();
    const results = await send(push(1), push(2, { to: TOKENS.busy }), push(3));
    expect(results).toMatchObject([
      { status: 'sent' },
      { error: { class: 'throttled', retryAfterMs: 60_000 } },
      { error: { code: 'plugin.not-called', retryAfterMs: 60_000 } },
    ]);
    expect(fake.sent).toHaveLength(1);
  });
});
