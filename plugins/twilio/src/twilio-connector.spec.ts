import { ProviderContract } from '@parcours/testing';
import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';

import { FakeTwilio, REFUSED, refusal } from '../test/fake-twilio.js';
import plugin from './index.js';
import type { TwilioConfig } from './twilio-config.js';

const { twilio } = plugin.connectors;
const DEFAULTS = { timeoutMs: 1_000, atOnce: 4 };
const { signal } = new AbortController();
const CONTRACT = 'specs/twilio-messages.openapi.json';

const open = (config: Omit<TwilioConfig, 'timeoutMs' | 'atOnce'>, host = testHost({ now: 0 })) =>
  twilio.open({ ...DEFAULTS, ...config }, host);

describe('the Twilio connector (A7, D3)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function fakeTwilio() {
    const fake = await FakeTwilio.start();
    stops.push(() => fake.stop());
    return fake;
  }

  /** What a message comes to when Twilio answers so, whatever comes. */
  async function resultOf(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const { config } = await fakeTwilio();
    const connector = await open({ ...config, apiUrl: http.url });
    const [result] = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    expect(http.heard).toHaveLength(1);
    return result;
  }

  it('sends in the name of the brand through the service, with an API key and our id in the address of receipts', async () => {
    const fake = await fakeTwilio();
    const { from: _, authToken: __, ...config } = fake.config;
    const connector = await open({
      ...config,
      apiKeySid: `SK${'0b'.repeat(16)}`,
      apiKeySecret: 'secret-of-the-key',
      messagingServiceSid: `MG${'0c'.repeat(16)}`,
      callbackUrl: 'https://journeys.example.com/hooks/texts',
      validitySeconds: 36_000,
    });
    const message = sampleMessage('sms', 1, { from: { id: 'BELVEDERE' } });
    const [result] = await connector.sendBatch([message], { signal });
    expect(result).toMatchObject({ status: 'sent', providerId: expect.stringMatching(/^SM[0-9a-f]{32}$/) });
    expect(Object.fromEntries(new URLSearchParams(fake.http.heard[0]?.body))).toEqual({
      To: message.to,
      From: 'BELVEDERE',
      Body: 'parcours-sample-1.',
      MessagingServiceSid: `MG${'0c'.repeat(16)}`,
      StatusCallback: 'https://journeys.example.com/hooks/texts?message=m-1',
      ValidityPeriod: '36000',
    });
    expect(connector.callbacks).toBeUndefined();
  });

  it('gives one result a message in their order, whatever becomes of single ones', async () => {
    const fake = await fakeTwilio();
    const connector = await open(fake.config);
    const numbers = ['+447700900001', ...Object.keys(REFUSED), '+447700900002', 'no number'];
    const batch = numbers.map((to, n) => sampleMessage('sms', n, { to }));
    const results = await connector.sendBatch(batch, { signal });
    expect(
      results.map((each) => (each.status === 'sent' ? 'sent' : `${each.error.class} ${each.error.code}`)),
    ).toEqual([
      'sent',
      'rejected-recipient twilio.invalid-number',
      'permanent twilio.no-route',
      'permanent twilio.region-off',
      'permanent twilio.opted-out',
      'rejected-recipient twilio.not-a-mobile',
      'permanent twilio.trial-account',
      'throttled twilio.throttled',
      'sent',
      'rejected-recipient twilio.invalid-number',
    ]);
  });

  it.each([
    ['+15005550001', 'misconfigured', 'twilio.sender-refused'],
    ['+15005550007', 'misconfigured', 'twilio.sender-refused'],
    ['+15005550008', 'throttled', 'twilio.throttled'],
    [undefined, 'misconfigured', 'twilio.no-sender'],
  ])('takes a refusal of the sender %s for %s', async (from, kind, code) => {
    const { config } = await fakeTwilio();
    const { from: _, ...rest } = config;
    const connector = await open({ ...rest, ...(from !== undefined && { from }) });
    const [result] = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    expect(result).toMatchObject({ status: 'failed', error: { class: kind, code } });
  });

  it('refuses nothing but the text that is too long, or empty', async () => {
    const { config } = await fakeTwilio();
    const connector = await open(config);
    const text = (said: string, n: number) =>
      sampleMessage('sms', n, { content: { text: said, encoding: 'gsm-7', segments: 11 } });
    const results = await connector.sendBatch([text('a'.repeat(1_600), 1), text('a'.repeat(1_601), 2)], {
      signal,
    });
    expect(results).toMatchObject([
      { status: 'sent' },
      { status: 'failed', error: { class: 'permanent', code: 'twilio.too-long' } },
    ]);
  });

  it.each<[string, FakeAnswer, object]>([
    [
      'revoked credentials',
      refusal(401, 20003, 'Authenticate'),
      { class: 'misconfigured', code: 'twilio.not-authorised' },
    ],
    [
      'an account that is closed',
      refusal(403, 20005, 'Account not active'),
      { class: 'misconfigured', code: 'twilio.account-closed' },
    ],
    [
      'an account that is unknown',
      refusal(404, 20404, 'not found'),
      { class: 'misconfigured', code: 'twilio.not-found' },
    ],
    [
      'a callback that is refused',
      refusal(400, 21609, 'no URL'),
      { class: 'misconfigured', code: 'twilio.callback-refused' },
    ],
    [
      'a number that nobody knows',
      refusal(400, 29999, 'new'),
      { class: 'permanent', code: 'twilio.refused', detail: '29999: new' },
    ],
    ['429', refusal(429, 20429, 'Too Many Requests'), { class: 'throttled', code: 'twilio.throttled' }],
    [
      '429 with a time',
      { ...refusal(429, 20429, 'Too Many'), headers: { 'retry-after': '3' } },
      { class: 'throttled', retryAfterMs: 3_000 },
    ],
    [
      'an internal error',
      refusal(500, 20500, 'Internal'),
      { class: 'temporary', code: 'twilio.unavailable', outage: false },
    ],
    [
      'an outage',
      refusal(503, 20503, 'Unavailable'),
      { class: 'temporary', code: 'twilio.unavailable', outage: true },
    ],
    [
      'a gateway that has waited in vain',
      { status: 504, body: '<html>' },
      { class: 'temporary', outage: true, maybeSent: true },
    ],
    [
      'a redirect to a private address',
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { class: 'misconfigured', code: 'twilio.redirected' },
    ],
    [
      'a success that is no JSON',
      { status: 200, body: '<html>' },
      { class: 'temporary', code: 'twilio.unreadable', maybeSent: true },
    ],
    [
      'a success without a sid',
      { status: 201, body: [] },
      { class: 'temporary', code: 'twilio.unreadable', maybeSent: true },
    ],
    [
      'a success without an end',
      { status: 201, body: `{"sid":"${'x'.repeat(200_000)}"}` },
      { class: 'temporary', code: 'twilio.unreadable' },
    ],
    [
      'a success that is a failure',
      { status: 201, body: { sid: 'SM1', status: 'failed', error_code: 21610, error_message: 'STOP' } },
      { class: 'permanent', code: 'twilio.opted-out', detail: '21610: STOP' },
    ],
  ])('takes %s for what it is', async (_, answer, error) => {
    expect(await resultOf(answer)).toMatchObject({ status: 'failed', error });
  });

  it('does not know whether a message was taken where there was no answer', async () => {
    const fake = await fakeTwilio();
    const connector = await twilio.open({ ...DEFAULTS, ...fake.config, timeoutMs: 100 }, testHost());
    fake.behave('hang');
    const [result] = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    const error = { class: 'temporary', code: 'outgoing.timeout', maybeSent: true, outage: true };
    expect(result).toEqual({ status: 'failed', error: expect.objectContaining(error) });
  });

  const contract = ProviderContract.open(CONTRACT);
  if (contract) {
    it("keeps to Twilio's own description, and so does its fake", async () => {
      const fake = await fakeTwilio();
      const callbackUrl = 'https://journeys.example.com/hooks/texts';
      const connector = await open({ ...fake.config, callbackUrl, validitySeconds: 60 });
      await connector.sendBatch(
        [1, 2].map((n) => sampleMessage('sms', n)),
        { signal },
      );
      await connector.verify?.({ signal });
      expect(fake.http.exchanges.map(({ request }) => request.method)).toEqual(['POST', 'POST', 'GET']);
      expect(fake.http.exchanges.flatMap((each) => contract.defectsOf(each))).toEqual([]);
    });
  } else {
    it.todo(`its description: ${CONTRACT} is not beside this clone`);
  }
});
