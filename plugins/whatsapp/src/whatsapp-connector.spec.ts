import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';

import { FakeWhatsapp, REFUSED, refusal } from '../test/fake-whatsapp.js';
import plugin from './index.js';

const { whatsapp } = plugin.connectors;
const DEFAULTS = { timeoutMs: 1_000, atOnce: 4, apiVersion: 'v23.0', previewLinks: false };
const { signal } = new AbortController();
const said = (text: string, n = 1) => sampleMessage('chat', n, { content: { text } });

describe('the WhatsApp connector (A7, D3)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function connected(config: object = {}) {
    const fake = await FakeWhatsapp.start();
    stops.push(() => fake.stop());
    const connector = await whatsapp.open({ ...DEFAULTS, ...fake.config, ...config }, testHost({ now: 0 }));
    const bodies = () => fake.http.heard.map(({ body }) => JSON.parse(body) as unknown);
    return { fake, connector, bodies };
  }

  /** What a message comes to when the Graph API answers so, whatever comes. */
  async function resultOf(answer: FakeAnswer) {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const { connector } = await connected({ apiUrl: http.url });
    const [result] = await connector.sendBatch([said('Hello')], { signal });
    expect(http.heard).toHaveLength(1);
    return result;
  }

  it('sends a text as it is, with our id of it', async () => {
    const { connector, bodies, fake } = await connected({ previewLinks: true });
    const [result] = await connector.sendBatch([said('Good morning\nhttps://example.com')], { signal });
    expect(result).toEqual({ status: 'sent', providerId: expect.stringMatching(/^wamid\./) });
    expect(fake.http.heard[0]?.path).toBe('/v23.0/106540352242922/messages');
    expect(bodies()).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '447700900001',
        biz_opaque_callback_data: 'm-1',
        type: 'text',
        text: { body: 'Good morning\nhttps://example.com', preview_url: true },
      },
    ]);
    expect(connector.callbacks).toBeUndefined();
  });

  const template = (name: string, code: string, ...values: string[]) => ({
    type: 'template',
    template: {
      name,
      language: { code },
      ...(values.length > 0 && {
        components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }],
      }),
    },
  });

  it.each([
    [
      'a first line that names it',
      {},
      '[[template order_ready en_GB]]\nAda\n 17:30 ',
      template('order_ready', 'en_GB', 'Ada', '17:30'),
    ],
    [
      'a first line, and nothing else',
      {},
      '[[template hello_world en_US]]',
      template('hello_world', 'en_US'),
    ],
    [
      'lines of another system',
      {},
      '[[template order_ready en_GB]]\r\nAda\r\n\r\n17:30',
      template('order_ready', 'en_GB', 'Ada', '17:30'),
    ],
    [
      'the settings',
      { template: { name: 'notice', language: 'fr' } },
      'Bonjour\nAda,\t     à bientôt',
      template('notice', 'fr', 'Bonjour Ada, à bientôt'),
    ],
    [
      'a first line before the settings',
      { template: { name: 'notice', language: 'fr' } },
      '[[template hello_world en_US]]',
      template('hello_world', 'en_US'),
    ],
  ])('sends a template by %s', async (_, config, text, expected) => {
    const { connector, bodies } = await connected(config);
    expect(await connector.sendBatch([said(text)], { signal })).toMatchObject([{ status: 'sent' }]);
    expect(bodies()).toMatchObject([expected]);
  });

  it.each([
    ['[[template order_ready]]\nAda', 'whatsapp.template-malformed'],
    ['[[template Order en_GB]]', 'whatsapp.template-malformed'],
    ['[[template unknown en_GB]]', 'whatsapp.template-unknown'],
    ['[[template order_ready fr]]\na\nb', 'whatsapp.template-unknown'],
    ['[[template order_ready en_GB]]\nAda', 'whatsapp.template-mismatch'],
    ['a'.repeat(4_097), 'whatsapp.invalid'],
  ])('refuses for good what starts with %j', async (text, code) => {
    const { connector } = await connected();
    const [result] = await connector.sendBatch([said(text)], { signal });
    expect(result).toMatchObject({ status: 'failed', error: { class: 'permanent', code } });
  });

  it('gives one result a message in their order, whatever becomes of single ones', async () => {
    const { connector } = await connected();
    const numbers = ['447700900001', ...Object.keys(REFUSED).sort(), '447700900002', 'ada'];
    const batch = numbers.map((to, n) => sampleMessage('chat', n, { to }));
    const results = await connector.sendBatch(batch, { signal });
    expect(
      results.map((each) => (each.status === 'sent' ? 'sent' : `${each.error.class} ${each.error.code}`)),
    ).toEqual([
      'sent',
      'permanent whatsapp.invalid',
      'permanent whatsapp.undeliverable',
      'permanent whatsapp.window-closed',
      'permanent whatsapp.not-delivered',
      'permanent whatsapp.opted-out',
      'temporary whatsapp.too-often',
      'sent',
      'permanent whatsapp.invalid',
    ]);
  });

  it.each<[string, FakeAnswer, object]>([
    [
      'an expired token',
      refusal(401, 190, 'expired'),
      { class: 'misconfigured', code: 'whatsapp.not-authorised' },
    ],
    [
      'an app that cannot be verified',
      refusal(401, 0, 'AuthException'),
      { class: 'misconfigured', code: 'whatsapp.not-authorised' },
    ],
    [
      'a permission that is missing',
      refusal(403, 200, 'permission'),
      { class: 'misconfigured', code: 'whatsapp.not-authorised' },
    ],
    [
      'a number that is none',
      refusal(400, 100, 'no object', { error_subcode: 33 }),
      { class: 'misconfigured', code: 'whatsapp.no-number' },
    ],
    [
      'a number that is not registered',
      refusal(400, 133010, 'not registered'),
      { class: 'misconfigured', code: 'whatsapp.no-number' },
    ],
    ['a debt', refusal(400, 131042, 'payment'), { class: 'misconfigured', code: 'whatsapp.no-payment' }],
    [
      'an account that is locked',
      refusal(403, 131031, 'locked'),
      { class: 'misconfigured', code: 'whatsapp.restricted' },
    ],
    [
      'an account that is restricted',
      refusal(403, 368, 'policy'),
      { class: 'misconfigured', code: 'whatsapp.restricted' },
    ],
    [
      'a country that is off',
      refusal(403, 130497, 'country'),
      { class: 'permanent', code: 'whatsapp.country-off' },
    ],
    [
      'a template that is too long',
      refusal(400, 132005, 'too long'),
      { class: 'permanent', code: 'whatsapp.template-too-long' },
    ],
    [
      'a template that is refused',
      refusal(400, 132007, 'policy'),
      { class: 'permanent', code: 'whatsapp.template-refused' },
    ],
    [
      'a parameter of another form',
      refusal(400, 132012, 'format'),
      { class: 'permanent', code: 'whatsapp.template-mismatch' },
    ],
    [
      'a template that is paused',
      refusal(400, 132015, 'paused'),
      { class: 'temporary', code: 'whatsapp.template-paused' },
    ],
    [
      'a template that is off',
      refusal(400, 132016, 'off'),
      { class: 'permanent', code: 'whatsapp.template-off' },
    ],
    [
      'the rate of the number',
      refusal(400, 130429, 'rate'),
      { class: 'throttled', code: 'whatsapp.throttled' },
    ],
    [
      'the rate of the app',
      { ...refusal(400, 4, 'rate'), headers: { 'retry-after': '3' } },
      { class: 'throttled', code: 'whatsapp.throttled' },
    ],
    [
      'the rate of the account',
      refusal(400, 80007, 'rate'),
      { class: 'throttled', code: 'whatsapp.throttled' },
    ],
    [
      'too many reports of spam',
      refusal(400, 131048, 'spam'),
      { class: 'throttled', code: 'whatsapp.throttled' },
    ],
    [
      'a pair that writes too often',
      refusal(400, 131056, 'pair'),
      { class: 'temporary', code: 'whatsapp.too-often', retryAfterMs: 6_000 },
    ],
    ['429 alone', { status: 429 }, { class: 'throttled', code: 'whatsapp.throttled' }],
    [
      '429 with a time',
      { status: 429, headers: { 'retry-after': '3' } },
      { class: 'throttled', retryAfterMs: 3_000 },
    ],
    [
      'an internal error',
      refusal(500, 131000, 'went wrong'),
      { class: 'temporary', code: 'whatsapp.unavailable', outage: false },
    ],
    [
      'maintenance',
      refusal(500, 131057, 'maintenance'),
      { class: 'temporary', code: 'whatsapp.unavailable' },
    ],
    [
      'an outage',
      { status: 503, body: '<html>' },
      { class: 'temporary', code: 'whatsapp.unavailable', outage: true },
    ],
    [
      'a number that nobody knows',
      refusal(400, 199_999, 'new'),
      { class: 'permanent', code: 'whatsapp.refused', detail: '199999: (#199999) new' },
    ],
    [
      'more words',
      refusal(400, 131009, 'value', { error_data: { details: 'too old' } }),
      { class: 'permanent', detail: '131009: too old' },
    ],
    [
      'a redirect to a private address',
      { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      { class: 'misconfigured', code: 'whatsapp.redirected' },
    ],
    [
      'a success that is a failure',
      { ...refusal(200, 131047, 'window'), status: 200 },
      { class: 'permanent', code: 'whatsapp.window-closed' },
    ],
    [
      'a success that is no JSON',
      { status: 200, body: '<html>' },
      { class: 'temporary', code: 'whatsapp.unreadable', maybeSent: true },
    ],
    [
      'a success without an id',
      { status: 200, body: { messages: [{}] } },
      { class: 'temporary', code: 'whatsapp.unreadable', maybeSent: true },
    ],
    [
      'a success without an end',
      { status: 200, body: `{"messages":[{"id":"${'x'.repeat(100_000)}"}]}` },
      { class: 'temporary', code: 'whatsapp.unreadable' },
    ],
  ])('takes %s for what it is', async (_, answer, error) => {
    expect(await resultOf(answer)).toMatchObject({ status: 'failed', error });
  });

  it('does not know whether a message was taken where there was no answer', async () => {
    const { fake, connector } = await connected({ timeoutMs: 100 });
    fake.behave('hang');
    const [result] = await connector.sendBatch([said('Hello')], { signal });
    const error = { class: 'temporary', code: 'outgoing.timeout', maybeSent: true, outage: true };
    expect(result).toEqual({ status: 'failed', error: expect.objectContaining(error) });
  });
});
