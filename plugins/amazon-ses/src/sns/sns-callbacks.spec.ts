import type { CallbackRequest, CallbackResult } from '@parcours/sdk';
import { type TestHost, testHost } from '@parcours/sdk/testing';

import { FakeSns, postedBySns, SNS, TOPIC } from '../../test/fake-sns.js';
import { snsCallbacks } from './sns-callbacks.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const AT = '2026-11-22T11:59:00.000Z';
const MINUTE_MS = 60_000;
const { signal } = new AbortController();
const mail = {
  timestamp: '2026-11-22T11:58:00.000Z',
  messageId: '0100-1-000000',
  destination: ['ada@example.org'],
  tags: { parcours_message: ['4711'], 'ses:configuration-set': ['parcours'] },
};
const told = { messageId: '4711', providerId: '0100-1-000000' };
const recipient = { emailAddress: 'ada@example.org', action: 'failed' };
const bounce = (bounceType: string, bounceSubType: string, more: object = {}) => ({
  eventType: 'Bounce',
  mail,
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ ...recipient, ...more }], timestamp: AT },
});

describe('what Amazon SNS posts of Amazon SES (A7)', () => {
  let sns: FakeSns;
  let host: TestHost;
  let parse: (request: CallbackRequest) => Promise<CallbackResult>;
  beforeAll(async () => {
    sns = await FakeSns.start(NOW);
  });
  afterAll(() => sns.stop());
  beforeEach(() => {
    sns.answerWith();
    host = testHost({ now: NOW });
    const callbacks = snsCallbacks(TOPIC, { ...host, http: sns.clientOf(host.http) });
    parse = async (request) => callbacks.parse(request, { signal });
  });

  const reactions = async (event: unknown) => {
    const result = await parse(sns.notification(event, { at: NOW }));
    return result.status === 'accepted' ? result.reactions : result;
  };

  it.each([
    ['Permanent', 'General', 'hard'],
    ['Permanent', 'NoEmail', 'hard'],
    ['Permanent', 'Suppressed', 'hard'],
    ['Permanent', 'OnAccountSuppressionList', 'hard'],
    ['Transient', 'General', 'soft'],
    ['Transient', 'MailboxFull', 'soft'],
    ['Transient', 'MessageTooLarge', 'soft'],
    ['Transient', 'CustomTimeoutExceeded', 'soft'],
    ['Transient', 'ContentRejected', 'policy'],
    ['Transient', 'AttachmentRejected', 'policy'],
    ['Undetermined', 'Undetermined', 'soft'],
  ])('reads a bounce, %s and %s, as %s', async (type, subtype, kind) => {
    expect(await reactions(bounce(type, subtype))).toMatchObject([
      {
        ...told,
        kind: 'bounced',
        bounce: kind,
        address: 'ada@example.org',
        code: `${type}/${subtype}`,
        at: Date.parse(AT),
      },
    ]);
  });

  it.each([
    [
      bounce('Permanent', 'General', { status: '5.1.1', diagnosticCode: 'smtp; 550' }),
      { kind: 'bounced', bounce: 'hard', code: '5.1.1', detail: 'smtp; 550' },
    ],
    [
      bounce('Permanent', 'General', { status: '5.7.1' }),
      { kind: 'bounced', bounce: 'policy', code: '5.7.1' },
    ],
    [bounce('Permanent', 'UnsubscribedRecipient'), { kind: 'unsubscribed', address: 'ada@example.org' }],
    [
      {
        eventType: 'Complaint',
        mail,
        complaint: { complainedRecipients: [recipient], complaintFeedbackType: 'abuse', timestamp: AT },
      },
      { kind: 'complained', address: 'ada@example.org', code: 'abuse' },
    ],
    [
      {
        eventType: 'Delivery',
        mail,
        delivery: { recipients: ['ada@example.org'], smtpResponse: '250 ok', timestamp: AT },
      },
      { kind: 'delivered', address: 'ada@example.org', detail: '250 ok', at: Date.parse(AT) },
    ],
    [
      { eventType: 'Open', mail, open: { timestamp: AT, userAgent: 'x' } },
      { kind: 'opened', at: Date.parse(AT) },
    ],
    [
      { eventType: 'Click', mail, click: { timestamp: AT, link: 'https://a.example' } },
      { kind: 'clicked', link: 'https://a.example' },
    ],
    [
      { eventType: 'Reject', mail, reject: { reason: 'Bad content' } },
      { kind: 'bounced', bounce: 'policy', detail: 'Bad content' },
    ],
    [
      { eventType: 'Rendering Failure', mail, failure: { errorMessage: 'No value.' } },
      { kind: 'bounced', bounce: 'soft', code: 'rendering-failure' },
    ],
    [
      {
        eventType: 'Subscription',
        mail,
        subscription: { newTopicPreferences: { unsubscribeAll: true }, timestamp: AT },
      },
      { kind: 'unsubscribed' },
    ],
  ])('reads %j', async (event, reaction) => {
    expect(await reactions(event)).toMatchObject([{ ...told, ...reaction }]);
  });

  it('knows a message of an identity by the header that it was sent with', async () => {
    const { tags: _, ...bare } = mail;
    const headers = [{ name: 'X-Parcours-Message', value: '4712' }];
    const { bounce: what } = bounce('Permanent', 'General');
    const event = { notificationType: 'Bounce', mail: { ...bare, headers }, bounce: what };
    expect(await reactions(event)).toMatchObject([{ kind: 'bounced', messageId: '4712' }]);
  });

  it('knows a message of an identity by the id of SES where it tells no header', async () => {
    const { tags: _, ...bare } = mail;
    const event = { notificationType: 'Delivery', mail: bare, delivery: { recipients: ['ada@example.org'] } };
    expect(await reactions(event)).toMatchObject([{ kind: 'delivered', providerId: '0100-1-000000' }]);
  });

  it.each([
    { eventType: 'Send', mail },
    { eventType: 'DeliveryDelay', mail },
    { eventType: 'toString', mail },
    {
      eventType: 'Complaint',
      mail,
      complaint: { complainedRecipients: [recipient], complaintFeedbackType: 'not-spam' },
    },
    { eventType: 'Subscription', mail, subscription: { newTopicPreferences: { unsubscribeAll: false } } },
    { eventType: 'Open', mail: { ...mail, tags: {} } },
    'Successfully validated SNS topic for Amazon SES event publishing.',
  ])('makes nothing of %j', async (event) => {
    expect(await reactions(event)).toEqual([]);
  });

  it('knows signatures of both versions, and fetches their certificate once', async () => {
    const before = sns.heard.length;
    for (const version of ['1', '2', '1'] as const) {
      const result = await parse(sns.notification({ eventType: 'Open', mail }, { at: NOW, version }));
      expect(result).toMatchObject({ status: 'accepted', reactions: [{ kind: 'opened' }] });
    }
    expect(sns.heard.slice(before)).toEqual(['/SimpleNotificationService-0123456789abcdef.pem']);
  });

  it('knows a message that comes again', async () => {
    const request = sns.notification({ eventType: 'Open', mail }, { at: NOW });
    const [first, again] = [await parse(request), await parse(request)];
    expect(first).toEqual(again);
    expect(first.status === 'accepted' && first.id === first.reactions?.[0]?.id).toBe(true);
  });

  it.each([
    [-60, 'accepted'],
    [-66, 'bad-signature'],
    [4, 'accepted'],
    [6, 'bad-signature'],
  ])('takes what was published %d minutes from now as %s', async (minutes, status) => {
    expect(await parse(sns.notification('x', { at: NOW + minutes * MINUTE_MS }))).toMatchObject({ status });
  });

  it.each([
    ['of another topic', { TopicArn: 'arn:aws:sns:eu-west-1:999999999999:parcours' }],
    [
      'signed by another server',
      { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.evil.example/x.pem' },
    ],
    ['signed by the SNS of another region', { SigningCertURL: 'https://sns.us-east-1.amazonaws.com/x.pem' }],
    ['signed without encryption', { SigningCertURL: 'http://sns.eu-west-1.amazonaws.com/x.pem' }],
    ['signed at another port', { SigningCertURL: `${SNS}:8443/x.pem` }],
    ['signed by what is no certificate', { SigningCertURL: `${SNS}/?Action=Subscribe` }],
    ['with credentials in an address', { SigningCertURL: 'https://a:b@sns.eu-west-1.amazonaws.com/x.pem' }],
    ['with an address that is none', { SigningCertURL: 'x.pem' }],
    ['of a version that is not known', { SignatureVersion: '3' }],
    ['without a time', { Timestamp: 'yesterday' }],
    ['whose signature is another', { Signature: Buffer.from('x').toString('base64') }],
  ])('refuses what is %s, and asks nobody for it', async (_, changes) => {
    const before = sns.heard.filter((path) => !path.endsWith('abcdef.pem')).length;
    expect(await parse(sns.notification('x', { at: NOW, changes }))).toEqual({ status: 'bad-signature' });
    expect(sns.heard.filter((path) => !path.endsWith('abcdef.pem'))).toHaveLength(before);
  });

  it('refuses what was changed on its way', async () => {
    const { rawBody, ...request } = sns.notification({ eventType: 'Open', mail }, { at: NOW });
    const message = JSON.parse(Buffer.from(rawBody).toString()) as Record<string, string>;
    const changed = [
      { ...message, Message: JSON.stringify({ eventType: 'Click', mail }) },
      { ...message, Subject: undefined },
      { ...message, MessageId: 'other' },
      { ...message, Type: 'UnsubscribeConfirmation' },
    ].map((each) => ({ ...request, rawBody: Buffer.from(JSON.stringify(each)) }));
    expect(await Promise.all(changed.map(parse))).toEqual(changed.map(() => ({ status: 'bad-signature' })));
  });

  it.each(['', '[]', '{"Type":"Notification"}', '{"eventType":"Bounce"}', '<html>'])(
    'cannot read %j',
    async (body) => {
      expect(await parse(postedBySns(body))).toMatchObject({ status: 'malformed' });
    },
  );

  it('refuses a certificate that is over, or none', async () => {
    host.clock.advance(25 * 60 * MINUTE_MS);
    const late = sns.notification('x', { at: host.clock.now() });
    expect(await parse(late)).toEqual({ status: 'bad-signature' });
    sns.answerWith({ status: 200, body: '<html>' });
    expect(await parse(late)).toEqual({ status: 'bad-signature' });
  });

  it('has SNS send again what cannot be verified at the moment', async () => {
    const request = sns.notification({ eventType: 'Open', mail }, { at: NOW });
    sns.answerWith({ status: 503 });
    await expect(parse(request)).rejects.toMatchObject({ name: 'HttpFailure' });
    sns.answerWith();
    expect(await parse(request)).toMatchObject({ status: 'accepted', reactions: [{ kind: 'opened' }] });
  });

  describe('to confirm its subscription', () => {
    it('is asked at the address that it has signed', async () => {
      const before = sns.heard.length;
      expect(await parse(sns.confirmation({ at: NOW }))).toMatchObject({ status: 'accepted' });
      expect(sns.heard.slice(before).at(-1)).toBe(
        `/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=a-token-of-tests`,
      );
    });

    it('is asked at no other address, whoever has signed it', async () => {
      const elsewhere = [
        'https://evil.example/',
        'http://169.254.169.254/',
        'https://sns.us-east-1.amazonaws.com/',
      ];
      for (const SubscribeURL of elsewhere) {
        const request = sns.confirmation({ at: NOW, changes: { SubscribeURL } });
        expect(await parse(request)).toEqual({ status: 'bad-signature' });
      }
    });

    it('asks again where the confirmation was not taken', async () => {
      await parse(sns.notification('x', { at: NOW }));
      sns.answerWith({ status: 500 });
      await expect(parse(sns.confirmation({ at: NOW }))).rejects.toMatchObject({ name: 'HttpFailure' });
    });

    it('is told, and nothing else, when it ends', async () => {
      await parse(sns.notification('x', { at: NOW }));
      const before = sns.heard.length;
      const ended = sns.confirmation({ at: NOW }, 'UnsubscribeConfirmation');
      expect(await parse(ended)).toMatchObject({ status: 'accepted' });
      expect(sns.heard).toHaveLength(before);
      expect(host.logged).toMatchObject([{ level: 'warn' }]);
    });
  });
});
