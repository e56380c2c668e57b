import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const CHANNELS = ['sms', 'push', 'web-push', 'chat', 'webhook', 'letter'];

const SAYS = {
  email: { subject: 'Hello {{customer.first_name}}', html: '<p>{{brand.name}}</p>', layout: 'plain' },
  sms: { text: { en: 'Hello {{customer.first_name}}', fr: 'Bonjour {{customer.first_name}}' } },
  push: { title: 'Hello', body: '{{customer.first_name}}', url: 'https://shop.example/{{customer.id}}' },
  'web-push': { body: 'Web {{customer.first_name}}' },
  chat: { text: 'Chat {{customer.first_name}}' },
  webhook: { body: '{"customer": "{{customer.id}}", "name": "{{customer.first_name}}"}' },
  letter: { html: '<p>Dear {{customer.first_name}}</p>' },
};

const HOUSE = {
  name: { en: 'The house', fr: 'La maison' },
  default: true,
  colours: { primary: '#0b6e6e' },
  footer: { en: 'Paris', fr: 'Paris, France' },
  senders: {
    email: { name: { en: 'House\r\nBcc: x@example.com', fr: 'Maison é' }, address: 'house@example.com' },
    sms: { id: 'House' },
  },
  layouts: { email: { plain: { html: '<body>{{> content}}<i>{{brand.footer}}</i></body>' } } },
};

const ADA = {
  traits: {
    first_name: 'A"da',
    phone: '+33612345678',
    email: 'ada@example.com',
    chat_id: 4711,
    locale: 'fr',
    address: { street: '12 rue des Lilas', postal_code: '75011', city: 'Paris' },
  },
  devices: [
    { token: 'old', platform: 'ios' },
    { token: 'new', platform: 'android' },
    { token: 'page', platform: 'web' },
  ],
};

