import type { OutgoingMessage } from '@parcours/sdk';
import { type FakeAnswer, type HeardRequest, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';
import { ProviderContract, unexplainedCodes } from '@parcours/testing';

import { FakePostmark } from '../test/fake-postmark.js';
import plugin from './index.js';

const { postmark } = plugin.connectors;
const DEFAULTS = {
  messageStream: 'outbound',
  trackOpens: false,
  trackClicks: false,
  webhookUser: 'parcours',
  timeoutMs: 20_000,
} as const;
const CONTRACT = 'specs/postmark.swagger.json';
const { signal } = new AbortController();
const email = (n: number, changes: Partial<OutgoingMessage<'email'>> = {}) =>
  sampleMessage('email', n, changes) as OutgoingMessage<'email'>;

const said = (ErrorCode: number, Message = 'Words.') => ({ ErrorCode, Message });
const misconfigured = (name: string) => ({ class: 'misconfigured', code: `postmark.${name}` });
const permanent = (name: string) => ({ class: 'permanent', code: `postmark.${name}` });
const temporary = (name: string, more: object = {}) => ({
  class: 'temporary',
  code: `postmark.${name}`,
  ...more,
});
const rejected = (name: string) => ({ class: 'rejected-recipient', code: `postmark.${name}` });
const unreadable = temporary('unreadable-answer', { maybeSent: true });

/** Answers to a batch of one, and what is made of them. */
const ANSWERS: readonly (readonly [string, FakeAnswer, object])[] = [
  ['a revoked token', { status: 401, body: said(10) }, misconfigured('not-authorised')],
  ['another address', { status: 404, body: '' }, misconfigured('no-endpoint')],
  [
    'a redirect to this machine',
    { status: 307, headers: { location: 'http://127.0.0.1:1/' } },
    misconfigured('redirected'),
  ],
  ['too large a message', { status: 413 }, permanent('too-large')],
  ['a wrong request', { status: 422, body: said(402, 'Received invalid JSON input.') }, permanent('refused')],
  ['an account that is not approved', { status: 422, body: said(412) }, misconfigured('not-allowed')],
  ['too fast a pace', { status: 429 }, { class: 'throttled', code: 'postmark.throttled' }],
  [
    'too fast a pace, for how long',
    { status: 429, headers: { 'retry-after': '3' } },
    { class: 'throttled', retryAfterMs: 3_000 },
  ],
  ['a fault of its own', { status: 500, body: said(0, '') }, temporary('unavailable', { outage: false })],
  ['being down', { status: 503 }, temporary('unavailable', { outage: true })],
  ['success with an error in it', { status: 200, body: said(405) }, misconfigured('not-allowed')],
  ['no JSON', { status: 200, body: '<html>' }, unreadable],
  ['fewer results than messages', { status: 200, body: [] }, unreadable],
  ['a result that is none', { status: 200, body: ['OK'] }, unreadable],
  ['a huge answer', { status: 200, body: `[{"Message":"${'x'.repeat(2_000_000)}"}]` }, unreadable],
];

/** Error codes in the results of a batch, and what is made of them. */
const CODES: readonly (readonly [number, string, object])[] = [
  [10, '', misconfigured('not-authorised')],
  [100, 'Maintenance.', temporary('maintenance', { outage: true })],
  [300, "Invalid 'To' address: 'x'.", rejected('address-invalid')],
  [300, "Invalid 'From' address: 'x'.", misconfigured('sender-refused')],
  [300, 'Provide either email TextBody or HtmlBody or both.', permanent('refused')],
  [400, 'Sender signature not found.', misconfigured('sender-refused')],
  [401, 'Sender signature not confirmed.', misconfigured('sender-refused')],
  [405, 'Not allowed to send.', misconfigured('not-allowed')],
  [406, 'Inactive recipient.', rejected('inactive-recipient')],
  [409, 'JSON required.', permanent('refused')],
  [411, 'Forbidden attachment type.', permanent('refused')],
  [412, 'Account is pending.', misconfigured('not-allowed')],
  [413, 'Account may not send.', misconfigured('not-allowed')],
  [429, 'Rate limit exceeded.', { class: 'throttled', code: 'postmark.throttled' }],
  [1_235, "The 'MessageStream' provided does not exist on this server.", misconfigured('stream-refused')],
];

describe('the Postmark connector (A7)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function opened(more: object = {}) {
    const fake = await FakePostmark.start();
    stops.push(() => fake.stop());
    return { fake, connector: await postmark.open({ ...DEFAULTS, ...fake.config, ...more }, testHost()) };
  }

  async function answering(answer: (request: HeardRequest) => FakeAnswer) {
    const http = await HttpFake.start({ answer });
    stops.push(() => http.stop());
    const from = { address: 'a@example.com' };
    const config = { ...DEFAULTS, serverToken: 'token', apiUrl: http.url, from };
    return { http, connector: await postmark.open(config, testHost()) };
  }

  it('sends a batch in one request, with our ids, the stream, senders and headers', async () => {
    const { fake, connector } = await opened({
      replyTo: 'hello@example.com',
      messageStream: 'broadcast',
      tag: 'journeys',
    });
    const results = await connector.sendBatch(
      [
        email(1, { headers: { 'List-Unsubscribe': '<https://u.example/1>' } }),
        email(2, { from: { name: 'A "B", C', address: 'brand@example.com' } }),
      ],
      { signal },
    );
    expect(results).toEqual([
      { status: 'sent', providerId: 'pm-1' },
      { status: 'sent', providerId: 'pm-2' },
    ]);
    expect(fake.exchanges).toHaveLength(1);
    expect(fake.mails).toMatchObject([
      {
        From: '"Belvedere" <news@example.com>',
        To: 'reader1@example.com',
        ReplyTo: 'hello@example.com',
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://u.example/1>' }],
        MessageStream: 'broadcast',
        Metadata: { parcours_message: 'm-1' },
        TrackOpens: false,
        TrackLinks: 'None',
        Tag: 'journeys',
      },
      { From: '"A \\"B\\", C" <brand@example.com>', Metadata: { parcours_message: 'm-2' } },
    ]);
  });

  it('answers one result a message, in order, though the status of all is 200', async () => {
    const { fake, connector } = await opened();
    const batch = [
      email(1),
      email(2, { to: fake.refusedAddress }),
      email(3, { to: 'no address' }),
      email(4, { from: { address: 'someone@elsewhere.example' } }),
      email(5, { to: 'nobody..here@example.org' }),
      email(6),
    ];
    expect(await connector.sendBatch(batch, { signal })).toMatchObject([
      { status: 'sent', providerId: 'pm-1' },
      { error: rejected('inactive-recipient') },
      { error: rejected('address-invalid') },
      { error: misconfigured('sender-refused') },
      { error: rejected('address-invalid') },
      { status: 'sent', providerId: 'pm-2' },
    ]);
  });

  it('sends in several requests what is too large for one', async () => {
    const sizes: number[] = [];
    const { connector } = await answering(({ body }) => {
      const mails = JSON.parse(body) as object[];
      sizes.push(mails.length);
      return { status: 200, body: mails.map(() => ({ ...said(0, 'OK'), MessageID: 'x' })) };
    });
    const large = { subject: 'Hi', html: 'x'.repeat(15_000_000), text: 'x' };
    const results = await connector.sendBatch(
      [1, 2, 3].map((n) => email(n, { content: large })),
      { signal },
    );
    expect(results.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    expect(sizes).toEqual([2, 1]);
  });

  it('sends each alone where a batch is refused as a whole', async () => {
    const { connector, http } = await answering(({ body }) => {
      const mails = JSON.parse(body) as { To: string }[];
      if (mails.some(({ To }) => To.startsWith('reader2@')))
        return { status: 422, body: said(403, 'Incompatible.') };
      return { status: 200, body: mails.map(() => ({ ...said(0, 'OK'), MessageID: 'x' })) };
    });
    expect(await connector.sendBatch([email(1), email(2), email(3)], { signal })).toMatchObject([
      { status: 'sent' },
      { error: permanent('refused') },
      { status: 'sent' },
    ]);
    expect(http.heard).toHaveLength(4);
  });

  it.each(ANSWERS)('takes %s for what it is', async (_, answer, error) => {
    const { connector, http } = await answering(() => answer);
    expect(await connector.sendBatch([email(1)], { signal })).toMatchObject([{ status: 'failed', error }]);
    expect(http.heard).toHaveLength(1);
  });

  it.each(CODES)('takes the code %d (%s) of one result for what it is', async (code, words, error) => {
    const { connector } = await answering(() => ({
      status: 200,
      body: [{ ...said(0, 'OK'), MessageID: 'x' }, said(code, words)],
    }));
    expect(await connector.sendBatch([email(1), email(2)], { signal })).toMatchObject([
      { status: 'sent', providerId: 'x' },
      { status: 'failed', error },
    ]);
  });

  it('does not know whether a batch has left that is never answered', async () => {
    const { fake, connector } = await opened({ timeoutMs: 100 });
    fake.behave('hang');
    const failed = { status: 'failed', error: { class: 'temporary', maybeSent: true, outage: true } };
    expect(await connector.sendBatch([email(1), email(2)], { signal })).toMatchObject([failed, failed]);
  });

  it('has a page that explains every error', () => {
    const codes = [...ANSWERS, ...CODES].flatMap(([, , error]) =>
      'code' in error ? String(error.code) : [],
    );
    const more = ['postmark.sender-invalid', 'postmark.header-refused'];
    expect(unexplainedCodes('postmark', [...codes, ...more])).toEqual([]);
  });

  const contract = ProviderContract.open(CONTRACT);
  if (!contract) {
    it.todo(`speaks as described: ${CONTRACT} is not beside this clone`);
    return;
  }

  it('speaks as Postmark describes, and so does its fake', async () => {
    const { fake, connector } = await opened({ replyTo: 'r@example.com', tag: 'a' });
    const wrong = await postmark.open({ ...DEFAULTS, ...fake.config, serverToken: 'wrong' }, testHost());
    await connector.verify?.({ signal });
    await connector.sendBatch(
      [email(1, { headers: { 'X-A': '1' } }), email(2, { to: fake.refusedAddress })],
      { signal },
    );
    await wrong.sendBatch([email(4)], { signal });
    expect(fake.exchanges.map(({ answer }) => answer.status)).toEqual([200, 200, 401]);
    expect(fake.exchanges.flatMap((exchange) => contract.defectsOf(exchange))).toEqual([]);
  });
});
