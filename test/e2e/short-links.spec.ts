import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, unique } from './support/journeys.js';
import { Loopback } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { eventsReach } from './support/readers.js';
import { Tables } from './support/tables.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const PUBLIC_URL = 'https://messages.belvedere.example';
const SHORT_URL = 'https://bv.example';
const LONG = `https://shop.example/${'collection/'.repeat(12)}spring`;
const YEAR_MS = 366 * 86_400_000;
const PHONE = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

interface Sent {
  readonly customerId: string;
  readonly content: { readonly text: string; readonly segments?: number };
}

describe.each(profiles)('links in plain texts on $name (B4, F10)', (profile) => {
  let platform: Platform;
  let provider: Loopback;
  let tables: Tables;
  let phones = 0;
  beforeAll(async () => {
    provider = await Loopback.start(() => ({ status: 200, body: {} }));
    platform = await startPlatform(profile, {
      environment: {
        PARCOURS_PLUGIN_DIRS: PLUGINS,
        PARCOURS_PUBLIC_URL: PUBLIC_URL,
        PARCOURS_SWEEP_MS: '200',
      },
    });
    tables = await Tables.open(platform);
    for (const channel of ['sms', 'chat']) {
      const document = { name: channel, type: `post/${channel}`, config: { url: provider.url } };
      await platform.publish('connectors', channel, document);
    }
    const channels = ['sms', 'chat'].map((channel) => ({ channel, connector: channel }));
    await platform.publish('channel-policies', 'texts', { name: 'Texts', channels });
    const house = { name: 'House', colours: { primary: '#0b6e6e' } };
    await platform.publish('brands', 'house', { ...house, default: true, tracking: { shortUrl: SHORT_URL } });
    await platform.publish('brands', 'plain', house);
    await template('one', `Look: ${LONG}`);
    await template('spring', `Spring is here: ${LONG}. Shops: https://shop.example/shops`);
  });
  afterAll(async () => {
    await tables.close();
    await platform.stop();
    await provider.stop();
  });

  async function template(key: string, text: string, rest: object = {}): Promise<void> {
    const channels = { sms: { text }, chat: { text } };
    await platform.publish('message-templates', key, { name: key, channels, ...rest });
  }

  async function put(traits: object = {}): Promise<string> {
    phones += 1;
    const id = unique('reader');
    const phone = `+3361234${String(1_000 + phones)}`;
    await platform.data('PUT', `/customers/${id}`, { traits: { phone, chat_id: phones, ...traits } });
    return id;
  }

  /** What a customer gets, as the provider was handed it. */
  async function textTo(id: string, key: string, channel = 'sms'): Promise<Sent['content']> {
    const journey = await aJourney(platform).publish({
      start: 'tell',
      steps: {
        tell: { type: 'message', template: key, policy: 'texts', channel, next: 'end' },
        end: { type: 'exit', reason: 'told' },
      },
    });
    await journey.enter(id);
    await journey.message(id, ({ status }) => status === 'sent');
    const sent = provider.calls.map(({ body }) => JSON.parse(body) as Sent);
    return sent.findLast(({ customerId }) => customerId === id)!.content;
  }

  const linksIn = (text: string) => text.match(/https:\/\/\S+\/l\/[0-9A-Za-z]{11}/g) ?? [];
  const follow = (url: string, init: RequestInit = {}) =>
    fetch(platform.origin + new URL(url).pathname, {
      redirect: 'manual',
      headers: { 'user-agent': PHONE },
      ...init,
    });
  const rowsOf = async (id: string) => {
    const { tables: held } = await platform.data('GET', `/customers/${id}/export`);
    return held.short_links ?? [];
  };

  it.each(['sms', 'chat'])('are short in %s, and tell when they are followed', async (channel) => {
    const id = await put();
    const { text } = await textTo(id, 'spring', channel);
    const [spring = '', shops = ''] = linksIn(text);
    expect(text).toBe(`Spring is here: ${spring}. Shops: ${shops}`);
    expect(spring).toMatch(/^https:\/\/bv\.example\/l\/[0-9A-Za-z]{11}$/);
    const { status, headers } = await follow(spring);
    expect([status, headers.get('location'), headers.get('referrer-policy')]).toEqual([
      302,
      LONG,
      'no-referrer',
    ]);
    const [click] = await eventsReach(platform, id, { name: 'message.clicked' });
    expect(click?.details.properties).toMatchObject({ link: LONG, channel, template: 'spring' });
    expect((await follow(shops)).headers.get('location')).toBe('https://shop.example/shops');
  });

  it.each([
    ['head-request', { method: 'HEAD' }],
    ['scanner', { headers: { 'user-agent': 'facebookexternalhit/1.1 Facebot Twitterbot/1.0' } }],
  ])('keep machines apart (%s)', async (reason, request) => {
    const id = await put();
    const [link = ''] = linksIn((await textTo(id, 'one')).text);
    expect((await follow(link, request)).headers.get('location')).toBe(LONG);
    const [seen] = await eventsReach(platform, id, { name: 'message.clicked-automatically' });
    expect(seen?.details.properties).toMatchObject({ reason, link: LONG });
  });

  it('count for the parts that a text message is sent in', async () => {
    const long = `${LONG}?from=sms`;
    await template('long', `Spring is here, and with it the new collection: ${long}`);
    const { text, segments } = await textTo(await put(), 'long');
    expect([text.length < 160, segments]).toEqual([true, 1]);
    const shown = await platform.data('POST', '/message-templates/long/preview', { channel: 'sms' });
    expect(shown.channels[0]).toMatchObject({ segments: 1, text: expect.stringContaining('/l/preview0001') });
    expect(shown.channels[0].text).toHaveLength(text.length);
    expect(shown.findings).toEqual([]);
    await template('unlinked', `Spring is here, and with it the new collection: ${long}`, { brand: 'plain' });
    const plain = await platform.data('POST', '/message-templates/unlinked/preview', { channel: 'sms' });
    expect(plain.channels[0]).toMatchObject({ segments: 2, text: expect.stringContaining(long) });
    expect(plain.findings.map(({ code }: { code: string }) => code)).toContain('templates.sms-segments');
  });

  it('stay as they are in a test, which belongs to nobody', async () => {
    await template('tried', `Look: ${LONG}`);
    const order = { channel: 'sms', to: '+33612340000', connector: 'sms' };
    await platform.data('POST', '/message-templates/tried/send-test', order);
    const sent = provider.calls.map(({ body }) => JSON.parse(body) as Sent & { to: string });
    expect(sent.findLast(({ to }) => to === '+33612340000')?.content.text).toBe(`[Test] Look: ${LONG}`);
  });

  it.each([
    ['of what the customer needs', { category: 'transactional' }, LONG],
    ['where the template says so', { tracking: { texts: false } }, LONG],
    ['whose brand has no address for them', { brand: 'plain' }, LONG],
    ['to our own pages', { tracking: { texts: true } }, `${PUBLIC_URL}/p/x`],
    ['that are too long', {}, `https://shop.example/${'x'.repeat(1_200)}`],
  ])('stay as they are: those %s', async (_which, rest, link) => {
    const key = unique('kept');
    await template(key, `Look: ${link}`, rest);
    expect((await textTo(await put(), key)).text).toBe(`Look: ${link}`);
  });

  it('stay as they are for whoever refuses to be tracked', async () => {
    const id = await put();
    const consents = [{ channel: 'sms', topic: 'tracking', state: 'denied' }];
    await platform.data('PATCH', `/customers/${id}/consents`, { consents });
    expect((await textTo(id, 'spring')).text).toContain(LONG);
  });

  it('begin with the address of the installation where a template asks for them and the brand has none', async () => {
    await template('asked', `Look: ${LONG}`, { brand: 'plain', tracking: { texts: true } });
    const { text } = await textTo(await put(), 'asked');
    expect(text).toMatch(/^Look: https:\/\/messages\.belvedere\.example\/l\/[0-9A-Za-z]{11}$/);
  });

  it.each([
    ['AAAAAAAAAAA', 'nobody has'],
    ['short', 'too short'],
    ['a'.repeat(90), 'too long'],
    ['AAAAAAAAAA%27', 'with other signs'],
    ['https:%2F%2Fevil.example', 'that is an address'],
  ])('lead nowhere by a code that is %s (%s)', async (code) => {
    const { status, headers } = await fetch(`${platform.origin}/l/${code}`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([404, null]);
    expect(headers.get('content-type')).toContain('text/html');
  });

  it('are told one from another by capitals', async () => {
    const [link = ''] = linksIn((await textTo(await put(), 'one')).text);
    const code = link.slice(-11);
    const other = code === code.toLowerCase() ? code.toUpperCase() : code.toLowerCase();
    expect((await follow(`${SHORT_URL}/l/${other}`)).status).toBe(404);
    expect((await follow(link)).status).toBe(302);
  });

  it('go with the customer: merged, handed out and erased', async () => {
    const [from, into] = [await put(), await put()];
    const [link = ''] = linksIn((await textTo(from, 'one')).text);
    await platform.data('POST', '/customers/merge', { from, into });
    expect(await rowsOf(into)).toEqual([
      expect.objectContaining({ code: link.slice(-11), url: LONG, sentAt: expect.any(String) }),
    ]);
    expect((await follow(link)).status).toBe(302);
    await platform.data('POST', `/customers/${into}/erase`, {});
    expect((await follow(link)).status).toBe(404);
  });

  it('lead nowhere after a year, and are swept', async () => {
    const [old = ''] = linksIn((await textTo(await put(), 'one')).text);
    const [young = ''] = linksIn((await textTo(await put(), 'one')).text);
    const { sql } = tables.database;
    const codes = [old, young].map((link) => link.slice(-11));
    await sql.run('UPDATE short_links SET sent_at = sent_at - ? WHERE code = ?', [YEAR_MS, codes[0] ?? '']);
    expect((await follow(old)).status).toBe(404);
    await waitFor(
      async () => {
        const left = await sql.select<{ code: string }>('SELECT code FROM short_links WHERE code IN (?)', [
          codes,
        ]);
        return left.length === 1;
      },
      { describe: () => 'one of two links' },
    );
    expect((await follow(young)).status).toBe(302);
  });
});
