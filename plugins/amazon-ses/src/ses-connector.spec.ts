import type { OutgoingMessage } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, sampleMessage, testHost } from '@parcours/sdk/testing';
import { unexplainedCodes } from '@parcours/testing';
import PostalMime from 'postal-mime';

import { awsError } from '../test/aws-gate.js';
import { FakeSes, rawIn } from '../test/fake-ses.js';
import plugin from './index.js';

const ses = plugin.connectors['amazon-ses'];
const DEFAULTS = { timeoutMs: 20_000, atOnce: 4 };
const { signal } = new AbortController();
const email = (n: number, changes: Partial<OutgoingMessage<'email'>> = {}) =>
  sampleMessage('email', n, changes) as OutgoingMessage<'email'>;

const misconfigured = (name: string) => ({ class: 'misconfigured', code: `amazon-ses.${name}` });
const permanent = (name: string) => ({ class: 'permanent', code: `amazon-ses.${name}` });
const throttled = (more: object = {}) => ({ class: 'throttled', code: 'amazon-ses.throttled', ...more });
const unreadable = { class: 'temporary', code: 'amazon-ses.unreadable-answer', maybeSent: true };
const unavailable = (outage: boolean) => ({ class: 'temporary', code: 'amazon-ses.unavailable', outage });

const ANSWERS: readonly (readonly [string, FakeAnswer, object])[] = [
  [
    'a revoked key',
    awsError(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.'),
    misconfigured('not-authorised'),
  ],
  [
    'a wrong secret',
    awsError(403, 'InvalidSignatureException', 'The request signature we calculated does not match.'),
    misconfigured('not-authorised'),
  ],
  [
    'a clock that is wrong',
    awsError(
      403,
      'InvalidSignatureException',
      'Signature expired: 20150830T123600Z is now earlier than 2015',
    ),
    misconfigured('clock-skew'),
  ],
  [
    'a session that is over',
    awsError(403, 'ExpiredTokenException', 'The security token included in the request is expired'),
    misconfigured('credentials-expired'),
  ],
  [
    'a policy without the permission',
    awsError(403, 'AccessDeniedException', 'User is not authorized to perform ses:SendEmail'),
    misconfigured('access-denied'),
  ],
  [
    'an account that is shut down',
    awsError(400, 'AccountSuspendedException', 'Suspended.'),
    misconfigured('account-suspended'),
  ],
  [
    'an account that is paused',
    awsError(400, 'SendingPausedException', 'Paused.'),
    misconfigured('sending-paused'),
  ],
  [
    'a return path of another domain',
    awsError(400, 'MailFromDomainNotVerifiedException', 'No.'),
    misconfigured('identity-not-verified'),
  ],
  [
    'an identity that is not verified',
    awsError(400, 'MessageRejected', 'Email address is not verified. The following identities failed'),
    misconfigured('identity-not-verified'),
  ],
  [
    'a message that is rejected',
    awsError(400, 'MessageRejected', 'Illegal content.'),
    permanent('message-rejected'),
  ],
  [
    'a configuration set that is not there',
    awsError(404, 'NotFoundException', 'Configuration set <x> does not exist.'),
    misconfigured('not-found'),
  ],
  ['another address', { status: 404, body: '<html>' }, misconfigured('no-endpoint')],
  [
    'a redirect to this machine',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    misconfigured('redirected'),
  ],
  [
    'a wrong recipient',
    awsError(400, 'BadRequestException', "Missing final '@domain'"),
    { class: 'rejected-recipient', code: 'amazon-ses.address-invalid' },
  ],
  [
    'too large a message',
    awsError(400, 'BadRequestException', 'Message length is more than 41943040 bytes long: 5.'),
    permanent('too-large'),
  ],
  ['too large a request', { status: 413 }, permanent('too-large')],
  ['a wrong message', awsError(400, 'BadRequestException', 'Duplicate header.'), permanent('refused')],
  [
    'a pace that is too fast',
    awsError(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
    throttled(),
  ],
  [
    'a pace that is too fast, told by its older name',
    {
      status: 400,
      body: { __type: 'com.amazon.coral.availability#ThrottlingException', message: 'Rate exceeded' },
    },
    throttled(),
  ],
  [
    'a pace without a name',
    { status: 429, headers: { 'retry-after': '2' } },
    throttled({ retryAfterMs: 2_000 }),
  ],
  [
    'a quota that is used up',
    awsError(429, 'TooManyRequestsException', 'Daily message quota exceeded.'),
    throttled({ retryAfterMs: 900_000 }),
  ],
  ['a limit', awsError(400, 'LimitExceededException', 'Limit.'), throttled()],
  ['a fault of its own', awsError(500, 'InternalFailure', 'Internal.'), unavailable(false)],
  ['being down', awsError(503, 'ServiceUnavailable', 'Down.'), unavailable(true)],
  ['success with an error in it', { status: 200, body: { message: 'No.' } }, unreadable],
  ['no JSON', { status: 200, body: '<html>' }, unreadable],
  [
    'a huge answer',
    { status: 200, body: `{"message":"${'x'.repeat(400_000)}","MessageId":"1"}` },
    unreadable,
  ],
];

describe('the Amazon SES connector (A7)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function opened(more: object = {}, host = testHost()) {
    const fake = await FakeSes.start();
    stops.push(() => fake.stop());
    return { fake, connector: await ses.open({ ...DEFAULTS, ...fake.config, ...more }, host) };
  }

  it('sends MIME, with our id as tag and header, senders and headers', async () => {
    const { fake, connector } = await opened({
      replyTo: 'hello@example.com',
      configurationSet: 'parcours',
      tags: { source: 'journeys' },
    });
    const content = { subject: 'Ça va, Zoë ? ☕', html: '<p>été</p>' };
    const headers = {
      'List-Unsubscribe': '<https://u.example/1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const results = await connector.sendBatch(
      [
        email(1, { id: '4711', headers, content }),
        email(2, { from: { name: 'Sœur "A", B', address: 'brand@example.com' } }),
      ],
      { signal },
    );
    expect(results).toEqual([
      { status: 'sent', providerId: '0100-1-000000' },
      { status: 'sent', providerId: '0100-2-000000' },
    ]);
    expect(fake.mails).toMatchObject([
      {
        Destination: { ToAddresses: ['reader1@example.com'] },
        ConfigurationSetName: 'parcours',
        EmailTags: [
          { Name: 'source', Value: 'journeys' },
          { Name: 'parcours_message', Value: '4711' },
        ],
      },
      {},
    ]);
    const [first, second] = await Promise.all(fake.mails.map((mail) => PostalMime.parse(rawIn(mail))));
    expect(first).toMatchObject({
      from: { name: 'Belvedere', address: 'news@example.com' },
      to: [{ address: 'reader1@example.com' }],
      replyTo: [{ address: 'hello@example.com' }],
      subject: content.subject,
      messageId: '<4711@example.com>',
    });
    expect([first?.html?.trim(), first?.text?.trim()]).toEqual(['<p>été</p>', 'été']);
    const told = Object.fromEntries((first?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(told).toMatchObject({
      'x-parcours-message': '4711',
      'list-unsubscribe': headers['List-Unsubscribe'],
      'list-unsubscribe-post': headers['List-Unsubscribe-Post'],
    });
    expect(second?.from).toEqual({ name: 'Sœur "A", B', address: 'brand@example.com' });
  });

  it('answers one result a message, in order, where part of a batch fails', async () => {
    const { fake, connector } = await opened();
    const batch = [
      email(1),
      email(2, { to: fake.refusedAddress }),
      email(3, { to: 'no address' }),
      email(4, { from: { address: 'someone@elsewhere.example' } }),
      email(5),
    ];
    expect(await connector.sendBatch(batch, { signal })).toMatchObject([
      { status: 'sent' },
      { error: { class: 'rejected-recipient', code: 'amazon-ses.address-invalid' } },
      { error: { class: 'rejected-recipient', code: 'amazon-ses.address-invalid' } },
      { error: misconfigured('identity-not-verified') },
      { status: 'sent' },
    ]);
  });

  it.each(ANSWERS)('takes %s for what it is', async (_, answer, error) => {
    const http = await HttpFake.start({ answer: () => answer });
    stops.push(() => http.stop());
    const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret', region: 'eu-west-1' };
    const config = { ...DEFAULTS, ...keys, apiUrl: http.url, from: { address: 'a@example.com' } };
    const connector = await ses.open(config, testHost());
    expect(await connector.sendBatch([email(1)], { signal })).toMatchObject([{ status: 'failed', error }]);
    expect(http.heard).toHaveLength(1);
  });

  it('waits for a person where the clock of this machine is wrong', async () => {
    const { connector } = await opened({}, testHost({ now: Date.now() - 3_600_000 }));
    expect(await connector.sendBatch([email(1)], { signal })).toMatchObject([
      { error: misconfigured('clock-skew') },
    ]);
    expect(await connector.verify?.({ signal })).toMatchObject({ status: 'down' });
  });

  it('does not know whether a message has left that is never answered', async () => {
    const { fake, connector } = await opened({ timeoutMs: 100 });
    fake.behave('hang');
    expect(await connector.sendBatch([email(1)], { signal })).toMatchObject([
      { status: 'failed', error: { class: 'temporary', maybeSent: true, outage: true } },
    ]);
  });

  it.each([
    [
      { SendingEnabled: false, ProductionAccessEnabled: true },
      { status: 'down', detail: 'Sending is paused.' },
    ],
    [
      { SendingEnabled: true, ProductionAccessEnabled: false },
      { status: 'up', detail: expect.stringContaining('sandbox') as string },
    ],
    [{ SendingEnabled: true, ProductionAccessEnabled: true }, { status: 'up' }],
  ])('says how an account of %j stands', async (body, health) => {
    const http = await HttpFake.start({ answer: () => ({ status: 200, body }) });
    stops.push(() => http.stop());
    const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret', region: 'eu-west-1' };
    const config = { ...DEFAULTS, ...keys, apiUrl: http.url, from: { address: 'a@example.com' } };
    const connector = await ses.open(config, testHost());
    expect(await connector.verify?.({ signal })).toEqual(health);
  });

  it.each([
    ['eu-west-1', 'https://email.eu-west-1.amazonaws.com/v2/email/account'],
    ['cn-north-1', 'https://email.cn-north-1.amazonaws.com.cn/v2/email/account'],
  ])('goes to %s', async (region, address) => {
    const heard: string[] = [];
    const fetch = (url: string) => {
      heard.push(url);
      return Promise.resolve({ status: 200, headers: {}, body: '{}' });
    };
    const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret', region };
    const config = { ...DEFAULTS, ...keys, from: { address: 'a@example.com' } };
    const connector = await ses.open(config, { ...testHost(), http: { fetch } });
    await connector.verify?.({ signal });
    expect(heard).toEqual([address]);
  });

  it('has a page that explains every error', () => {
    const codes = ANSWERS.flatMap(([, , error]) => ('code' in error ? String(error.code) : []));
    const more = ['amazon-ses.sender-invalid', 'amazon-ses.header-refused'];
    expect(unexplainedCodes('amazon-ses', [...codes, ...more])).toEqual([]);
  });
});
