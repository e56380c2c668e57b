import { profiles } from '@parcours/testing';
import { Consents, PUBLIC_URL, startWithTopics } from './support/consents.js';
import { aJourney, unique } from './support/journeys.js';
import { visit } from './support/pages.js';
import type { Platform } from './support/platform.js';

const linkIn = (header: string | undefined): string => /^<([^>]+)>$/.exec(header ?? '')?.[1] ?? '';

describe.each(profiles)('consent (F10, B4) on $name', (profile) => {
  let platform: Platform;
  let put: Consents['put'];
  let say: Consents['say'];
  let history: Consents['history'];
  let consentsOf: Consents['of'];
  beforeAll(async () => {
    platform = await startWithTopics(profile);
    ({ put, say, history, of: consentsOf } = new Consents(platform));
  });
  afterAll(() => platform.stop());

  const page = (path: string, form?: string) => visit(`${platform.origin}${path}`, form);

  describe('by the API', () => {
    it('is unknown until somebody decides, and kept with what shows it', async () => {
      const id = unique('c');
      await put(id);
      expect(await consentsOf(id)).toEqual({});
      const proof = { text: 'Send me news.', address: '203.0.113.7', url: 'https://shop.example/form' };
      const decidedAt = '2026-03-02T08:00:00.000Z';
      await say(id, [{ channel: 'email', topic: 'news', state: 'granted', decidedAt, proof }]);
      expect(await consentsOf(id)).toEqual({ 'email:news': 'granted' });
      expect(await history(id)).toEqual([
        expect.objectContaining({
          channel: 'email',
          topic: 'news',
          state: 'granted',
          source: 'api',
          decidedAt,
          proof,
        }),
      ]);
    });

    it('is added to by PATCH and said as a whole by PUT', async () => {
      const id = unique('c');
      await put(id);
      await say(id, [{ channel: 'email', topic: 'news', state: 'granted' }]);
      await say(id, [{ channel: 'sms', state: 'denied' }]);
      expect(await consentsOf(id)).toEqual({ 'email:news': 'granted', 'sms:*': 'denied' });
      await say(id, [{ channel: 'email', topic: 'offers', state: 'granted' }], 'PUT');
      expect(await consentsOf(id)).toEqual({ 'email:offers': 'granted' });
      expect((await history(id)).map(({ state }: { state: string }) => state)).toEqual([
        'granted',
        'denied',
        'unknown',
        'unknown',
        'granted',
      ]);
    });

    it('has the ETag of the customer', async () => {
      const id = unique('c');
      await put(id);
      const { headers } = await platform.call('GET', `/customers/${id}/consents`);
      const seen = { 'if-match': headers.get('etag') ?? '' };
      const body = { consents: [{ channel: 'email', state: 'denied' }] };
      expect((await platform.call('PATCH', `/customers/${id}/consents`, body, seen)).status).toBe(200);
      expect((await platform.call('PATCH', `/customers/${id}/consents`, body, seen)).status).toBe(412);
    });

    it('heeds no decision that is older than the last one', async () => {
      const id = unique('c');
      await put(id);
      await say(id, [
        { channel: 'email', topic: 'news', state: 'denied', decidedAt: '2026-05-01T00:00:00Z' },
      ]);
      await say(id, [
        { channel: 'email', topic: 'news', state: 'granted', decidedAt: '2026-04-01T00:00:00Z' },
      ]);
      expect(await consentsOf(id)).toEqual({ 'email:news': 'denied' });
      expect(await history(id)).toHaveLength(2);
    });

    it.each([
      ['a state that there is not', [{ channel: 'email', state: 'yes' }], '/consents/0/state'],
      ['no channel', [{ state: 'granted' }], '/consents/0/channel'],
      [
        'a proof with other members',
        [{ channel: 'email', state: 'granted', proof: { ip: '1' } }],
        '/consents/0/proof/ip',
      ],
    ])('is refused with %s', async (_what, consents, pointer) => {
      const id = unique('c');
      await put(id);
      const { status, body } = await say(id, consents);
      expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
      expect((await say('nobody-at-all', [])).status).toBe(404);
    });

    it('survives a PUT of the customer and moves when customers merge, the later decision first', async () => {
      const [from, into] = [unique('c'), unique('c')];
      await put(from);
      await put(into);
      const at = (day: number) => `2026-04-0${day}T00:00:00Z`;
      await say(from, [
        { channel: 'email', topic: 'news', state: 'denied', decidedAt: at(3) },
        { channel: 'email', topic: 'offers', state: 'granted', decidedAt: at(1) },
      ]);
      await say(into, [
        { channel: 'email', topic: 'news', state: 'granted', decidedAt: at(2) },
        { channel: 'email', topic: 'offers', state: 'denied', decidedAt: at(2) },
      ]);
      await put(into);
      await platform.data('POST', '/customers/merge', { from, into });
      expect(await consentsOf(from)).toEqual({ 'email:news': 'denied', 'email:offers': 'denied' });
      expect(await history(into)).toHaveLength(4);
    });
  });

  describe('decides what is sent', () => {
    const sendTo = async (id: string, template: string) => {
      const journey = await aJourney(platform).publish({
        start: 'send',
        steps: {
          send: {
            type: 'message',
            template,
            on: { sent: 'sent', skipped: 'skipped', failed: 'failed' },
            next: 'sent',
          },
          ...Object.fromEntries(
            ['sent', 'skipped', 'failed'].map((reason) => [reason, { type: 'exit', reason }]),
          ),
        },
      });
      await journey.enter(id);
      const { id: enrollment, endReason } = await journey.ended(id);
      const [record] = await journey.history(enrollment);
      return { endReason, reason: record?.detail?.['reason'] };
    };

    it.each([
      ['news', [], 'sent', undefined],
      ['news', [{ channel: 'email', topic: 'news', state: 'denied' }], 'skipped', 'consent-denied'],
      ['news', [{ channel: 'email', state: 'denied' }], 'skipped', 'consent-denied'],
      ['news', [{ channel: 'sms', state: 'denied' }], 'sent', undefined],
      ['news', [{ channel: 'email', topic: 'news', state: 'pending' }], 'skipped', 'consent-pending'],
      ['offers', [], 'skipped', 'consent-missing'],
      ['offers', [{ channel: 'email', topic: 'offers', state: 'granted' }], 'sent', undefined],
      ['invoice', [{ channel: 'email', state: 'denied' }], 'sent', undefined],
      ['hello', [{ channel: 'email', state: 'denied' }], 'skipped', 'consent-denied'],
    ])('%s, when %j was said: %s', async (template, consents, endReason, reason) => {
      const id = unique('s');
      await put(id);
      if (consents.length > 0) await say(id, consents);
      expect(await sendTo(id, template)).toEqual({ endReason, reason });
      const arrived = platform.smtp.mails.filter(({ to }) => to.includes(`${id}@example.com`));
      expect(arrived).toHaveLength(endReason === 'sent' ? 1 : 0);
    });

    it('and lets journeys ask for it', async () => {
      const journey = await aJourney(platform).publish({
        start: 'ask',
        steps: {
          ask: {
            type: 'branch',
            cases: [{ when: { consent: { channel: 'email', topic: 'offers', is: 'granted' } }, next: 'yes' }],
            else: 'no',
          },
          yes: { type: 'exit', reason: 'yes' },
          no: { type: 'exit', reason: 'no' },
        },
      });
      const [yes, no] = [unique('s'), unique('s')];
      await put(yes);
      await put(no);
      await say(yes, [{ channel: 'email', topic: 'offers', state: 'granted' }]);
      for (const id of [yes, no]) await journey.enter(id);
      expect([(await journey.ended(yes)).endReason, (await journey.ended(no)).endReason]).toEqual([
        'yes',
        'no',
      ]);
    });

    it('stops a message that is on its way already (B1)', async () => {
      const id = unique('late');
      await put(id);
      const journey = await aJourney(platform).publish({
        start: 'send',
        steps: {
          send: { type: 'message', template: 'news', next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      });
      await journey.enter(id);
      await journey.message(id, ({ status, failure }) => status === 'queued' && failure !== null);
      await say(id, [{ channel: 'email', topic: 'news', state: 'denied' }]);
      const message = await journey.message(id, ({ status }) => status === 'failed');
      expect(message).toMatchObject({ attempts: 2, failure: { code: 'messages.consent-denied' } });
    });

    it('by the topic that a policy gives to a segment, for messages that wait as well (B6)', async () => {
      const [wants, leaves, key] = [unique('vip'), unique('vip'), unique('topics')];
      for (const id of [wants, leaves]) {
        await put(id);
        await say(id, [{ channel: 'email', topic: 'offers', state: 'granted' }]);
      }
      await say(wants, [{ channel: 'email', topic: 'news', state: 'denied' }]);
      await platform.publish('segments', key, { name: key, kind: 'static', customers: [wants, leaves] });
      await platform.publish('channel-policies', key, {
        name: key,
        topic: 'news',
        channels: [{ channel: 'email', connector: 'mailbox' }],
        overrides: [{ segment: key, topic: 'offers' }],
      });
      const journey = await aJourney(platform).publish({
        start: 'send',
        steps: {
          send: { type: 'message', template: 'hello', policy: key, next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      });
      const pause = await platform.data('POST', '/pauses', { all: true, reason: 'to choose in peace' });
      for (const id of [wants, leaves]) {
        await journey.enter(id);
        await journey.message(id, ({ status }) => status === 'held');
      }
      await say(leaves, [{ channel: 'email', topic: 'offers', state: 'denied' }]);
      await platform.data('DELETE', `/pauses/${pause.id}`);
      const left = await journey.message(leaves, ({ status }) => status === 'failed' || status === 'sent');
      expect(left).toMatchObject({ status: 'failed', failure: { code: 'messages.consent-denied' } });
      const wanted = await journey.message(wants, ({ status }) => status === 'failed' || status === 'sent');
      expect(wanted).toMatchObject({ status: 'sent', failure: null });
      const mail = platform.smtp.mails.find(({ to }) => to.includes(`${wants}@example.com`));
      const header = linkIn(mail?.headers['list-unsubscribe']);
      await page(header.slice(PUBLIC_URL.length), 'List-Unsubscribe=One-Click');
      expect(await consentsOf(wants)).toEqual({ 'email:news': 'denied', 'email:offers': 'denied' });
    });

    it('and an address that is suppressed gets nothing, until that expires', async () => {
      const suppressed = unique('S');
      await put(suppressed);
      const address = `${suppressed}@Example.com`;
      const added = await platform.call('POST', '/suppressions', { address, reason: 'complained' });
      expect([added.status, added.body.data.address]).toEqual([201, address.toLowerCase()]);
      expect(await sendTo(suppressed, 'invoice')).toMatchObject({ endReason: 'failed' });
      const [message] = await platform.data('GET', `/customers/${suppressed}/messages`);
      expect(message).toMatchObject({ status: 'failed', failure: { code: 'messages.address-suppressed' } });
      const past = new Date(Date.now() - 1_000).toISOString();
      const { id } = added.body.data;
      await platform.data('PATCH', `/suppressions/${id}`, { expiresAt: past });
      expect(await sendTo(suppressed, 'invoice')).toMatchObject({ endReason: 'sent' });
    });
  });

  describe('messages', () => {
    it('carry links that lead to the pages, and headers for mail clients', async () => {
      const id = unique('m');
      await put(id);
      const journey = await aJourney(platform).publish({
        start: 'send',
        steps: {
          send: { type: 'message', template: 'news', next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      });
      await journey.enter(id);
      await journey.message(id, ({ status }) => status === 'sent');
      const mail = platform.smtp.mails.find(({ to }) => to.includes(`${id}@example.com`));
      const header = linkIn(mail?.headers['list-unsubscribe']);
      expect(header).toMatch(new RegExp(`^${PUBLIC_URL}/t/u/[\\w-]+\\.[\\w-]+$`));
      expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
      expect(mail?.html).toContain(header);
      const path = header.slice(PUBLIC_URL.length);

      const asked = await page(path);
      expect(asked.status).toBe(200);
      expect(await consentsOf(id)).toEqual({});
      const left = await page(path, 'List-Unsubscribe=One-Click');
      expect(left.status).toBe(200);
      expect(await consentsOf(id)).toEqual({ 'email:news': 'denied' });
      const [entry] = await history(id);
      expect(entry).toMatchObject({ source: 'unsubscribe-link', proof: { address: '127.0.0.1' } });
    });

    it('are left by a form of the other kind as well', async () => {
      const id = unique('m');
      await put(id);
      const path = await unsubscribePath(id);
      const body =
        '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
      const response = await fetch(`${platform.origin}${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      expect(response.status).toBe(200);
      expect(await consentsOf(id)).toEqual({ 'email:*': 'denied' });
    });

    const unsubscribePath = async (id: string): Promise<string> => {
      const journey = await aJourney(platform).publish({
        start: 'send',
        steps: {
          send: { type: 'message', template: 'hello', next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      });
      await journey.enter(id);
      await journey.message(id, ({ status }) => status === 'sent');
      const mail = platform.smtp.mails.find(({ to }) => to.includes(`${id}@example.com`));
      return linkIn(mail?.headers['list-unsubscribe']).slice(PUBLIC_URL.length);
    };
  });
});
