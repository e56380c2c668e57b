import { profiles } from '@parcours/testing';

import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const WORDS = 'There is a cup of tea for you whenever you like to come by.';

const WELCOME = {
  name: 'Welcome',
  topic: 'news',
  channels: {
    email: {
      subject: { en: 'Order {{event.order.id}}, {{customer.first_name}}', fr: 'Commande {{event.order.id}}' },
      html: `<p>${WORDS}</p><ul>{{#each event.items}}<li>{{name}}</li>{{/each}}</ul><a href="{{links.unsubscribe}}">{{brand.unsubscribe}}</a>`,
    },
    sms: { text: `{{customer.first_name}}: ${WORDS}` },
  },
};

describe.each(profiles)('a template that is tried out on $name (B4)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('topics', 'news', { name: 'News' });
    await platform.publish('brands', 'house', {
      name: 'House',
      colours: { primary: '#0b6e6e' },
      unsubscribe: { en: 'No more', fr: 'Plus jamais' },
      sender: { name: 'House', address: 'house@example.com' },
    });
    await platform.data('PUT', '/message-templates/welcome', WELCOME);
    await platform.data('PUT', '/customers/ada', {
      traits: { first_name: 'Ada', email: 'ada@example.com', locale: 'fr' },
    });
  });
  afterAll(() => platform.stop());

  const preview = (order: object, key = 'welcome') =>
    platform.data('POST', `/message-templates/${key}/preview`, order);

  it('is written for a customer, in their language, on each channel that it has', async () => {
    const seen = await preview({
      customerId: 'ada',
      data: { event: { order: { id: 'o-1' }, items: [{ name: 'Tea' }] } },
    });
    expect(seen).toMatchObject({ locale: 'fr', brand: 'house' });
    const [email, sms] = seen.channels;
    expect(email).toMatchObject({
      channel: 'email',
      to: 'ada@example.com',
      from: { name: 'House', address: 'house@example.com' },
      content: { subject: 'Commande o-1', html: expect.stringContaining('<li>Tea</li>') },
      text: expect.stringContaining('Plus jamais'),
      failure: null,
    });
    expect(email.bytes).toBeGreaterThan(100);
    expect(sms).toMatchObject({
      channel: 'sms',
      to: null,
      from: null,
      segments: 1,
      content: { encoding: 'gsm-7' },
    });
    expect(seen.variables).toContainEqual({ path: 'event.order.id', required: true, given: true });
    expect(seen.findings).toEqual([]);
  });

  it('has placeholders for what nobody gave', async () => {
    const seen = await preview({ channel: 'email', locale: 'en' });
    expect(seen.channels).toHaveLength(1);
    expect(seen.channels[0].content.subject).toBe('Order ‹id›, ‹first_name›');
    expect(seen.variables).toContainEqual({ path: 'customer.first_name', required: true, given: false });
  });

  it('tells what goes wrong, and what looks like spam', async () => {
    await platform.data('PUT', '/message-templates/loud', {
      name: 'Loud',
      channels: {
        email: { subject: 'BUY NOW {{upper customer.name}}', html: '<img src="x.png"><a href="">x</a>' },
        sms: { text: '{{money event.total "EUR"}}' },
      },
    });
    const seen = await preview({ data: { customer: { name: 'ada' }, event: { total: 'much' } } }, 'loud');
    expect(seen.findings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining([
        'templates.subject-capitals',
        'templates.image-only',
        'templates.broken-link',
        'templates.no-unsubscribe',
      ]),
    );
    expect(seen.channels[1]).toMatchObject({
      content: null,
      failure: { code: 'templates.helper-arguments' },
    });
  });

  it.each([
    [{ customerId: 'nobody' }, 'welcome', 422, 'messages.preview-customer-unknown'],
    [{}, 'nothing', 404, 'content.not-found'],
    [{ version: 'published' }, 'welcome', 404, 'content.not-found'],
    [{ channel: 'fax' }, 'welcome', 400, 'http.invalid-request'],
    [{ channel: 'letter' }, 'welcome', 400, 'http.invalid-request'],
  ])('refuses %j of %s', async (order, key, status, code) => {
    const answer = await platform.call('POST', `/message-templates/${key}/preview`, order);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  const test = (order: object) => platform.call('POST', '/message-templates/welcome/send-test', order);

  it('is sent to an address as a test, and written into the audit log without it', async () => {
    const { status, body } = await test({
      to: 'colleague@example.com',
      channel: 'email',
      connector: 'mailbox',
      customerId: 'ada',
      locale: 'en',
      data: { event: { order: { id: '😀 مرحبا' } } },
    });
    expect([status, body.data]).toEqual([
      200,
      expect.objectContaining({ status: 'sent', to: 'colleague@example.com', failure: null }),
    ]);
    const mail = platform.smtp.mails.find(({ to }) => to.includes('colleague@example.com'))!;
    expect(mail.subject).toBe('[Test] Order 😀 مرحبا, Ada');
    expect(mail.raw).toMatch(/^X-Parcours-Test: welcome$/m);
    const { body: log } = await platform.call('GET', '/audit-log?filter[action][eq]=templates.test-sent');
    expect(log.data).toHaveLength(1);
    expect(JSON.stringify(log.data)).not.toContain('colleague');
    const { body: messages } = await platform.call('GET', '/customers/ada/messages');
    expect(messages.data).toEqual([]);
  });

  it.each([
    [{ to: 'colleague@example.com\r\nBcc: x@example.com' }, 400, 'http.invalid-request'],
    [{ to: '"a b"@example.com' }, 400, 'http.invalid-request'],
    [{ to: 'a@example.com,b@example.com' }, 400, 'http.invalid-request'],
    [{ connector: 'nowhere' }, 422, 'messages.connector-unfit'],
    [{ channel: 'sms', to: '+33612345678' }, 422, 'messages.connector-unfit'],
    [{ to: 'gone@example.com' }, 409, 'messages.test-address-suppressed'],
    [{ data: { event: { order: { id: { a: 1 } } } } }, 422, 'messages.test-not-written'],
  ])('is not sent with %j', async (over, status, code) => {
    await platform.call('POST', '/suppressions', { address: 'gone@example.com', reason: 'requested' });
    const before = platform.smtp.mails.length;
    const answer = await test({
      to: 'colleague@example.com',
      channel: 'email',
      connector: 'mailbox',
      ...over,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(platform.smtp.mails).toHaveLength(before);
  });

  it('is sent twenty times a minute at the most', async () => {
    const answers = [];
    for (let turn = 0; turn < 21; turn++) {
      answers.push((await test({ to: 'much@example.com', channel: 'email', connector: 'mailbox' })).status);
    }
    expect(answers.at(-1)).toBe(429);
    expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(20);
    expect(new Set(answers)).toEqual(new Set([200, 429]));
  });
});
