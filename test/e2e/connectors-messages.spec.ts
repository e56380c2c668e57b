import type { CallbackRequest } from '@parcours/sdk';
import { profiles, waitFor } from '@parcours/testing';

import { FakeFcm, TOKENS } from '../../plugins/fcm/test/fake-fcm.js';
import { FakeSendgrid } from '../../plugins/sendgrid/test/fake-sendgrid.js';
import { callbackOf, FakeTwilio } from '../../plugins/twilio/test/fake-twilio.js';
import { aJourney, type JourneyUnderTest, type MessageSeen, settled, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';
import { eventsOf, eventsReach, READER_URL } from './support/readers.js';

const TEXTS_HOOK = `${READER_URL}/hooks/texts`;
const OUTCOMES = { on: { sent: 'got', failed: 'lost', skipped: 'passed' }, next: 'got' };
const EXITS = {
  got: { type: 'exit', reason: 'got' },
  lost: { type: 'exit', reason: 'lost' },
  passed: { type: 'exit', reason: 'passed' },
};

describe.each(profiles)(
  'connectors of the product, from a journey to its provider and back, on $name',
  (profile) => {
    let platform: Platform;
    let sendgrid: FakeSendgrid;
    let twilio: FakeTwilio;
    let fcm: FakeFcm;

    beforeAll(async () => {
      [sendgrid, twilio, fcm] = await Promise.all([
        FakeSendgrid.start(),
        FakeTwilio.start(),
        FakeFcm.start(),
      ]);
      platform = await startPlatform(profile, {
        environment: { PARCOURS_PUBLIC_URL: READER_URL, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
      });
      await connect('mails', 'sendgrid', sendgrid.config);
      await connect('texts', 'twilio', { ...twilio.config, callbackUrl: TEXTS_HOOK });
      await connect('phones', 'fcm', fcm.config);
      const ways = { email: 'mails', sms: 'texts', push: 'phones' };
      for (const [channel, connector] of Object.entries(ways)) {
        await platform.publish('channel-policies', channel, {
          name: channel,
          channels: [{ channel, connector }],
        });
      }
      const says = { subject: 'News of {{customer.first_name}}', html: '<p>Hello</p>' };
      const channels = { email: says, sms: { text: 'News' }, push: { title: 'News', body: 'Look' } };
      await platform.publish('message-templates', 'news', { name: 'News', channels });
    });
    afterAll(async () => {
      await platform.stop();
      await Promise.all([sendgrid.stop(), twilio.stop(), fcm.stop()]);
    });

    function connect(key: string, type: string, config: object): Promise<void> {
      return platform.publish('connectors', key, { name: key, type, config });
    }

    /** What a provider posts, as it has signed it; answers the status. */
    async function post({ method, url, headers, rawBody }: CallbackRequest): Promise<number> {
      const address = platform.origin + url.slice(READER_URL.length);
      return (await fetch(address, { method, headers, body: Buffer.from(rawBody) })).status;
    }

    /** A message by the policy of a channel, and the end by what became of it. */
    function sending(channel: string, more: object = {}): Promise<JourneyUnderTest> {
      const news = { type: 'message', template: 'news', policy: channel, ...OUTCOMES, ...more };
      return aJourney(platform).publish({ start: 'news', steps: { news, ...EXITS } });
    }

    /** A message by the policy of a channel, and then what the journey waits for. */
    function waitingFor(channel: string, any: readonly object[]): Promise<JourneyUnderTest> {
      const news = { type: 'message', template: 'news', policy: channel, next: 'rest' };
      const rest = { type: 'wait-for', any, timeout: { after: '9d', next: 'lost' } };
      const { got, lost } = EXITS;
      return aJourney(platform).publish({ start: 'news', steps: { news, rest, got, lost } });
    }

    async function sent(journey: JourneyUnderTest, id: string, customer: object): Promise<MessageSeen> {
      await journey.enter(id, customer);
      return journey.message(id, ({ status }) => status === 'sent');
    }

    const namesOf = async (id: string) => (await eventsOf(platform, id)).map(({ name }) => name);
    const suppressionsOf = (address: string) =>
      platform.data('GET', `/suppressions?filter[address][eq]=${encodeURIComponent(address)}`);

    describe('emails by SendGrid (D3, D5, F10)', () => {
      const by = (id: string) => ({ traits: { email: `${id}@example.org`, first_name: 'Ada' } });

      /** An item of the Event Webhook about an email, with the custom arguments that it was sent with. */
      function told(message: MessageSeen, event: string, more: object = {}): object {
        const heard = sendgrid.exchanges
          .map(({ request }) => request.body)
          .find((body) => body.includes(`"${message.id}"`));
        const { personalizations } = JSON.parse(heard ?? '{}') as {
          personalizations: { custom_args: object }[];
        };
        return {
          ...personalizations[0]?.custom_args,
          email: message.address,
          event,
          sg_event_id: `${event}-${message.id}`,
          sg_message_id: `${String(message.providerId)}.recvd-canary-1-0.1`,
          timestamp: Math.floor(Date.now() / 1_000),
          ...more,
        };
      }
      const posted = (events: readonly object[], from = sendgrid): Promise<number> =>
        post({
          ...from.event(`${JSON.stringify(events)}\r\n`, Date.now()),
          url: `${READER_URL}/hooks/mails`,
        });

      it('move the journey on by what the provider tells, and each of it counts once', async () => {
        const journey = await waitingFor('email', [{ message: 'news', is: 'opened', next: 'got' }]);
        const id = unique('reader');
        const message = await sent(journey, id, by(id));
        expect(
          sendgrid.mails.filter(({ personalizations: [to] }) => to?.to[0]?.email === message.address),
        ).toEqual([expect.objectContaining({ subject: 'News of Ada' })]);
        const events = [told(message, 'delivered', { response: '250 OK' }), told(message, 'open')];
        expect(await posted(events)).toBe(200);
        const ended = await journey.ended(id);
        expect(await journey.trail(ended.id)).toEqual(['news:queued', 'rest:opened', 'got:ended']);
        // As it was, and the same events in another delivery.
        expect([await posted(events), await posted([...events].reverse())]).toEqual([200, 200]);
        await settled(platform, id);
        expect((await namesOf(id)).sort()).toEqual(['message.delivered', 'message.opened']);
        const [seen] = await journey.messages(id);
        expect(seen).toMatchObject({ deliveredAt: expect.any(String), openedAt: expect.any(String) });
      });

      it('suppress an address that is gone: what is meant for it later is not handed over', async () => {
        const journey = await waitingFor('email', [{ message: 'news', is: 'bounced', next: 'got' }]);
        const id = unique('gone');
        const message = await sent(journey, id, by(id));
        const bounce = { type: 'bounce', status: '5.1.1', reason: '550 5.1.1 unknown' };
        expect(await posted([told(message, 'bounce', bounce)])).toBe(200);
        expect((await journey.ended(id)).endReason).toBe('got');
        const [bounced] = await eventsOf(platform, id, 'message.bounced');
        expect(bounced?.details.properties).toMatchObject({
          bounce: 'hard',
          code: '5.1.1',
          detail: bounce.reason,
        });
        expect(await suppressionsOf(`${id}@example.org`)).toMatchObject([
          { reason: 'bounced', expiresAt: null },
        ]);
        const again = await sending('email');
        const before = sendgrid.mails.length;
        await again.enter(id);
        expect((await again.ended(id)).endReason).toBe('lost');
        expect(await again.messages(id)).toMatchObject([
          { status: 'failed', failure: { code: 'messages.address-suppressed' } },
        ]);
        expect(sendgrid.mails).toHaveLength(before);
      });

      it('believe nobody who has another key', async () => {
        const journey = await waitingFor('email', [{ message: 'news', is: 'opened', next: 'got' }]);
        const id = unique('reader');
        const message = await sent(journey, id, by(id));
        const other = await FakeSendgrid.start();
        expect(await posted([told(message, 'open')], other)).toBe(401);
        await other.stop();
        await settled(platform, id);
        expect(await namesOf(id)).toEqual([]);
        expect((await journey.standsAt(id, 'rest')).state).toBe('active');
      });

      it('wait while their key is revoked, say why, and go out once when there is a new one', async () => {
        sendgrid.revokeKey();
        const journey = await sending('email');
        const id = unique('patient');
        await journey.enter(id, by(id));
        const waiting = await journey.message(id, ({ failure }) => failure !== null);
        expect(waiting).toMatchObject({
          status: 'queued',
          attempts: 0,
          failure: { code: 'sendgrid.not-authorised', detail: expect.stringContaining('revoked') },
        });
        const delivery = await platform.data('GET', '/connectors/mails/delivery');
        expect(delivery).toMatchObject({ lastError: { code: 'sendgrid.not-authorised' } });
        expect(await platform.data('POST', '/connectors/mails/test')).toMatchObject({
          status: 'down',
          detail: expect.stringContaining('revoked'),
        });
        expect((await journey.standsAt(id, 'news')).state).toBe('active');
        await connect('mails', 'sendgrid', sendgrid.config);
        expect((await journey.ended(id)).endReason).toBe('got');
        expect(await journey.messages(id)).toMatchObject([
          { status: 'sent', attempts: 1, maybeDuplicate: false },
        ]);
        expect(sendgrid.received().filter(({ to }) => to === `${id}@example.org`)).toHaveLength(1);
        expect(await platform.data('POST', '/connectors/mails/test')).toMatchObject({ status: 'up' });
      });
    });

    describe('texts by Twilio (D3, D5)', () => {
      const textsTo = (phone: string) => twilio.received().filter(({ to }) => to === phone);
      const by = (phone: string) => ({ traits: { phone } });
      const written = (from: string, text: string) => {
        const MessageSid = `SM${unique('in').replace(/\D/g, '').padStart(32, '0')}`;
        return post(
          callbackOf(TEXTS_HOOK, {
            MessageSid,
            SmsStatus: 'received',
            From: from,
            To: '+15005550006',
            Body: text,
          }),
        );
      };

      it('are delivered whatever order their receipts come in, and however often', async () => {
        const journey = await waitingFor('sms', [{ message: 'news', is: 'delivered', next: 'got' }]);
        const [id, phone] = [unique('texted'), '+447700900101'];
        const message = await sent(journey, id, by(phone));
        expect(textsTo(phone)).toEqual([{ to: phone, content: 'News' }]);
        const receipt = (MessageStatus: string) =>
          post(
            callbackOf(`${TEXTS_HOOK}?message=${message.id}`, {
              MessageSid: String(message.providerId),
              MessageStatus,
              To: phone,
            }),
          );
        for (const state of ['delivered', 'sent', 'queued', 'delivered'])
          expect(await receipt(state)).toBe(200);
        const { id: enrollment } = await journey.ended(id);
        expect(await journey.trail(enrollment)).toEqual(['news:queued', 'rest:delivered', 'got:ended']);
        await settled(platform, id);
        expect(await namesOf(id)).toEqual(['message.delivered']);
      });

      it('end with STOP, which is answered by a journey, and begin again with START', async () => {
        await platform.publish('message-templates', 'stopped', {
          name: 'Stopped',
          category: 'transactional',
          channels: { sms: { text: 'You get no more of these.' } },
        });
        const answer = await aJourney(platform).publish({
          entry: {
            triggers: [{ type: 'event', event: 'message.stop-requested' }],
            reentry: { mode: 'always' },
          },
          start: 'news',
          steps: { news: { type: 'message', template: 'stopped', policy: 'sms', ...OUTCOMES }, ...EXITS },
        });
        const journey = await sending('sms');
        const [id, phone] = [unique('texted'), '+447700900102'];
        await journey.enter(id, by(phone));
        await journey.ended(id);
        expect(await written(phone, ' Stop. ')).toBe(200);
        await eventsReach(platform, id, { name: 'message.stop-requested' });
        expect((await answer.ended(id)).endReason).toBe('got');
        const again = await sending('sms');
        await again.enter(id);
        expect((await again.ended(id)).endReason).toBe('passed');
        const [record] = await again.history((await again.ended(id)).id);
        expect(JSON.stringify(record)).toContain('consent-denied');
        expect(await written(phone, 'START')).toBe(200);
        await eventsReach(platform, id, { name: 'message.start-requested' });
        const back = await sending('sms');
        await back.enter(id);
        expect((await back.ended(id)).endReason).toBe('got');
        expect(textsTo(phone).map(({ content }) => content)).toEqual([
          'News',
          'You get no more of these.',
          'News',
        ]);
      });

      it('end with STOP for everybody who has the number', async () => {
        const [one, other, phone] = [unique('shared'), unique('shared'), '+447700900103'];
        const journey = await sending('sms');
        for (const id of [one, other]) {
          await journey.enter(id, by(phone));
          expect((await journey.ended(id)).endReason).toBe('got');
        }
        expect(await written(phone, 'STOP')).toBe(200);
        for (const id of [one, other]) await eventsReach(platform, id, { name: 'message.stop-requested' });
        const again = await sending('sms');
        for (const id of [one, other]) {
          await again.enter(id);
          expect((await again.ended(id)).endReason).toBe('passed');
        }
      });
    });

    describe('notifications by FCM (D3, F10)', () => {
      const phone = (token: string, traits: object = {}) => ({
        traits,
        devices: [{ platform: 'android', token }],
      });

      it('that reach no app any more let the journey go on, and are tried at Firebase once', async () => {
        const journey = await sending('push');
        const [reached, gone] = [unique('phone'), unique('phone')];
        await platform.data('PUT', `/customers/${reached}`, phone('a-living-token'));
        await platform.data('PUT', `/customers/${gone}`, phone(TOKENS.gone));
        await journey.enter(reached);
        expect((await journey.ended(reached)).endReason).toBe('got');
        await journey.enter(gone);
        expect((await journey.ended(gone)).endReason).toBe('lost');
        expect(await journey.messages(gone)).toMatchObject([
          { status: 'failed', failure: { code: 'fcm.unregistered' } },
        ]);
        expect(await suppressionsOf(TOKENS.gone)).toMatchObject([
          {
            channel: 'push',
            reason: 'bounced',
            expiresAt: null,
            note: expect.stringContaining('fcm.unregistered'),
          },
        ]);
        const again = await sending('push');
        await again.enter(gone);
        expect((await again.ended(gone)).endReason).toBe('lost');
        expect(await again.messages(gone)).toMatchObject([
          { failure: { code: 'messages.address-suppressed' } },
        ]);
        const heard = fcm.http.heard.filter(({ body }) => body.includes(TOKENS.gone));
        expect(heard).toHaveLength(1);
        await platform.data('PUT', `/customers/${gone}`, phone('a-new-token'));
        const anew = await sending('push');
        await anew.enter(gone);
        expect((await anew.ended(gone)).endReason).toBe('got');
      });

      it('are followed by a text where they fail, if their policy says so', async () => {
        await platform.publish('channel-policies', 'push-or-text', {
          name: 'Push or text',
          channels: [
            { channel: 'push', connector: 'phones' },
            { channel: 'sms', connector: 'texts' },
          ],
          fallback: [{ channel: 'sms', after: '30d' }],
        });
        const journey = await sending('push-or-text');
        const [id, number] = [unique('phone'), '+33612345603'];
        await platform.data('PUT', `/customers/${id}`, phone(TOKENS.otherSender, { phone: number }));
        await journey.enter(id);
        expect((await journey.ended(id)).endReason).toBe('got');
        expect(await journey.messages(id)).toMatchObject([
          { channel: 'push', status: 'failed', failure: { code: 'fcm.sender-mismatch' } },
          { channel: 'sms', status: 'sent' },
        ]);
        await waitFor(() => twilio.received().some(({ to }) => to === number));
      });
    });
  },
);
