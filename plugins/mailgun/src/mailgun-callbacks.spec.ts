import { readFileSync } from 'node:fs';

import type { CallbackRequest, CallbackResult } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';
import { contractFile } from '@parcours/testing';

import { FakeMailgun, posted } from '../test/fake-mailgun.js';
import plugin from './index.js';
import { mailgunCallbacks } from './mailgun-callbacks.js';

const NOW = 1_750_000_000_000;
const HOUR_MS = 3_600_000;
const VECTORS = 'vectors/webhook-signatures.json';
const SAMPLES = 'specs/mailgun-event-samples.json';
const { signal } = new AbortController();
const about = {
  id: 'e1',
  timestamp: 1_529_692_199.626182,
  recipient: 'ada@example.org',
  'user-variables': { parcours_message: '4711' },
  message: { headers: { 'message-id': '1@mg.example.com' } },
};
const told = {
  messageId: '4711',
  providerId: '1@mg.example.com',
  id: 'e1',
  address: 'ada@example.org',
  at: 1_529_692_199_626,
};
const failed = (status: object, more: object = {}) => ({
  event: 'failed',
  severity: 'permanent',
  reason: 'generic',
  'delivery-status': status,
  ...more,
});

describe('the webhooks of Mailgun (A7)', () => {
  let fake: FakeMailgun;
  beforeAll(async () => {
    fake = await FakeMailgun.start();
  });
  afterAll(() => fake.stop());

  async function parse(request: CallbackRequest): Promise<CallbackResult | undefined> {
    const defaults = { region: 'us', trackOpens: false, trackClicks: false, testMode: false } as const;
    const config = { ...defaults, timeoutMs: 20_000, atOnce: 1, ...fake.config };
    const connector = await plugin.connectors.mailgun.open(config, testHost({ now: NOW }));
    return connector.callbacks?.parse(request, { signal });
  }

  it.each([
    [
      { event: 'delivered', 'delivery-status': { code: 250, message: 'OK' } },
      { kind: 'delivered', code: '250', detail: 'OK' },
    ],
    [
      { event: 'opened', 'client-info': { bot: '' } },
      { kind: 'opened', isAutomated: false },
    ],
    [
      { event: 'opened', 'client-info': { bot: 'gmail' } },
      { kind: 'opened', isAutomated: false },
    ],
    [
      { event: 'opened', 'client-info': { bot: 'apple' } },
      { kind: 'opened', isAutomated: true },
    ],
    [
      { event: 'clicked', url: 'https://a.example' },
      { kind: 'clicked', link: 'https://a.example', isAutomated: false },
    ],
    [{ event: 'complained' }, { kind: 'complained' }],
    [{ event: 'unsubscribed' }, { kind: 'unsubscribed' }],
    [
      { event: 'rejected', reject: { reason: 'Sandbox.' } },
      { kind: 'bounced', bounce: 'policy', detail: 'Sandbox.' },
    ],
    [
      failed({ code: 550, 'enhanced-code': '5.1.1', message: 'No.' }),
      { kind: 'bounced', bounce: 'hard', code: '5.1.1', detail: 'No.' },
    ],
    [failed({ code: 550, 'bounce-code': '5.1.1' }), { kind: 'bounced', bounce: 'hard', code: '5.1.1' }],
    [failed({ code: 550, 'enhanced-code': '' }), { kind: 'bounced', bounce: 'hard', code: '550' }],
    [
      failed({ code: 550, message: 'Blocked by Spamhaus' }),
      { kind: 'bounced', bounce: 'policy', code: '550' },
    ],
    [failed({ code: 498, description: 'No MX for example.org' }), { kind: 'bounced', bounce: 'hard' }],
    [failed({ code: 552, 'enhanced-code': '5.2.2' }), { kind: 'bounced', bounce: 'soft' }],
    [failed({ code: 550, 'enhanced-code': '5.7.1' }), { kind: 'bounced', bounce: 'policy' }],
    [failed({ code: 550 }, { reason: 'espblock' }), { kind: 'bounced', bounce: 'policy' }],
    [failed({ code: 602 }, { reason: 'old' }), { kind: 'bounced', bounce: 'soft' }],
    [failed({ code: 605 }, { reason: 'suppress-bounce' }), { kind: 'bounced', bounce: 'hard' }],
    [failed({ code: 607 }, { reason: 'suppress-complaint' }), { kind: 'complained' }],
    [failed({ code: 606 }, { reason: 'suppress-unsubscribe' }), { kind: 'unsubscribed' }],
  ])('reads %j', async (event, reaction) => {
    expect(await parse(fake.event({ ...about, ...event }, NOW))).toMatchObject({
      status: 'accepted',
      reactions: [{ ...told, ...reaction }],
    });
  });

  it.each([
    { event: 'accepted' },
    { event: 'stored' },
    { event: 'toString' },
    failed({ code: 451 }, { severity: 'temporary' }),
    { event: 'opened', 'user-variables': {} },
  ])('makes nothing of %j', async (event) => {
    expect(await parse(fake.event({ ...about, ...event }, NOW))).toMatchObject({
      status: 'accepted',
      reactions: [],
    });
  });

  it('knows a token that comes again, with whatever event', async () => {
    const first = await parse(fake.event({ ...about, event: 'delivered' }, NOW, 'a token'));
    const other = await parse(fake.event({ ...about, event: 'complained' }, NOW, 'a token'));
    expect([first, other]).toMatchObject([{ id: 'a token' }, { id: 'a token' }]);
  });

  it.each([
    [-8 * HOUR_MS, 'accepted'],
    [-9 * HOUR_MS, 'bad-signature'],
    [4 * 60_000, 'accepted'],
    [6 * 60_000, 'bad-signature'],
  ])('takes what was signed %d ms from now as %s', async (offset, status) => {
    expect(await parse(fake.event({ ...about, event: 'opened' }, NOW + offset))).toMatchObject({ status });
  });

  it('refuses what is unsigned, changed, or signed for another', async () => {
    const event = { ...about, event: 'opened' };
    const { signature } = JSON.parse(Buffer.from(fake.event(event, NOW).rawBody).toString()) as {
      signature: object;
    };
    const forged = [
      { 'event-data': event },
      { signature: { ...signature, token: 'other' }, 'event-data': event },
      { signature: { ...signature, timestamp: String(NOW / 1_000 + 1) }, 'event-data': event },
      { signature: { ...signature, signature: 'x' }, 'event-data': event },
      { signature: { ...signature, signature: undefined }, 'event-data': event },
      [],
      'no JSON',
    ].map(posted);
    expect(await Promise.all(forged.map(parse))).toEqual(forged.map(() => ({ status: 'bad-signature' })));
  });

  it('says what it cannot read', async () => {
    expect(await parse(fake.event('none', NOW))).toMatchObject({ status: 'malformed' });
  });

  const vectors = contractFile(VECTORS);
  const samples = contractFile(SAMPLES);
  if (vectors === undefined || samples === undefined) {
    it.todo(`verifies as published: ${VECTORS} is not beside this clone`);
    return;
  }
  interface Vector {
    readonly timestamp: string;
    readonly token: string;
    readonly signature: string;
    readonly valid: boolean;
  }
  const { mailgun } = JSON.parse(readFileSync(vectors, 'utf8')) as {
    mailgun: { signing_key: string; vectors: Vector[] };
  };

  it.each(mailgun.vectors)('verifies the published vector of $token', async ({ valid, ...signature }) => {
    const { clock } = testHost({ now: Number(signature.timestamp) * 1_000 });
    const request = posted({ signature, 'event-data': { ...about, event: 'opened' } });
    const result = await mailgunCallbacks(mailgun.signing_key, clock).parse(request, { signal });
    expect(result.status).toBe(valid ? 'accepted' : 'bad-signature');
  });

  it('reads every published sample', async () => {
    const { samples: published } = JSON.parse(readFileSync(samples, 'utf8')) as {
      samples: Record<string, object>;
    };
    const read = await Promise.all(
      Object.entries(published).map(async ([name, event]) => {
        const result = await parse(
          fake.event({ ...event, 'user-variables': { parcours_message: '1' } }, NOW),
        );
        const [reaction] = (result?.status === 'accepted' && result.reactions) || [];
        return [name, reaction?.bounce ?? reaction?.kind];
      }),
    );
    expect(Object.fromEntries(read)).toEqual({
      Accepted: undefined,
      'Accepted (Routed)': undefined,
      Delivered: 'delivered',
      'Failed (Permanent)': 'hard',
      'Failed (Permanent, Delayed Bounce)': 'hard',
      'Failed (Temporary)': undefined,
      Opened: 'opened',
      Clicked: 'clicked',
      Unsubscribed: 'unsubscribed',
      Complained: 'complained',
      Stored: undefined,
      Rejected: 'policy',
    });
  });
});