describe.each(profiles)('messages on every channel on $name (B4)', (profile) => {
  let platform: Platform;
  let provider: Loopback;
  beforeAll(async () => {
    provider = await Loopback.start(() => ({ status: 200, body: {} }));
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_PUBLIC_URL: 'https://p.example' },
    });
    for (const channel of CHANNELS) {
      const document = { name: channel, type: `post/${channel}`, config: { url: provider.url } };
      await platform.publish('connectors', channel, document);
    }
    const ways = CHANNELS.map((channel) => ({ channel, connector: channel }));
    const channels = [{ channel: 'email', connector: 'mailbox' }, ...ways];
    await platform.publish('channel-policies', 'everywhere', { name: 'Everywhere', channels });
    await platform.publish('brands', 'house', HOUSE);
    await platform.publish('brands', 'other', { ...HOUSE, name: 'Other', default: false, senders: {} });
    await platform.publish('message-templates', 'all', { name: 'All', channels: SAYS });
    await platform.data('PUT', '/customers/ada', ADA);
  });
  afterAll(async () => {
    await platform.stop();
    await provider.stop();
  });

  async function journeyBy(channel: string, template = 'all'): Promise<JourneyUnderTest> {
    return aJourney(platform).publish({
      start: 'tell',
      steps: {
        tell: {
          ...{ type: 'message', template, policy: 'everywhere', channel },
          ...{ on: { sent: 'got', failed: 'lost', skipped: 'passed' }, next: 'got' },
        },
        got: { type: 'exit', reason: 'got' },
        lost: { type: 'exit', reason: 'lost' },
        passed: { type: 'exit', reason: 'passed' },
      },
    });
  }

  const heard = (channel: string, customer: string): Promise<HeardCall> =>
    waitFor(async () =>
      provider.calls.find(
        ({ path, body }) =>
          path === `/${channel}` && (JSON.parse(body) as { customerId: string }).customerId === customer,
      ),
    );

  it.each([
    [
      'sms',
      {
        to: '+33612345678',
        content: { text: 'Bonjour A"da', encoding: 'gsm-7', segments: 1 },
        from: { id: 'House' },
      },
    ],
    ['push', { to: 'new', content: { title: 'Hello', body: 'A"da', url: 'https://shop.example/ada' } }],
    ['web-push', { to: 'page', content: { body: 'Web A"da' } }],
    ['chat', { to: '4711', content: { text: 'Chat A"da' } }],
    [
      'webhook',
      {
        to: 'ada',
        content: { contentType: 'application/json', body: '{"customer": "ada", "name": "A\\"da"}' },
      },
    ],
    ['letter', { content: { pageSize: 'A4', html: expect.stringContaining('<p>Dear A&quot;da</p>') } }],
  ])('go out by %s, to the address that it has', async (channel, message) => {
    const journey = await journeyBy(channel);
    await journey.enter('ada');
    expect((await journey.ended('ada')).endReason).toBe('got');
    expect(await journey.messages('ada')).toMatchObject([{ channel, category: 'marketing', brand: 'house' }]);
    const sent = JSON.parse((await heard(channel, 'ada')).body) as { headers?: object };
    expect(sent).toMatchObject({ ...message, customerId: 'ada', attempt: 1 });
    expect(sent.headers).toBeUndefined();
  });

  it('go out by email in the name and the layout of the brand, whatever stands in its name', async () => {
    for (const [id, locale] of [
      ['en-1', 'en'],
      ['fr-1', 'fr'],
    ] as const) {
      const journey = await journeyBy('email');
      await journey.enter(id, { traits: { email: `${id}@example.com`, first_name: 'Ada', locale } });
      expect((await journey.ended(id)).endReason).toBe('got');
    }
    const mailTo = (to: string) => platform.smtp.mails.find((mail) => mail.to.includes(`${to}@example.com`))!;
    expect(mailTo('en-1').from).toBe('house@example.com');
    expect(mailTo('en-1').raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(mailTo('en-1').raw).toMatch(/^From: "?House Bcc: x@example.com"? <house@example.com>/m);
    expect(mailTo('fr-1').raw).toMatch(/^From: =\?UTF-8\?B\?.*<house@example.com>/m);
    expect(mailTo('fr-1').html).toContain(
      '<body><p>La maison</p><i>Paris, France</i><img src="https://p.example/t/o/',
    );
    expect(mailTo('fr-1').text).toContain('Paris, France');
  });

  it('are found by the brand in whose name they go out, and by why', async () => {
    const found = async (filter: string) =>
      (await platform.data('GET', `/messages?${filter}&limit=1`)) as unknown[];
    expect(await found('filter[brand][eq]=house&filter[category][eq]=marketing')).toHaveLength(1);
    expect(await found('filter[brand][eq]=other')).toEqual([]);
  });

  it('go by connectors that carry them', async () => {
    const channels = [
      { channel: 'sms', connector: 'sms' },
      { channel: 'push', connector: 'chat' },
    ];
    await platform.data('PUT', '/channel-policies/crossed', { name: 'Crossed', channels });
    expect(await platform.data('POST', '/channel-policies/crossed/validate', {})).toMatchObject({
      findings: [{ code: 'policies.connector-of-another-channel', pointer: '/channels/1/connector' }],
    });
  });

  it('are passed over where there is no address, and where the template says nothing', async () => {
    const nowhere = await journeyBy('sms');
    await nowhere.enter('nobody', { traits: { first_name: 'N', phone: 'call me' } });
    expect((await nowhere.ended('nobody')).endReason).toBe('passed');
    const mute = await journeyBy('policy', 'hello');
    await mute.enter('mute', { traits: { phone: '+33612345679' } });
    expect((await mute.ended('mute')).endReason).toBe('passed');
  });

  it('do not go to a number that is suppressed, however it was written', async () => {
    await platform.data('POST', '/suppressions', {
      channel: 'sms',
      address: '+33 6 11 11 11 11',
      reason: 'requested',
    });
    const journey = await journeyBy('sms');
    await journey.enter('stopped', { traits: { first_name: 'S', phone: '+33611111111' } });
    expect((await journey.ended('stopped')).endReason).toBe('lost');
    const message = await journey.message('stopped', ({ status }) => status === 'failed');
    expect(message.failure).toMatchObject({ code: 'messages.address-suppressed' });
    expect(message.address).toBe('+33611111111');
  });

  it('fail with their reason where JSON comes to nothing, and the journey goes on', async () => {
    const template = unique('json');
    await platform.publish('message-templates', template, {
      name: 'Broken',
      channels: { webhook: { body: '{"n": {{customer.first_name}} }' } },
    });
    const journey = await journeyBy('webhook', template);
    await journey.enter('broken', { traits: { first_name: 'x' } });
    expect((await journey.ended('broken')).endReason).toBe('lost');
    const message = await journey.message('broken', () => true);
    expect(message).toMatchObject({ status: 'failed', failure: { code: 'templates.not-json' } });
  });

  it('are held by a pause of their brand, and of no other (F8)', async () => {
    await platform.publish('message-templates', 'others', { name: 'Others', brand: 'other', channels: SAYS });
    const pause = await platform.data('POST', '/pauses', { brand: 'other', reason: 'wrong logo' });
    expect(pause).toMatchObject({ brand: 'other', channel: null, all: false });
    const [held, free] = [await journeyBy('chat', 'others'), await journeyBy('chat')];
    await held.enter('held', { traits: { first_name: 'H', chat_id: 'h' } });
    await free.enter('free', { traits: { first_name: 'F', chat_id: 'f' } });
    expect((await free.ended('free')).endReason).toBe('got');
    expect(await held.message('held', ({ status }) => status === 'held')).toMatchObject({ attempts: 0 });
    await platform.data('DELETE', `/pauses/${pause.id}`);
    expect((await held.ended('held')).endReason).toBe('got');
  });
});

