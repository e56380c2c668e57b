import { ProviderContract, unexplainedCodes } from '@parcours/testing';
import { type FakeAnswer, HttpFake, sampleMessage, type TestHost, testHost } from '@parcours/sdk/testing';
import type { OutgoingMessage } from '@parcours/sdk';

import { FakeSendgrid } from '../test/fake-sendgrid.js';
import plugin from './index.js';

const { sendgrid } = plugin.connectors;
const DEFAULTS = {
  region: 'global',
  trackOpens: false,
  trackClicks: false,
  timeoutMs: 20_000,
  atOnce: 4,
} as const;
const CONTRACT = 'specs/sendgrid-mail.openapi.json';
const NOW = 1_750_000_000_000;
const signal = new AbortController().signal;
const email = (n: number, changes: Partial<OutgoingMessage<'email'>> = {}) =>
  sampleMessage('email', n, changes) as OutgoingMessage<'email'>;

/** What SendGrid says of a request, and what is made of it. */
const said = (message: string, field: string | null = null) => ({ errors: [{ message, field, help: null }] });
const ANSWERS: readonly (readonly [string, FakeAnswer, object])[] = [
  [
    'a revoked key',
    { status: 401, body: said('authorization required') },
    { class: 'misconfigured', code: 'sendgrid.not-authorised' },
  ],
  [
    'a key without the scope',
    { status: 403, body: said('access forbidden') },
    { class: 'misconfigured', code: 'sendgrid.not-authorised', detail: 'access forbidden' },
  ],
  [
    'a spent quota',
    { status: 401, body: said('Maximum credits exceeded') },
    { class: 'misconfigured', code: 'sendgrid.credits-exceeded' },
  ],
  [
    'an unverified sender',
    { status: 403, body: said('… does not match a verified Sender Identity.', 'from') },
    { class: 'misconfigured', code: 'sendgrid.sender-refused' },
  ],
  [
    'a wrong sender',
    { status: 400, body: said('invalid email', 'from.email') },
    { class: 'misconfigured', code: 'sendgrid.sender-refused' },
  ],
  [
    'a wrong recipient',
    { status: 400, body: said('Does not contain a valid address.', 'personalizations.0.to.0.email') },
    { class: 'rejected-recipient', code: 'sendgrid.address-invalid' },
  ],
  [
    'a wrong message',
    { status: 400, body: said('invalid request', 'content') },
    { class: 'permanent', code: 'sendgrid.refused', detail: 'invalid request' },
  ],
  [
    'a redirect to this machine',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    { class: 'misconfigured', code: 'sendgrid.redirected' },
  ],
  [
    'another address',
    { status: 404, body: said('not found') },
    { class: 'misconfigured', code: 'sendgrid.no-endpoint' },
  ],
  [
    'another method',
    { status: 405, body: said('method not allowed') },
    { class: 'misconfigured', code: 'sendgrid.no-endpoint' },
  ],
  [
    'too large a message',
    { status: 413, body: said('too large') },
    { class: 'permanent', code: 'sendgrid.too-large' },
  ],
  [
    'too fast a pace, until when',
    {
      status: 429,
      headers: { 'x-ratelimit-reset': String(NOW / 1_000 + 20) },
      body: said('too many requests'),
    },
    { class: 'throttled', code: 'sendgrid.throttled', retryAfterMs: 20_000 },
  ],
  [
    'too fast a pace, for how long',
    { status: 429, headers: { 'retry-after': '5' } },
    { class: 'throttled', code: 'sendgrid.throttled', retryAfterMs: 5_000 },
  ],
  [
    'a fault of its own',
    { status: 500, body: said('internal server error') },
    { class: 'temporary', code: 'sendgrid.unavailable', outage: false },
  ],
  [
    'maintenance',
    { status: 503, body: '<html>' },
    { class: 'temporary', code: 'sendgrid.unavailable', outage: true },
  ],
  ['a gateway that waited in vain', { status: 504 }, { class: 'temporary', maybeSent: true }],
  [
    'success with an error in it',
    { status: 200, body: said('invalid request') },
    { class: 'temporary', code: 'sendgrid.unreadable-answer', maybeSent: true },
  ],
  [
    'no JSON',
    { status: 400, body: '<html>' },
    { class: 'permanent', code: 'sendgrid.refused', detail: 'SendGrid answered 400.' },
  ],
  [
    'a huge answer',
    { status: 400, body: `{"errors":[{"message":"${'x'.repeat(400_000)}` },
    { class: 'permanent', code: 'sendgrid.refused' },
  ],
];

