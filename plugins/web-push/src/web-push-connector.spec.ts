import type { OutgoingMessage } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';

import { FakePushService } from '../test/fake-push-service.js';
import plugin from './index.js';
import { isAllowed, subscriptionIn } from './subscription.js';
import { webPushConfig } from './web-push-config.js';

const webPush = plugin.connectors['web-push'];
const DEFAULTS = { ttlSeconds: 60, urgency: 'high', timeoutMs: 2_000, atOnce: 1 } as const;
const signal = new AbortController().signal;

describe('the web push connector (A7)', () => {
  const stops: (() => unknown)[] = [];
  let service: FakePushService;
  beforeEach(async () => {
    service = await FakePushService.start();
    stops.push(() => service.stop());
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const message = (name: string | number, changes: Partial<OutgoingMessage<'web-push'>> = {}) =>
    sampleMessage('web-push', 1, {
      to: service.address(name),
      customerId: `c-${String(name)}`,
      ...changes,
    }) as OutgoingMessage<'web-push'>;

  async function open(changes: object = {}, host = testHost()) {
    const connector = await webPush.open({ ...DEFAULTS, ...service.config, ...changes }, host);
    return {
      connector,
      send: (...all: OutgoingMessage<'web-push'>[]) => connector.sendBatch(all, { signal }),
    };
  }

  async function answering(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const { send } = await open({ pushServices: [http.url] });
    return (await send(message(1, { to: service.browser.subscription(`${http.url}/push/1`) })))[0];
  }

  it('carries what the service worker shows, readable by the browser alone', async () => {
    const { send } = await open();
    const content = {
      title: 'Hello',
      body: 'été ☕',
      url: 'https://a.example/o/1',
      image: 'https://a.example/p.png',
    };
    const [result] = await send(message(1, { content, from: { app: 'shop' } }));
    expect(result).toEqual({ status: 'sent', providerId: `${service.http.url}/m/1` });
    const [delivered] = service.delivered;
    expect(JSON.parse(delivered?.text ?? '')).toEqual({ parcours_message: 'm-1', ...content, app: 'shop' });
    expect(delivered?.headers).toMatchObject({ ttl: '60', urgency: 'high' });
  });

  it('has a second attempt take the place of a first that still waits', async () => {
    const { send } = await open();
    await send(message(1), message(1, { attempt: 2 }), message(1, { id: 'm-2' }));
    const [first, again, other] = service.delivered.map(({ headers }) => headers['topic']);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    const named = await open({ topic: 'offers' });
    await named.send(message(1));
    expect(service.delivered.at(-1)?.headers['topic']).toBe('offers');
  });

  it('signs anew before a signature ends, and once for a service until then', async () => {
    const host = testHost();
    const { send } = await open({}, host);
    const signatures = () => new Set(service.http.heard.map(({ headers }) => headers['authorization'])).size;
    await send(message(1), message(2));
    expect(signatures()).toBe(1);
    host.clock.advance(11.5 * 3_600_000);
    expect(await send(message(1))).toMatchObject([{ status: 'sent' }]);
    expect(signatures()).toBe(2);
  });

  it.each([
    ['gone', { class: 'rejected-recipient', code: 'web-push.gone' }],
    ['unknown', { class: 'rejected-recipient', code: 'web-push.gone' }],
    ['busy', { class: 'throttled', code: 'web-push.throttled', retryAfterMs: 9_000 }],
    ['broken', { class: 'temporary', code: 'web-push.unavailable' }],
  ])('takes a subscription that is %s for what it is', async (name, error) => {
    const { send } = await open();
    const results = await send(message(name));
    expect(results).toMatchObject([{ status: 'failed', error }]);
  });

  it.each([
    [{ status: 401 }, { class: 'misconfigured', code: 'web-push.not-authorised' }],
    [
      { status: 400, body: { reason: 'VapidPkHashMismatch' } },
      { class: 'misconfigured', code: 'web-push.not-authorised' },
    ],
    [{ status: 400 }, { class: 'permanent', code: 'web-push.refused' }],
    [{ status: 413 }, { class: 'permanent', code: 'web-push.too-large' }],
    [{ status: 406 }, { class: 'throttled', code: 'web-push.throttled', retryAfterMs: 60_000 }],
    [{ status: 429 }, { class: 'throttled', code: 'web-push.throttled', retryAfterMs: 60_000 }],
    [{ status: 503 }, { class: 'temporary', code: 'web-push.unavailable', outage: true }],
    [{ status: 504 }, { class: 'temporary', code: 'web-push.unavailable', maybeSent: true }],
    [
      { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
      { class: 'misconfigured', code: 'web-push.redirected' },
    ],
  ])('takes the answer %j for what it is', async (answer, error) => {
    expect(await answering(answer)).toMatchObject({ status: 'failed', error });
  });

  it('takes 201 for sent, whatever stands in it', async () => {
    expect(await answering({ status: 201, body: 'x'.repeat(200_000) })).toEqual({ status: 'sent' });
  });

  it.each([
    ['no JSON', 'device-token'],
    ['an endpoint alone', 'https://updates.push.services.mozilla.com/wpush/v2/x'],
    ['no keys', '{"endpoint":"https://updates.push.services.mozilla.com/x"}'],
    ['no address', '{"endpoint":"x","keys":{"p256dh":"","auth":""}}'],
    ['null', 'null'],
  ])('refuses a token that is %s', async (_what, to) => {
    const { send } = await open();
    const error = { class: 'rejected-recipient', code: 'web-push.subscription-invalid' };
    expect(await send(message(1, { to }), message(2))).toMatchObject([{ error }, { status: 'sent' }]);
  });

  it('refuses a key that is no point on the curve', async () => {
    const torn = JSON.parse(service.address(1)) as { keys: { p256dh: string } };
    torn.keys.p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url');
    const { send } = await open();
    const error = { class: 'rejected-recipient', code: 'web-push.subscription-invalid' };
    expect(await send(message(1, { to: JSON.stringify(torn) }))).toMatchObject([{ error }]);
  });

  it('knows a subscription that has ended', async () => {
    const { send } = await open();
    const to = service.browser.subscription(`${service.http.url}/push/1`, { expirationTime: Date.now() - 1 });
    const error = { class: 'rejected-recipient', code: 'web-push.gone' };
    expect(await send(message(1, { to }))).toMatchObject([{ error }]);
    expect(service.http.heard).toHaveLength(0);
  });

  it('goes to no address that is not that of a push service', async () => {
    const elsewhere = await HttpFake.start({ answer: () => ({ status: 201 }) });
    stops.push(() => elsewhere.stop());
    const { send } = await open();
    const to = service.browser.subscription(`${elsewhere.url}/push/1`);
    const error = { class: 'permanent', code: 'web-push.unknown-service' };
    expect(await send(message(1, { to }))).toMatchObject([{ error }]);
    expect(elsewhere.heard).toHaveLength(0);
  });

  it.each([
    ['https://fcm.googleapis.com/fcm/send/x', true],
    ['https://wns2-par02p.notify.windows.com/w/?token=x', true],
    ['https://web.push.apple.com/x', true],
    ['http://fcm.googleapis.com/x', false],
    ['https://fcm.googleapis.com:8443/x', false],
    ['https://fcm.googleapis.com.evil.example/x', false],
    ['https://evilnotify.windows.com/x', false],
    ['https://user:pw@web.push.apple.com.evil.example/x', false],
  ])('knows whether %s is a push service', (endpoint, expected) => {
    const found = subscriptionIn(service.browser.subscription(endpoint));
    expect(found && isAllowed(found, webPushConfig.properties.pushServices.default)).toBe(expected);
  });

  it('gives up what is too long without asking', async () => {
    const { send } = await open();
    const error = { class: 'permanent', code: 'web-push.too-large' };
    const content = { body: 'x'.repeat(4_000) };
    expect(await send(message(1, { content }), message(2))).toMatchObject([{ error }, { status: 'sent' }]);
    expect(service.http.heard).toHaveLength(1);
  });

  it('waits for a person where the keys do not belong together, or are others', async () => {
    const { publicKey } = service.wrongConfig;
    const torn = await open({ publicKey });
    const error = { class: 'misconfigured', code: 'web-push.keys-wrong' };
    expect(await torn.send(message(1))).toMatchObject([{ error }]);
    const others = await open(service.otherKeys);
    const unknown = { class: 'misconfigured', code: 'web-push.not-authorised' };
    expect(await others.send(message(1))).toMatchObject([{ error: unknown }]);
    const zero = await open({ privateKey: 'A'.repeat(43) });
    expect(await zero.send(message(1))).toMatchObject([{ error }]);
    expect(await zero.connector.verify?.({ signal })).toMatchObject({ status: 'down' });
    expect(service.http.heard).toHaveLength(1);
  });

  it('takes no attempt from what it has not tried because a service asks to wait', async () => {
    const { send } = await open();
    const results = await send(message('busy'), message(2));
    expect(results).toMatchObject([
      { error: { class: 'throttled', retryAfterMs: 9_000 } },
      { error: { code: 'plugin.not-called', retryAfterMs: 9_000 } },
    ]);
    expect(service.delivered).toHaveLength(0);
  });

  it('leaves a service that is down alone, and goes on with the others', async () => {
    const silent = await HttpFake.start({ answer: () => new Promise(() => undefined) });
    stops.push(() => silent.stop());
    const { url } = silent;
    const { send } = await open({ pushServices: [url, service.http.url], timeoutMs: 2_000 });
    const at = (n: number) => message(n, { to: service.browser.subscription(`${url}/${String(n)}`) });
    const results = await send(at(1), at(2), message(3));
    const error = { class: 'temporary', code: 'outgoing.timeout', outage: true };
    expect(results).toMatchObject([{ error: { ...error, maybeSent: true } }, { error }, { status: 'sent' }]);
    expect(results[1]).not.toHaveProperty('error.maybeSent');
    expect(silent.heard).toHaveLength(1);
  });
});
