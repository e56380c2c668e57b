import { readFileSync } from 'node:fs';

import type { CallbackRequest, CallbackResult } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';
import { contractFile } from '@parcours/testing';

import { FakePostmark } from '../test/fake-postmark.js';
import plugin from './index.js';

const SUPPLEMENT = 'specs/postmark-supplement.json';
const { signal } = new AbortController();
const AT = '2026-11-22T12:00:00Z';
const about = { MessageID: 'pm-1', MessageStream: 'outbound', Metadata: { parcours_message: '4711' } };
const told = { messageId: '4711', providerId: 'pm-1', address: 'ada@example.org', at: Date.parse(AT) };
const bounce = { RecordType: 'Bounce', ID: 77, Email: 'ada@example.org', BouncedAt: AT };

/** What becomes of each type of bounce; `undefined` is nothing. */
const BOUNCES = {
  HardBounce: [1, 'hard'],
  Transient: [2, undefined],
  Unsubscribe: [16, 'unsubscribed'],
  Subscribe: [32, undefined],
  AutoResponder: [64, undefined],
  AddressChange: [128, 'soft'],
  DnsError: [256, 'soft'],
  SpamNotification: [512, 'policy'],
  OpenRelayTest: [1_024, undefined],
  Unknown: [2_048, 'soft'],
  SoftBounce: [4_096, 'soft'],
  VirusNotification: [8_192, 'policy'],
  ChallengeVerification: [16_384, 'soft'],
  BadEmailAddress: [100_000, 'hard'],
  SpamComplaint: [100_001, 'complained'],
  ManuallyDeactivated: [100_002, 'hard'],
  Unconfirmed: [100_003, 'soft'],
  Blocked: [100_006, 'policy'],
  SMTPApiError: [100_007, 'soft'],
  InboundError: [100_008, undefined],
  DMARCPolicy: [100_009, 'policy'],
  TemplateRenderingFailed: [100_010, 'soft'],
} as const;

