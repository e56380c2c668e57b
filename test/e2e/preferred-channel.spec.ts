import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import { smtpConnector, startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { eventsOf, eventsReach, Reader, READER_URL } from './support/readers.js';

const PLUGINS = join(process.cwd(), 'test/e2e/support/plugins');
const SECRET = 'gateway-secret';
const TOKEN = 'a-token-for-the-mailbox';
const END = { type: 'exit', reason: 'completed' };

describe.each(profiles)('what reactions say of customers (B7, F10) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_PUBLIC_URL: READER_URL },
    });
    await platform.publish(
      'connectors',
      'mailbox',
      smtpConnector(platform.smtp.port, { inboundToken: TOKEN }),
    );
    await platform.publish('connectors', 'texts', {
      name: 'Texts',
      type: 'gateway/sms',
      config: { secret: SECRET },
    });
    await platform.publish('message-templates', 'linked', {
      name: 'linked',
      channels: { email: { subject: 'Linked', html: '<a href="https://example.com/">x</a>' } },
    });
  });
  afterAll(() => platform.stop());

  async function text(from: string, words: string): Promise<void> {
    const body = JSON.stringify({ replies: [{ from, text: words }] });
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const { status } = await fetch(`${platform.origin}/hooks/texts`, {
      method: 'POST',
      body,
      headers: { 'x-signature': signature },
    });
    expect(status).toBe(200);
  }

  async function mailed(id: string, channel = 'policy'): Promise<Reader> {
    const journey = await aJourney(platform).publish({
      start: 'hello',
      steps: { hello: { type: 'message', template: 'linked', channel, next: 'end' }, end: END },
    });
    const reader = new Reader(platform, `${id}@example.com`);
    await journey.enter(id, { traits: { email: reader.address } });
    await reader.mail();
    await journey.message(id, ({ status }) => status === 'sent');
    return reader;
  }

  let numbers = 0;
  async function phoneOwner(traits: object = {}): Promise<{ id: string; phone: string }> {
    numbers += 1;
    const phone = `+3361234${String(1000 + numbers)}`;
    const id = unique('owner');
    await platform.data('PUT', `/customers/${id}`, { traits: { phone, ...traits } });
    return { id, phone };
  }

  const channelsOf = (id: string) => platform.data('GET', `/customers/${id}/channels`);
  const consentsOf = async (id: string) => (await platform.data('GET', `/customers/${id}/consents`)).consents;

  describe('their preferred channel', () => {
    it('is found by what they react to, and explained', async () => {
      const { id, phone } = await phoneOwner();
      expect(await channelsOf(id)).toEqual({ preferred: null, explicit: null, channels: [] });
      const reader = await mailed(id);
      await reader.open();
      await reader.follow();
      await eventsReach(platform, id, { name: 'message.clicked' });
      await settled(platform, id);
      expect(await channelsOf(id)).toMatchObject({
        preferred: 'email',
        channels: [
          {
            channel: 'email',
            score: 4,
            counts: { opened: 1, clicked: 1, replied: 0 },
            lastReaction: 'clicked',
          },
        ],
      });
      await text(phone, 'Yes, please');
      await text(phone, 'And again');
      await eventsReach(platform, id, { name: 'message.replied', count: 2 });
      await settled(platform, id);
      const { preferred, channels } = await channelsOf(id);
      expect([preferred, channels.map(({ channel }: { channel: string }) => channel)]).toEqual([
        'sms',
        ['sms', 'email'],
      ]);
    });

    it('is what they say, survives a replacement of what is known, and goes along when customers are merged', async () => {
      const { id, phone } = await phoneOwner();
      await text(phone, 'Hello');
      await eventsReach(platform, id, { name: 'message.replied' });
      await settled(platform, id);
      await platform.data('PUT', `/customers/${id}`, { traits: { phone, preferred_channel: 'email' } });
      expect(await channelsOf(id)).toMatchObject({
        preferred: 'email',
        explicit: 'email',
        channels: [{ channel: 'sms' }],
      });
      const into = unique('owner');
      await platform.data('PUT', `/customers/${into}`, { traits: {} });
      await platform.data('POST', '/customers/merge', { from: id, into });
      expect(await channelsOf(into)).toMatchObject({ channels: [{ channel: 'sms', score: 4 }] });
    });

    it('is asked for by segments and journeys, in SQL as in the lane', async () => {
      const { id, phone } = await phoneOwner();
      const explicit = await phoneOwner({ preferred_channel: 'sms' });
      await text(phone, 'Hello');
      await eventsReach(platform, id, { name: 'message.replied' });
      await settled(platform, id);
      const segment = unique('texters');
      await platform.publish('segments', segment, {
        name: segment,
        kind: 'dynamic',
        condition: { preferred: 'sms' },
      });
      const later = await phoneOwner();
      const isIn = async (customer: string) => {
        const { body } = await platform.call('GET', `/customers/${customer}/segments`);
        return body.data.some(({ key }: { key: string }) => key === segment);
      };
      const comesIn = (customer: string) =>
        waitFor(async () => ((await isIn(customer)) ? true : undefined), {
          describe: () => `${customer} in ${segment}`,
        });
      await comesIn(id);
      await comesIn(explicit.id);
      expect(await isIn(later.id)).toBe(false);
      await text(later.phone, 'Hello');
      await comesIn(later.id);
      const journey = await aJourney(platform).publish({
        start: 'fork',
        steps: {
          fork: { type: 'branch', cases: [{ when: { preferred: 'sms' }, next: 'texter' }], else: 'end' },
          texter: END,
          end: END,
        },
      });
      await journey.enter(id);
      expect(await journey.trail((await journey.ended(id)).id)).toEqual(['fork:case', 'texter:ended']);
    });

    it('is tried first where a step says so, and the policy’s others after it', async () => {
      const id = unique('owner');
      await platform.data('PUT', `/customers/${id}`, {
        traits: { email: `${id}@example.com`, preferred_channel: 'sms' },
      });
      const reader = await mailed(id, 'preferred');
      expect((await reader.mail()).subject).toBe('Linked');
    });
  });

  describe('what may be sent to them', () => {
    it('ends with STOP and begins again with START, in either language, and is shown by their words', async () => {
      const { id, phone } = await phoneOwner();
      await text(phone, 'Arrêt !');
      await eventsReach(platform, id, { name: 'message.stop-requested' });
      await settled(platform, id);
      expect(await consentsOf(id)).toMatchObject([
        { channel: 'sms', topic: '*', state: 'denied', source: 'keyword' },
      ]);
      const [entry] = await platform.data('GET', `/customers/${id}/consents/history`);
      expect(entry.proof).toEqual({ text: 'Arrêt !' });
      await text(phone, 'start');
      await eventsReach(platform, id, { name: 'message.start-requested' });
      await settled(platform, id);
      expect(await consentsOf(id)).toMatchObject([{ channel: 'sms', topic: '*', state: 'granted' }]);
      await text(phone, 'AIDE');
      await eventsReach(platform, id, { name: 'message.help-requested' });
      const names = (await eventsOf(platform, id, 'consent.')).map(({ name }) => name);
      expect(names).toEqual(['consent.denied', 'consent.granted']);
    });

    it('ends with a complaint that comes by mail', async () => {
      const id = unique('owner');
      const reader = await mailed(id);
      const { headers } = await reader.mail();
      const report = [
        'From: fbl@example.net',
        'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
        '',
        '--b',
        'Content-Type: message/feedback-report',
        '',
        'Feedback-Type: abuse',
        '',
        '--b',
        'Content-Type: message/rfc822',
        '',
        `Message-ID: ${headers['message-id'] ?? ''}`,
        '',
        'Hello',
        '--b--',
      ].join('\r\n');
      const post = (token: string) =>
        fetch(`${platform.origin}/hooks/mailbox`, {
          method: 'POST',
          body: report,
          headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
        });
      expect((await post('wrong')).status).toBe(401);
      expect((await post(TOKEN)).status).toBe(200);
      await eventsReach(platform, id, { name: 'message.complained' });
      await settled(platform, id);
      expect(await consentsOf(id)).toMatchObject([
        { channel: 'email', topic: '*', state: 'denied', source: 'complaint' },
      ]);
      const address = encodeURIComponent(reader.address);
      expect(await platform.data('GET', `/suppressions?filter[address][eq]=${address}`)).toMatchObject([
        { reason: 'complained' },
      ]);
    });
  });

  it('a reply by mail is credited to the message that it answers', async () => {
    const id = unique('owner');
    const reader = await mailed(id);
    const { headers } = await reader.mail();
    const reply = [
      'From: Somebody <somebody.else@example.net>',
      'Subject: Re: Linked',
      `In-Reply-To: ${headers['message-id'] ?? ''}`,
      '',
      'Oui',
      '',
      '> Linked',
    ].join('\r\n');
    await fetch(`${platform.origin}/hooks/mailbox?token=${TOKEN}`, { method: 'POST', body: reply });
    const [event] = await eventsReach(platform, id, { name: 'message.replied' });
    expect(event?.details.properties).toMatchObject({ text: 'Oui', subject: 'Re: Linked', step: 'hello' });
  });
});
