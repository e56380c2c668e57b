import { type HeardRequest, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';
import { Webhook } from 'standardwebhooks';

import { FakeEndpoint } from '../test/fake-endpoint.js';
import plugin from './index.js';

const { webhook } = plugin.connectors;
const DEFAULTS = { timeoutMs: 1_000, atOnce: 4 };
const signal = new AbortController().signal;

describe('the webhook connector (A7)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** An endpoint that answers so, whatever comes. */
  async function answering(status: number, headers: Record<string, string> = {}) {
    const http = await HttpFake.start({ answer: () => ({ status, headers }) });
    stops.push(() => http.stop());
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const connector = await webhook.open({ ...DEFAULTS, url: http.url, secret }, testHost({ now: 0 }));
    const [result] = await connector.sendBatch([sampleMessage('webhook', 1)], { signal });
    return { result, heard: http.heard };
  }

  it('says who it is for, which attempt it is, and under which id it was taken', async () => {
    const endpoint = await FakeEndpoint.start();
    stops.push(() => endpoint.stop());
    const connector = await webhook.open({ ...DEFAULTS, ...endpoint.config }, testHost());
    const message = sampleMessage('webhook', 1, { to: 'zoë ☕', attempt: 3, from: { name: 'Belvédère' } });
    expect(await connector.sendBatch([message], { signal })).toEqual([
      { status: 'sent', providerId: 'kept-m-1' },
    ]);
    expect(endpoint.heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'parcours-customer': encodeURIComponent('zoë ☕'),
      'parcours-attempt': '3',
      'parcours-sender': encodeURIComponent('Belvédère'),
      'webhook-id': 'm-1',
    });
    expect(endpoint.received()).toMatchObject([{ to: 'zoë ☕' }]);
  });

  it('signs with the secret from before as well, while the endpoint changes over', async () => {
    const before = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const secret = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;
    const http = await HttpFake.start({ answer: () => ({ status: 200 }) });
    stops.push(() => http.stop());
    const config = { ...DEFAULTS, url: http.url, secret, previousSecret: before };
    const connector = await webhook.open(config, testHost());
    await connector.sendBatch([sampleMessage('webhook', 1)], { signal });
    const [{ body, headers } = {} as HeardRequest] = http.heard;
    expect(new Webhook(before).verify(body, headers)).toEqual({ said: 'parcours-sample-1.' });
    expect(new Webhook(secret).verify(body, headers)).toEqual({ said: 'parcours-sample-1.' });
  });

  it.each([
    [301, { class: 'misconfigured', code: 'webhook.redirected' }],
    [400, { class: 'permanent', code: 'webhook.refused' }],
    [403, { class: 'misconfigured', code: 'webhook.not-authorised' }],
    [404, { class: 'misconfigured', code: 'webhook.no-endpoint' }],
    [410, { class: 'rejected-recipient', code: 'webhook.gone' }],
    [500, { class: 'temporary', code: 'webhook.unavailable', outage: false }],
    [503, { class: 'temporary', code: 'webhook.unavailable', outage: true, retryAfterMs: 7_000 }],
  ])('takes %d for what it is', async (status, error) => {
    const { result, heard } = await answering(status, {
      'retry-after': '7',
      location: 'http://127.0.0.1:1/',
    });
    expect(result).toMatchObject({ status: 'failed', error });
    expect(heard).toHaveLength(1);
  });

  it.each([
    [401, 'webhook.not-authorised'],
    [429, 'plugin.not-called'],
    [503, 'webhook.unavailable'],
  ])('leaves the rest of a batch alone after %d', async (status, code) => {
    const http = await HttpFake.start({ answer: () => ({ status }) });
    stops.push(() => http.stop());
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const connector = await webhook.open({ ...DEFAULTS, atOnce: 1, url: http.url, secret }, testHost());
    const batch = [1, 2, 3].map((n) => sampleMessage('webhook', n));
    const results = await connector.sendBatch(batch, { signal });
    expect(results.slice(1)).toMatchObject([{ error: { code } }, { error: { code } }]);
    expect(http.heard).toHaveLength(1);
  });

  it('says that a message may have been taken whose answer never came', async () => {
    const http = await HttpFake.start({ answer: () => new Promise(() => undefined) });
    stops.push(() => http.stop());
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const settings = { ...DEFAULTS, atOnce: 1, timeoutMs: 2_000, url: http.url, secret };
    const connector = await webhook.open(settings, testHost());
    const results = await connector.sendBatch([sampleMessage('webhook', 1), sampleMessage('webhook', 2)], {
      signal,
    });
    const error = { class: 'temporary', code: 'outgoing.timeout', outage: true };
    expect(results).toMatchObject([{ error: { ...error, maybeSent: true } }, { error }]);
    expect(results[1]).not.toHaveProperty('error.maybeSent');
    expect(http.heard).toHaveLength(1);
  });

  it('reads no more of an answer than it needs', async () => {
    const http = await HttpFake.start({ answer: () => ({ status: 200, body: 'x'.repeat(1_000_000) }) });
    stops.push(() => http.stop());
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const connector = await webhook.open({ ...DEFAULTS, url: http.url, secret }, testHost());
    expect(await connector.sendBatch([sampleMessage('webhook', 1)], { signal })).toEqual([
      { status: 'sent' },
    ]);
  });
});