describe('the SendGrid connector (A7)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function fakeSendgrid(): Promise<FakeSendgrid> {
    const fake = await FakeSendgrid.start();
    stops.push(() => fake.stop());
    return fake;
  }

  async function connectorFor(fake: FakeSendgrid, more: object = {}, host: TestHost = testHost()) {
    return sendgrid.open({ ...DEFAULTS, ...fake.config, ...more }, host);
  }

  async function answered(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const config = { ...DEFAULTS, apiKey: 'SG.a.b', apiUrl: http.url, from: { address: 'a@example.com' } };
    const connector = await sendgrid.open(config, testHost({ now: NOW }));
    const [result] = await connector.sendBatch([email(1)], { signal });
    return { result, http };
  }

  it('sends one request a message, with our id, the sender of its brand and its headers', async () => {
    const fake = await fakeSendgrid();
    const connector = await connectorFor(fake, {
      replyTo: 'hello@example.com',
      categories: ['journeys'],
      ipPool: 'marketing',
      unsubscribeGroup: 7,
    });
    const results = await connector.sendBatch(
      [
        email(1, { headers: { 'List-Unsubscribe': '<https://u.example/1>' } }),
        email(2, { from: { name: 'Brand', address: 'brand@example.com', replyTo: 'b@example.com' } }),
      ],
      { signal },
    );
    expect(results).toEqual([
      { status: 'sent', providerId: 'sg-1' },
      { status: 'sent', providerId: 'sg-2' },
    ]);
    expect(fake.mails).toMatchObject([
      {
        personalizations: [
          {
            to: [{ email: 'reader1@example.com' }],
            custom_args: { parcours_message: 'm-1' },
            headers: { 'List-Unsubscribe': '<https://u.example/1>' },
          },
        ],
        from: { email: 'news@example.com', name: 'Belvedere' },
        reply_to: { email: 'hello@example.com' },
        categories: ['journeys'],
        ip_pool_name: 'marketing',
        asm: { group_id: 7 },
        tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
      },
      { from: { email: 'brand@example.com', name: 'Brand' }, reply_to: { email: 'b@example.com' } },
    ]);
  });

  it('answers one result a message, in order, where part of a batch fails', async () => {
    const fake = await fakeSendgrid();
    const connector = await connectorFor(fake);
    const batch = [
      email(1),
      email(2, { to: fake.refusedAddress }),
      email(3, { to: 'no address' }),
      email(4, { headers: { 'x-sg-id': '1' } }),
      email(5, { from: { address: 'someone@elsewhere.example' } }),
      email(6),
    ];
    expect(await connector.sendBatch(batch, { signal })).toMatchObject([
      { status: 'sent' },
      { error: { class: 'rejected-recipient', code: 'sendgrid.address-invalid' } },
      { error: { class: 'rejected-recipient', code: 'sendgrid.address-invalid' } },
      { error: { class: 'permanent', code: 'sendgrid.refused' } },
      { error: { class: 'misconfigured', code: 'sendgrid.sender-refused' } },
      { status: 'sent' },
    ]);
  });

  it.each(ANSWERS)('takes %s for what it is', async (_, answer, error) => {
    const { result, http } = await answered(answer);
    expect(result).toMatchObject({ status: 'failed', error });
    expect(http.heard).toHaveLength(1);
  });

  it('does not know whether a message has left that is never answered', async () => {
    const fake = await fakeSendgrid();
    fake.behave('hang');
    const connector = await connectorFor(fake, { timeoutMs: 100 });
    expect(await connector.sendBatch([email(1)], { signal })).toMatchObject([
      { status: 'failed', error: { class: 'temporary', maybeSent: true, outage: true } },
    ]);
  });

  it('finds a key that may not send, and goes to Europe where it is told', async () => {
    const http = await HttpFake.start({ answer: () => ({ status: 200, body: { scopes: ['alerts.read'] } }) });
    stops.push(() => http.stop());
    const heard: string[] = [];
    const host = testHost();
    const asked = (url: string, call?: Parameters<typeof host.http.fetch>[1]) => {
      heard.push(url);
      return host.http.fetch(`${http.url}/v3/scopes`, call);
    };
    const config = {
      ...DEFAULTS,
      region: 'eu',
      apiKey: 'SG.a.b',
      from: { address: 'a@example.com' },
    } as const;
    const connector = await sendgrid.open(config, { ...host, http: { fetch: asked } });
    expect(await connector.verify?.({ signal })).toMatchObject({ status: 'down' });
    expect(heard).toEqual(['https://api.eu.sendgrid.com/v3/scopes']);
  });

  it('has a page that explains every error', () => {
    const codes = ANSWERS.flatMap(([, , error]) => ('code' in error ? String(error.code) : []));
    const more = ['sendgrid.sender-invalid', 'sendgrid.header-refused'];
    expect(unexplainedCodes('sendgrid', [...codes, ...more])).toEqual([]);
  });

  const contract = ProviderContract.open(CONTRACT);
  if (!contract) {
    it.todo(`speaks as described: ${CONTRACT} is not beside this clone`);
    return;
  }

  it('speaks as SendGrid describes, and so does its fake', async () => {
    const fake = await fakeSendgrid();
    const connector = await connectorFor(fake, { replyTo: 'r@example.com', categories: ['a'], ipPool: 'ab' });
    const wrong = await connectorFor(fake, fake.wrongConfig);
    await connector.sendBatch(
      [
        email(1, { headers: { 'List-Unsubscribe': '<https://u.example/1>' } }),
        email(2, { to: fake.refusedAddress }),
        email(3, { from: { address: 'someone@elsewhere.example' } }),
      ],
      { signal },
    );
    await wrong.sendBatch([email(4)], { signal });
    expect(fake.exchanges.map(({ answer }) => answer.status).sort()).toEqual([202, 400, 401, 403]);
    expect(fake.exchanges.flatMap((exchange) => contract.defectsOf(exchange))).toEqual([]);
  });
});
