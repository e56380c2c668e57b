import { ParcoursConfig } from '@parcours/config';
import { dataSourceOptions, openDataSource } from '@parcours/database';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, type JourneyUnderTest, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { eventsOf, eventsReach, Reader, READER_URL } from './support/readers.js';

const END = { type: 'exit', reason: 'completed' };
const GUIDE = 'https://example.com/guide?a=1&b=2#top';
const ONE_LINK = `<html><body><p>Read <a href="https://example.com/guide?a=1&amp;b=2#top">the guide</a>.</p></body></html>`;

describe.each(profiles)('opens and clicks (B3, B7) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_PUBLIC_URL: READER_URL } });
    await template('tracked', {});
  });
  afterAll(() => platform.stop());

  async function template(key: string, more: object, html = ONE_LINK): Promise<string> {
    await platform.publish('message-templates', key, {
      name: key,
      channels: { email: { subject: key, html } },
      ...more,
    });
    return key;
  }

  /** A message of a template, and what comes of it. */
  async function journeyWith(
    using: string,
    steps: object = {},
    more: object = {},
  ): Promise<JourneyUnderTest> {
    return aJourney(platform).publish({
      start: 'hello',
      steps: {
        hello: { type: 'message', template: using, next: 'rest' },
        rest: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
        end: END,
        ...steps,
      },
      ...more,
    });
  }

  async function readerOf(journey: JourneyUnderTest, id: string): Promise<Reader> {
    const reader = new Reader(platform, `${id}@example.com`);
    await journey.enter(id, { traits: { email: reader.address } });
    await reader.mail();
    await journey.message(id, ({ status }) => status === 'sent');
    return reader;
  }

  async function read(using: string, steps: object = {}) {
    const journey = await journeyWith(using, steps);
    const id = unique('reader');
    return { journey, id, reader: await readerOf(journey, id) };
  }

  describe('of a mail that was read', () => {
    it('lead where the link led, are told once each and kept with the message', async () => {
      const { journey, id, reader } = await read('tracked');
      const opened = await reader.open();
      expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/gif']);
      expect(opened.headers.get('cache-control')).toContain('no-store');
      await reader.open();
      const followed = await reader.follow();
      expect([followed.status, followed.headers.get('location')]).toEqual([302, GUIDE]);
      await reader.follow();
      const clicks = await eventsReach(platform, id, { name: 'message.clicked', count: 2 });
      const message = await journey.message(id, ({ clickedAt }) => clickedAt !== null);
      expect(clicks[0]?.details.properties).toEqual({
        message: message.id,
        enrollment: message.enrollmentId,
        journey: journey.key,
        step: 'hello',
        visit: 1,
        template: 'tracked',
        channel: 'email',
        link: GUIDE,
      });
      expect((await eventsOf(platform, id)).map(({ name }) => name)).toEqual([
        'message.opened',
        'message.clicked',
        'message.clicked',
      ]);
      expect(Date.parse(message.openedAt ?? '')).toBeLessThanOrEqual(Date.parse(message.clickedAt ?? ''));
      const { body } = await platform.call(
        'GET',
        `/messages?filter[openedAt][null]=false&filter[journey][eq]=${journey.key}`,
      );
      expect(body.data.map((each: { id: string }) => each.id)).toEqual([message.id]);
    });

    it('count as opened where a link is followed without the pictures', async () => {
      const { journey, id, reader } = await read('tracked');
      await reader.follow();
      await eventsReach(platform, id, { name: 'message.opened' });
      await reader.open();
      await settled(platform, id);
      expect((await eventsOf(platform, id)).map(({ name }) => name)).toEqual([
        'message.clicked',
        'message.opened',
      ]);
      expect((await journey.message(id, ({ openedAt }) => openedAt !== null)).clickedAt).not.toBeNull();
    });

    it('leave the plain text as it was', async () => {
      const { reader } = await read('tracked');
      const { text } = await reader.mail();
      expect(text).toContain(GUIDE);
      expect(text).not.toContain('/t/');
    });

    it('tell of one click to unsubscribe, of which message it came', async () => {
      const { journey, id, reader } = await read('tracked');
      const { headers } = await reader.mail();
      const [, url = ''] = /<([^>]+)>/.exec(headers['list-unsubscribe'] ?? '') ?? [];
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      expect((await reader.get(url, { method: 'POST', body })).status).toBe(200);
      await eventsReach(platform, id, { name: 'message.unsubscribed' });
      expect((await journey.message(id, ({ unsubscribedAt }) => unsubscribedAt !== null)).step).toBe('hello');
    });
  });

  describe('as what moves journeys', () => {
    it('take the way of what happens first, and are conditions and goals afterwards', async () => {
      const journey = await journeyWith(
        'tracked',
        {
          rest: {
            type: 'wait-for',
            any: [
              { message: 'hello', is: 'clicked', next: 'keen' },
              { message: 'hello', is: 'bounced', next: 'end' },
            ],
            timeout: { after: '5d', next: 'end' },
          },
          keen: {
            type: 'branch',
            cases: [{ when: { message: 'tracked', is: 'clicked', within: '1d' }, next: 'fan' }],
            else: 'end',
          },
          fan: { type: 'update', set: { fan: true }, next: 'end' },
        },
        { goals: [{ key: 'read', event: 'message.clicked', within: '1d' }] },
      );
      const id = unique('reader');
      const reader = await readerOf(journey, id);
      await journey.standsAt(id, 'rest');
      await reader.open();
      await reader.follow();
      const { id: enrollment } = await journey.ended(id);
      expect(await journey.trail(enrollment)).toEqual([
        'hello:queued',
        'rest:clicked',
        'keen:case',
        'fan:updated',
        'end:ended',
      ]);
      const ended = await platform.data('GET', `/enrollments/${enrollment}`);
      expect(ended.goals).toEqual(['read']);
    });

    it('bring their readers into segments that ask for them', async () => {
      const asked = await template(unique('asked'), {});
      const segment = unique('openers');
      await platform.publish('segments', segment, {
        name: segment,
        kind: 'dynamic',
        condition: { message: asked, is: 'opened' },
      });
      const { id, reader } = await read(asked);
      const isMember = async () => {
        const { body } = await platform.call('GET', `/customers/${id}/segments`);
        return body.data.some(({ key }: { key: string }) => key === segment);
      };
      expect(await isMember()).toBe(false);
      await reader.open();
      await waitFor(async () => ((await isMember()) ? true : undefined), {
        describe: () => `${id} in ${segment}`,
      });
    });

    it('are what experiments aim at', async () => {
      const other = await template(unique('other'), {});
      const journey = await journeyWith('tracked', {
        hello: {
          type: 'message',
          experiment: { variants: [{ template: 'tracked' }, { template: other }], optimise: 'clicked' },
          next: 'rest',
        },
      });
      const id = unique('reader');
      const reader = await readerOf(journey, id);
      await reader.follow();
      await eventsReach(platform, id, { name: 'message.clicked' });
      await settled(platform, id);
      const trials = await platform.data('GET', `/journey-templates/${journey.key}/trials`);
      const { subject } = await reader.mail();
      const counts = trials.map(({ arm, shown, succeeded }: Record<string, unknown>) => [
        arm,
        shown,
        succeeded,
      ]);
      expect(counts).toContainEqual([subject, 1, 1]);
    });
  });

  describe('of machines', () => {
    it.each([
      ['a link scanner', { 'user-agent': 'Barracuda Sentinel (EE)' }, 'scanner'],
      ['a prefetch', { 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
      ['no name at all', { 'user-agent': '' }, 'scanner'],
    ])('are kept apart: %s', async (_what, headers, reason) => {
      const { journey, id, reader } = await read('tracked');
      expect((await reader.follow(0, { headers })).headers.get('location')).toBe(GUIDE);
      const [event] = await eventsReach(platform, id, { name: 'message.clicked-automatically' });
      expect(event?.details.properties).toMatchObject({ isAutomated: true, reason, link: GUIDE });
      const [message] = await journey.messages(id);
      expect(message).toMatchObject({ clickedAt: null, openedAt: null });
    });

    it('are kept apart: a request for the head alone', async () => {
      const { id, reader } = await read('tracked');
      const { status, headers } = await reader.follow(0, { method: 'HEAD' });
      expect([status, headers.get('location')]).toEqual([302, GUIDE]);
      const [event] = await eventsReach(platform, id, { name: 'message.clicked-automatically' });
      expect(event?.details.properties.reason).toBe('head-request');
    });

    it('are kept apart: pictures that are fetched for a reader, unless the template counts them', async () => {
      const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 5.1) (via ggpht.com GoogleImageProxy)' };
      const { id, reader } = await read('tracked');
      await reader.open({ 'user-agent': 'Mozilla/5.0' });
      await reader.open(agent);
      await settled(platform, id);
      const [event, ...others] = await eventsReach(platform, id, { name: 'message.opened-automatically' });
      expect([event?.details.properties.reason, others]).toEqual(['privacy-proxy', []]);
      const counted = await read(
        await template(unique('counted'), { tracking: { imageProxies: 'counted' } }),
      );
      await counted.reader.open(agent);
      await eventsReach(platform, counted.id, { name: 'message.opened' });
    });

    it('are kept apart: every link of a message at once, whatever it says of itself', async () => {
      const links = ['a', 'b', 'c']
        .map((name) => `<a href="https://example.com/${name}">${name}</a>`)
        .join('');
      const { journey, id, reader } = await read(await template(unique('three'), {}, links));
      for (const index of [0, 1, 2]) await reader.follow(index);
      const events = await eventsReach(platform, id, { name: 'message.clicked-automatically', count: 3 });
      expect(events.map(({ details }) => details.properties.reason)).toEqual(Array(3).fill('every-link'));
      expect((await journey.messages(id))[0]?.clickedAt).toBeNull();
    });
  });

  describe('are not looked for', () => {
    it.each([
      ['in what customers need', { category: 'transactional' }, 0, 0],
      ['where the template forbids it', { tracking: { opens: false, clicks: false } }, 0, 0],
      ['beyond what the template allows', { tracking: { opens: false } }, 0, 1],
    ])('%s', async (_where, document, pictures, links) => {
      const { reader } = await read(await template(unique('quiet'), document));
      expect((await reader.tracked('o')).length).toBe(pictures);
      expect((await reader.tracked('c')).length).toBe(links);
    });

    it('on links that say so, that lead nowhere on the web, or to our own pages', async () => {
      const html =
        '<a href="https://example.com/plain" data-track="off">a</a><a href="mailto:a@example.com">b</a>' +
        '<a href="{{links.preferences}}">c</a><a href="#top">d</a><a data-href="x" href=\'https://example.com/e\'>e</a>';
      const { reader } = await read(await template(unique('links'), {}, html));
      const { html: received } = await reader.mail();
      expect(received).toContain('href="https://example.com/plain"');
      expect(received).toContain('href="mailto:a@example.com"');
      expect(received).toContain(`href="${READER_URL}/p/`);
      expect(received).toContain('href="#top"');
      expect((await reader.follow()).headers.get('location')).toBe('https://example.com/e');
      expect((await reader.tracked('c')).length).toBe(1);
    });

    it('of whoever has refused to be tracked (F10)', async () => {
      const id = unique('reader');
      await platform.data('PUT', `/customers/${id}`, { traits: { email: `${id}@example.com` } });
      await platform.data('PATCH', `/customers/${id}/consents`, {
        consents: [{ channel: 'email', topic: 'tracking', state: 'denied' }],
      });
      const reader = await readerOf(await journeyWith('tracked'), id);
      expect([await reader.tracked('o'), await reader.tracked('c')]).toEqual([[], []]);
    });
  });

  describe('refuse what nobody signed', () => {
    it('with a page, and lead nowhere', async () => {
      const { id, reader } = await read('tracked');
      const [link = ''] = await reader.tracked('c');
      const [picture = ''] = await reader.tracked('o');
      const forged = Buffer.from(JSON.stringify(['k', 1, 1, 0, 1, 'https://evil.example/'])).toString(
        'base64url',
      );
      const [, signature = ''] = link.split('.').slice(-2);
      const wrong = [
        `${READER_URL}/t/c/${forged}.${signature}`,
        `${link.slice(0, -3)}AAA`,
        `${READER_URL}/t/c/${picture.split('/').at(-1)?.replace('.gif', '') ?? ''}`,
        `${READER_URL}/t/c/`,
        `${READER_URL}/t/c/${'x'.repeat(9_000)}`,
        `${READER_URL}/t/c/https://evil.example/`,
      ];
      for (const url of wrong) {
        const { status, headers } = await reader.get(url);
        expect([status, headers.get('location')]).toEqual([404, null]);
      }
      const page = await reader.get(wrong[0] ?? '');
      expect(await page.text()).toContain('This link does not work');
      expect((await reader.get(`${READER_URL}/t/o/${forged}.${signature}.gif`)).status).toBe(404);
      await settled(platform, id);
      expect(await eventsOf(platform, id)).toEqual([]);
    });
  });

  it('keep no reader waiting where they cannot be kept, and are kept again as soon as that works', async () => {
    const { id, reader } = await read('tracked');
    const { database: location } = new ParcoursConfig(platform.environment);
    const source = await openDataSource(await dataSourceOptions(location));
    try {
      await source.query('ALTER TABLE reaction_inbox RENAME TO lost_inbox');
      const followed = await reader.follow();
      expect([followed.status, followed.headers.get('location')]).toEqual([302, GUIDE]);
      expect((await reader.open()).status).toBe(200);
    } finally {
      await source.query('ALTER TABLE lost_inbox RENAME TO reaction_inbox');
      await source.destroy();
    }
    expect(await eventsOf(platform, id)).toEqual([]);
    expect((await reader.follow()).status).toBe(302);
    await eventsReach(platform, id, { name: 'message.clicked' });
  });
});
