import { profiles, waitFor } from '@parcours/testing';
import { Consents, PUBLIC_URL, startWithTopics } from './support/consents.js';
import { aJourney, unique } from './support/journeys.js';
import { type Form, formOf, visit } from './support/pages.js';
import type { Platform } from './support/platform.js';
import { eventsOf } from './support/readers.js';

describe.each(profiles)('the preference page (F10) on $name', (profile) => {
  let platform: Platform;
  let put: Consents['put'];
  let say: Consents['say'];
  let history: Consents['history'];
  let preferences: Consents['preferences'];
  let consentsOf: Consents['of'];
  beforeAll(async () => {
    platform = await startWithTopics(profile);
    ({ put, say, history, preferences, of: consentsOf } = new Consents(platform));
  });
  afterAll(() => platform.stop());

  const page = (path: string, form?: Form) => visit(`${platform.origin}${path}`, form);

  it('shows what is published, in the customer’s language, with what holds', async () => {
    const id = unique('p');
    await put(id, { locale: 'fr-CA' });
    const path = await preferences(id);
    const { status, headers, html } = await page(path);
    expect(status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('Nouvelles');
    expect(html).toContain('p•••@example.com');
    expect(html).not.toContain(`${id}@`);
    const inEnglish = (await page(`${path}?lang=en`)).html;
    expect(inEnglish).toContain('News &amp; &lt;views&gt;');
    expect(inEnglish).not.toContain('<views>');
    expect(formOf(html, {})).toEqual({
      on: ['email:news', 'sms:news'],
      off: ['email:offers', 'email:club'],
      choice: ['email:news', 'sms:news'],
      do: ['save'],
    });
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).not.toContain('<script');
  });

  it('takes over what was changed, and nothing else', async () => {
    const id = unique('p');
    await put(id);
    const path = await preferences(id);
    const { html } = await page(path);
    const saved = await page(path, formOf(html, { 'sms:news': false, 'email:offers': true }));
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?told=saved`]);
    expect(await consentsOf(id)).toEqual({ 'sms:news': 'denied', 'email:offers': 'granted' });
    expect((await page(`${path}?told=saved`)).html).toContain('Your choices are saved.');
    const again = await page(path, formOf((await page(path)).html, {}));
    expect(again.headers.get('location')).toBe(`${path}?told=unchanged`);
    const entries = await history(id);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      source: 'preference-page',
      proof: { text: 'News & <views> · Once a month. · SMS', address: '127.0.0.1', url: '/p/' },
    });
  });

  it('stops everything at one click, and begins again', async () => {
    const id = unique('p');
    await put(id);
    const path = await preferences(id);
    await page(path, { do: 'stop' });
    expect(await consentsOf(id)).toEqual({ 'email:*': 'denied', 'sms:*': 'denied' });
    const { html } = await page(path);
    expect(formOf(html, {}).on).toEqual([]);
    await page(path, formOf(html, { 'email:news': true }));
    expect(await consentsOf(id)).toMatchObject({ 'email:*': 'denied', 'email:news': 'granted' });
  });

  it('asks to confirm where a topic asks for it, and journeys send the link (double opt-in)', async () => {
    const id = unique('p');
    await put(id);
    const journey = await aJourney(platform).publish({
      entry: {
        triggers: [{ type: 'event', event: 'consent.pending', where: { property: 'topic', is: 'club' } }],
        reentry: { mode: 'always' },
      },
      start: 'rest',
      steps: {
        rest: { type: 'wait', for: '30d', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    const path = await preferences(id);
    await page(path, formOf((await page(path)).html, { 'email:club': true }));
    expect(await consentsOf(id)).toEqual({ 'email:club': 'pending' });
    const enrollment = await journey.standsAt(id, 'rest');
    const { context } = await platform.data('GET', `/enrollments/${enrollment.id}`);
    const url: string = context.event.properties.confirm_url;
    expect(url.startsWith(`${PUBLIC_URL}/p/`)).toBe(true);
    const confirm = url.slice(PUBLIC_URL.length);
    expect((await page(confirm)).html).toContain('You asked for “Club”. Is that right?');
    expect(await consentsOf(id)).toEqual({ 'email:club': 'pending' });
    expect((await page(confirm, { do: 'yes' })).status).toBe(303);
    expect(await consentsOf(id)).toEqual({ 'email:club': 'granted' });
    expect((await page(confirm)).html).toContain('Thank you.');
    const entries = await history(id);
    expect(entries.map(({ source }: { source: string }) => source)).toEqual([
      'preference-page',
      'confirmation-link',
    ]);
  });

  it('confirms nothing that was decided otherwise since', async () => {
    const id = unique('p');
    await put(id);
    const { body } = await say(id, [{ channel: 'email', topic: 'club', state: 'pending' }]);
    const [{ confirmPath }] = body.data.consents;
    await say(id, [{ channel: 'email', topic: 'club', state: 'denied' }]);
    await page(confirmPath, { do: 'yes' });
    expect(await consentsOf(id)).toEqual({ 'email:club': 'denied' });
    expect((await page(confirmPath)).html).toContain('outdated');
  });

  it('is found by who took a customer in, and by nobody once they are gone', async () => {
    const [from, into] = [unique('p'), unique('p')];
    await put(from);
    await put(into);
    const path = await preferences(from);
    await platform.data('POST', '/customers/merge', { from, into });
    await page(path, { do: 'stop' });
    expect(await consentsOf(into)).toMatchObject({ 'email:*': 'denied' });
    await platform.call('DELETE', `/customers/${into}`);
    expect((await page(path)).status).toBe(404);
  });

  it.each([
    ['no token at all', '/p/x'],
    ['one that nobody signed', `/p/${Buffer.from('["p",1,0,0,0]').toString('base64url')}.${'A'.repeat(22)}`],
    ['one for something else', 'unsubscribe'],
    ['one of the wrong length', `/p/${'a'.repeat(400)}.b`],
  ])('says so in both languages for %s', async (_what, path) => {
    const id = unique('p');
    await put(id);
    const [content = '', signature = ''] = (await preferences(id)).slice(3).split('.');
    const used = path === 'unsubscribe' ? `/t/u/${content}.${signature}` : path;
    const { status, html, headers } = await page(used);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
    expect(html).toContain('This link does not work');
    expect(html).toContain('Ce lien ne fonctionne pas');
    const other = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
    expect((await page(`/p/${content}.${other}`)).status).toBe(404);
  });

  describe('asks for the channel that is preferred (B7)', () => {
    beforeAll(async () => {
      const config = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'never-used', from: '+12025550123' };
      await platform.publish('connectors', 'texts', { name: 'Texts', type: 'twilio', config });
    });
    const offered = (html: string) =>
      [...html.matchAll(/name="contact" value="([^"]*)"( checked)?/g)].map(
        ([, channel, checked]) => `${channel ?? ''}${checked ? '*' : ''}`,
      );
    const channelsOf = (id: string) => platform.data('GET', `/customers/${id}/channels`);
    const phone = '+33612345678';

    it('only where there is a choice', async () => {
      const [one, two, refused] = [unique('p'), unique('p'), unique('p')];
      await put(one);
      await put(two, { phone, locale: 'fr' });
      await put(refused, { phone });
      await say(refused, [{ channel: 'sms', state: 'denied' }]);
      expect(offered((await page(await preferences(one))).html)).toEqual([]);
      expect(offered((await page(await preferences(refused))).html)).toEqual([]);
      const { html } = await page(await preferences(two));
      expect(offered(html)).toEqual(['*', 'email', 'sms']);
      expect(html).toContain('Peu importe');
    });

    it('and keeps the answer where a step finds it, with an event on the timeline', async () => {
      const id = unique('p');
      await put(id, { phone });
      const path = await preferences(id);
      const form = formOf((await page(path)).html, {});
      const saved = await page(path, { ...form, 'contact-shown': '', contact: 'sms' });
      expect(saved.headers.get('location')).toBe(`${path}?told=saved`);
      expect(await channelsOf(id)).toMatchObject({ preferred: 'sms', explicit: 'sms' });
      const { html } = await page(path);
      expect(offered(html)).toEqual(['', 'email', 'sms*']);
      const left = await page(path, { ...formOf(html, {}), 'contact-shown': 'sms', contact: 'sms' });
      expect(left.headers.get('location')).toBe(`${path}?told=unchanged`);
      await page(path, { ...formOf(html, {}), 'contact-shown': 'sms', contact: '' });
      expect(await channelsOf(id)).toMatchObject({ preferred: null, explicit: null });
      const events = await waitFor(
        async () => {
          const seen = await eventsOf(platform, id, 'preference.');
          return seen.length >= 2 ? seen : undefined;
        },
        { describe: () => `two changes of ${id}` },
      );
      expect(events.map(({ name, details }) => [name, details.properties])).toEqual([
        ['preference.changed', { channel: 'sms', previous: null, source: 'preference-page' }],
        ['preference.changed', { channel: null, previous: 'sms', source: 'preference-page' }],
      ]);
    });

    it('and shows one that is reached no more, to be taken back', async () => {
      const id = unique('p');
      await put(id, { preferred_channel: 'push' });
      const path = await preferences(id);
      const { html } = await page(path);
      expect(offered(html)).toEqual(['', 'email', 'push*']);
      await page(path, { ...formOf(html, {}), 'contact-shown': 'push', contact: 'email' });
      expect(await channelsOf(id)).toMatchObject({ explicit: 'email' });
      expect(offered((await page(path)).html)).toEqual(['', 'email*']);
    });

    it.each(['fax', 'sms', 'webhook', '<b>'])(
      'and takes nothing that it did not offer (%s)',
      async (contact) => {
        const id = unique('p');
        await put(id);
        const path = await preferences(id);
        const answer = await page(path, { 'contact-shown': '', contact, do: 'save' });
        expect(answer.headers.get('location')).toBe(`${path}?told=unchanged`);
        expect(await channelsOf(id)).toMatchObject({ explicit: null });
      },
    );
  });

  it('takes no forms elsewhere', async () => {
    const response = await fetch(`${platform.origin}/api/v1/suppressions`, {
      method: 'POST',
      body: 'a=b',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: platform.authorization,
      },
    });
    expect(response.status).toBe(415);
  });
});