describe('the webhooks of Postmark (A7)', () => {
  let fake: FakePostmark;
  beforeAll(async () => {
    fake = await FakePostmark.start();
  });
  afterAll(() => fake.stop());

  async function parse(request: CallbackRequest): Promise<CallbackResult | undefined> {
    const defaults = { messageStream: 'outbound', trackOpens: false, trackClicks: false, timeoutMs: 1_000 };
    const connector = await plugin.connectors.postmark.open({ ...defaults, ...fake.config }, testHost());
    return connector.callbacks?.parse(request, { signal });
  }
  const posted = (event: object) => parse(fake.event(JSON.stringify({ ...about, ...event })));

  it.each([
    [
      { RecordType: 'Delivery', Recipient: 'ada@example.org', DeliveredAt: AT, Details: 'Test' },
      { kind: 'delivered', detail: 'Test' },
    ],
    [{ RecordType: 'Open', Recipient: 'ada@example.org', ReceivedAt: AT }, { kind: 'opened' }],
    [
      {
        RecordType: 'Click',
        Recipient: 'ada@example.org',
        ReceivedAt: AT,
        OriginalLink: 'https://a.example',
      },
      { kind: 'clicked', link: 'https://a.example' },
    ],
    [
      { ...bounce, RecordType: 'SpamComplaint', Type: 'SpamComplaint', TypeCode: 100_001 },
      { kind: 'complained', id: 'SpamComplaint-77' },
    ],
    [
      { ...bounce, Type: 'HardBounce', TypeCode: 1, Details: 'smtp;550 unknown' },
      { kind: 'bounced', bounce: 'hard', id: 'Bounce-77', code: 'HardBounce', detail: 'smtp;550 unknown' },
    ],
    [
      {
        RecordType: 'SubscriptionChange',
        Recipient: 'ada@example.org',
        ChangedAt: AT,
        SuppressSending: true,
        SuppressionReason: 'ManualSuppression',
      },
      { kind: 'unsubscribed', code: 'ManualSuppression' },
    ],
    [
      {
        RecordType: 'SubscriptionChange',
        Recipient: 'ada@example.org',
        ChangedAt: AT,
        SuppressSending: true,
        SuppressionReason: 'HardBounce',
      },
      { kind: 'bounced', bounce: 'hard' },
    ],
    [
      {
        RecordType: 'SubscriptionChange',
        Recipient: 'ada@example.org',
        ChangedAt: AT,
        SuppressSending: true,
        SuppressionReason: 'SpamComplaint',
      },
      { kind: 'complained' },
    ],
  ])('reads %j', async (event, reaction) => {
    expect(await posted(event)).toMatchObject({ status: 'accepted', reactions: [{ ...told, ...reaction }] });
  });

  it.each(Object.entries(BOUNCES))('reads a bounce of the type %s', async (Type, [TypeCode, meaning]) => {
    const result = await posted({ ...bounce, Type, TypeCode });
    const [reaction] = (result?.status === 'accepted' && result.reactions) || [];
    expect(reaction?.bounce ?? reaction?.kind).toBe(meaning);
  });

  it('takes a type of bounce that is new for a soft one', async () => {
    expect(await posted({ ...bounce, Type: 'Later', TypeCode: 100_011 })).toMatchObject({
      reactions: [{ kind: 'bounced', bounce: 'soft', code: 'Later' }],
    });
  });

  it('makes nothing of a suppression that ends, of new records, and of what others have sent', async () => {
    const nothing = { status: 'accepted', reactions: [] };
    expect(await posted({ RecordType: 'SubscriptionChange', SuppressSending: false })).toMatchObject(nothing);
    expect(await posted({ RecordType: 'toString' })).toMatchObject(nothing);
    expect(await posted({ RecordType: 'Open', Metadata: {} })).toMatchObject(nothing);
  });

  it('knows a webhook that comes again', async () => {
    const [first, again, other] = [
      await posted({ RecordType: 'Open', ReceivedAt: AT }),
      await posted({ RecordType: 'Open', ReceivedAt: AT }),
      await posted({ RecordType: 'Open', ReceivedAt: '2026-11-22T12:00:01Z' }),
    ].map((result) => (result?.status === 'accepted' ? [result.id, result.reactions?.[0]?.id] : []));
    expect(again).toEqual(first);
    expect(first?.[0]).toBe(first?.[1]);
    expect(other).not.toEqual(first);
  });

  it('refuses what comes without its credentials', async () => {
    const body = JSON.stringify({ ...about, RecordType: 'Open' });
    const { authorization: _, ...bare } = fake.event(body).headers;
    const password = fake.config.webhookPassword;
    const forged = [
      fake.event(body, 'parcours:wrong'),
      fake.event(body, `other:${password}`),
      fake.event(body, password),
      { ...fake.event(body), headers: bare },
      { ...fake.event(body), headers: { authorization: `Bearer ${password}` } },
    ];
    expect(await Promise.all(forged.map(parse))).toEqual(forged.map(() => ({ status: 'bad-signature' })));
  });

  it.each(['', '[]', '"Open"', '{"MessageID":"x"}', '<html>'])('cannot read %j', async (body) => {
    expect(await parse(fake.event(body))).toMatchObject({ status: 'malformed' });
  });

  const supplement = contractFile(SUPPLEMENT);
  if (supplement === undefined) {
    it.todo(`knows every type of bounce: ${SUPPLEMENT} is not beside this clone`);
    return;
  }

  it('knows every type of bounce that Postmark has', () => {
    const { bounce_type_codes: codes } = JSON.parse(readFileSync(supplement, 'utf8')) as Record<
      string,
      unknown
    >;
    expect(Object.fromEntries(Object.entries(BOUNCES).map(([name, [code]]) => [name, code]))).toEqual(codes);
  });
});