describe('a brand and its templates (B4)', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profiles[0]!);
    await platform.publish('brands', 'house', HOUSE);
  });
  afterAll(() => platform.stop());

  const findings = async (type: string, key: string, document: object) => {
    await platform.data('PUT', `/${type}/${key}`, document);
    const { body } = await platform.call('POST', `/${type}/${key}/validate`);
    return body.data.findings as { code: string; pointer: string }[];
  };

  it('are held to one another when either is published', async () => {
    const channels = { email: { subject: 'S', html: '<p>x</p>', layout: 'plain' } };
    await platform.publish('message-templates', 'inside', { name: 'Inside', channels });
    expect(await findings('brands', 'house', { ...HOUSE, layouts: {} })).toMatchObject([
      { code: 'brands.breaks-template' },
    ]);
    const unknown = await findings('message-templates', 'lost', {
      name: 'Lost',
      brand: 'hous',
      channels,
    });
    expect(unknown).toContainEqual(
      expect.objectContaining({ code: 'content.unknown-reference', pointer: '/brand' }),
    );
    const { status, body } = await platform.call('PUT', '/brands/bad', {
      ...HOUSE,
      senders: { sms: { id: 'x\nBcc' } },
    });
    expect([status, body.errors[0].pointer]).toEqual([400, '/senders/sms/id']);
  });

  it('have no attachments: the answer names the member', async () => {
    const email = {
      subject: 'S',
      html: '<p>x</p>',
      attachments: [{ name: 'a.pdf', content: 'x'.repeat(1_000) }],
    };
    const { status, body } = await platform.call('PUT', '/message-templates/attached', {
      name: 'Attached',
      channels: { email },
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({
        pointer: '/channels/email/attachments',
        detail: expect.stringContaining('link') as string,
      }),
    ]);
  });

  it('have no 40 MB either: the body is refused before it is read', async () => {
    const text = JSON.stringify({ name: 'Big', channels: { email: { html: 'x'.repeat(40_000_000) } } });
    const { status, body } = await platform.send('PUT', '/message-templates/big', text);
    expect([status, body.code]).toEqual([413, 'http.body-too-large']);
  });
});
