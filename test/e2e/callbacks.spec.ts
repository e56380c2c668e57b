import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, type JourneyUnderTest, type MessageSeen, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { eventsOf, eventsReach, READER_URL } from './support/readers.js';

const PLUGINS = join(process.cwd(), 'test/e2e/support/plugins');
const SECRET = 'gateway-secret';
const END = { type: 'exit', reason: 'completed' };

describe.each(profiles)('what providers tell of their own accord (D5) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_PUBLIC_URL: READER_URL },
    });
    for (const channel of ['mail', 'sms', 'push']) {
      await platform.publish('connectors', `gateway-${channel}`, {
        name: channel,
        type: `gateway/${channel}`,
        config: { secret: SECRET },
      });
    }
    await platform.publish('connectors', 'other', {
      name: 'other',
      type: 'gateway/mail',
      config: { secret: 'another-secret' },
    });
    await platform.publish('channel-policies', 'gateway', {
      name: 'Gateway',
      channels: [{ channel: 'email', connector: 'gateway-mail' }],
    });
  });
  afterAll(() => platform.stop());

  async function post(connector: string, body: string | Buffer, headers: Record<string, string> = {}) {
    const response = await fetch(`${platform.origin}/hooks/${connector}`, { method: 'POST', body, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  function tell(connector: string, told: object, secret = SECRET) {
    const body = JSON.stringify(told);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    return post(connector, body, { 'x-signature': signature, 'content-type': 'application/json' });
  }

  async function journeyWith(steps: object = {}): Promise<JourneyUnderTest> {
    return aJourney(platform).publish({
      start: 'hello',
      steps: {
        hello: { type: 'message', template: 'hello', policy: 'gateway', next: 'rest' },
        rest: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
        end: END,
        ...steps,
      },
    });
  }

  async function sent(
    journey: JourneyUnderTest,
    id = unique('told'),
    traits: object = {},
  ): Promise<MessageSeen> {
    await journey.enter(id, { traits: { email: `${id}@example.com`, ...traits } });
    return journey.message(id, ({ status }) => status === 'sent');
  }

  describe('of messages', () => {
    it('is matched by the provider’s name of it or ours, told once, and moves journeys', async () => {
      const journey = await journeyWith({
        rest: {
          type: 'wait-for',
          any: [{ message: 'hello', is: 'delivered', next: 'end' }],
          timeout: { after: '9d', next: 'end' },
        },
      });
      const message = await sent(journey);
      const receipt = { kind: 'delivered', providerId: message.providerId, code: 'DELIVRD' };
      const { status, text } = await tell('gateway-mail', { reactions: [receipt] });
      expect([status, JSON.parse(text)]).toEqual([200, { url: `${READER_URL}/hooks/gateway-mail` }]);
      const { id } = await journey.ended(message.customerId);
      expect(await journey.trail(id)).toEqual(['hello:queued', 'rest:delivered', 'end:ended']);
      await tell('gateway-mail', { reactions: [receipt, { kind: 'delivered', messageId: message.id }] });
      await settled(platform, message.customerId);
      const events = await eventsOf(platform, message.customerId);
      expect(events.map(({ name }) => name)).toEqual(['message.delivered']);
      expect(events[0]?.details.properties).toMatchObject({
        message: message.id,
        code: 'DELIVRD',
        channel: 'email',
      });
      expect((await journey.messages(message.customerId))[0]?.deliveredAt).not.toBeNull();
    });

    it('comes in any order: what has come back was not delivered, whoever says so afterwards', async () => {
      const journey = await journeyWith();
      const { id: messageId, customerId } = await sent(journey);
      await tell('gateway-mail', {
        reactions: [{ kind: 'bounced', bounce: 'soft', messageId, code: '4.2.2' }],
      });
      await eventsReach(platform, customerId, { name: 'message.bounced' });
      await tell('gateway-mail', { reactions: [{ kind: 'delivered', messageId }] });
      await settled(platform, customerId);
      expect((await eventsOf(platform, customerId)).map(({ name }) => name)).toEqual(['message.bounced']);
      const message = await journey.message(customerId, ({ bouncedAt }) => bouncedAt !== null);
      expect(message.deliveredAt).toBeNull();
    });

    it('keeps apart what the provider says that a machine did, and passes over what is nobody’s', async () => {
      const journey = await journeyWith();
      const { customerId, providerId } = await sent(journey);
      await tell('gateway-push', { reactions: [{ kind: 'delivered', providerId: 'gw-nowhere' }] });
      await tell('gateway-mail', { reactions: [{ kind: 'opened', providerId, isAutomated: true }] });
      const [event] = await eventsReach(platform, customerId, { name: 'message.opened-automatically' });
      expect(event?.details.properties.reason).toBe('scanner');
    });

    it('is believed of its own messages alone', async () => {
      const journey = await journeyWith();
      const { id: messageId, customerId, providerId } = await sent(journey);
      const told = {
        reactions: [
          { kind: 'bounced', messageId },
          { kind: 'bounced', providerId },
        ],
      };
      expect((await tell('other', told, 'another-secret')).status).toBe(200);
      await tell('gateway-mail', { reactions: [{ kind: 'delivered', messageId }] });
      await eventsReach(platform, customerId, { name: 'message.delivered' });
      await settled(platform, customerId);
      expect((await eventsOf(platform, customerId)).map(({ name }) => name)).toEqual(['message.delivered']);
    });
  });

  describe('of addresses (F10)', () => {
    const suppressionsOf = (address: string) =>
      platform.data('GET', `/suppressions?filter[address][eq]=${encodeURIComponent(address)}`);

    it('suppresses those that are gone, at once and for ever', async () => {
      const journey = await journeyWith();
      const { id: messageId, customerId, address } = await sent(journey);
      await tell('gateway-mail', {
        reactions: [{ kind: 'bounced', bounce: 'hard', messageId, code: '5.1.1' }],
      });
      const [event] = await eventsReach(platform, customerId, { name: 'message.bounced' });
      expect(event?.details.properties).toMatchObject({ bounce: 'hard', code: '5.1.1' });
      expect(await suppressionsOf(address ?? '')).toMatchObject([
        { channel: 'email', reason: 'bounced', expiresAt: null },
      ]);
      await tell('gateway-sms', {
        reactions: [{ kind: 'bounced', bounce: 'hard', address: '+33612000001' }],
      });
      await waitFor(async () => ((await suppressionsOf('+33612000001')).length > 0 ? true : undefined));
    });

    it('suppresses those that are full for a while, when that goes on', async () => {
      const journey = await journeyWith();
      const id = unique('full');
      for (const count of [1, 2, 3]) {
        await journey.enter(id, { traits: { email: `${id}@example.com` } });
        const messages = await waitFor(async () => {
          const all = (await journey.messages(id)).filter(({ status }) => status === 'sent');
          return all.length === count ? all : undefined;
        });
        expect(await suppressionsOf(`${id}@example.com`)).toEqual([]);
        const messageId = messages.at(-1)?.id;
        await tell('gateway-mail', { reactions: [{ kind: 'bounced', messageId }] });
        await eventsReach(platform, id, { name: 'message.bounced', count });
      }
      const [suppression] = await suppressionsOf(`${id}@example.com`);
      expect(suppression).toMatchObject({ reason: 'bounced' });
      expect(Date.parse(suppression.expiresAt) - Date.parse(suppression.createdAt)).toBe(30 * 86_400_000);
    });
  });

  describe('of those who write back', () => {
    it('is a reply to the last message, and chooses what its words stand for', async () => {
      const journey = await journeyWith({
        hello: {
          type: 'choice',
          template: 'hello',
          policy: 'gateway',
          options: [
            { key: 'call', label: 'Call me', keyword: '1', next: 'end' },
            { key: 'read', label: 'Guide', keyword: '2', next: 'rest' },
          ],
          timeout: { after: '5d', next: 'rest' },
        },
      });
      const { customerId, address } = await sent(journey);
      await tell('gateway-mail', { replies: [{ from: address?.toUpperCase(), text: ' 1 ', id: 'reply-1' }] });
      await tell('gateway-mail', { replies: [{ from: address, text: '2', id: 'reply-1' }] });
      const { id } = await journey.ended(customerId);
      expect(await journey.trail(id)).toEqual(['hello:chosen', 'end:ended']);
      await settled(platform, customerId);
      const replies = await eventsOf(platform, customerId, 'message.replied');
      expect(replies).toHaveLength(1);
      expect(replies[0]?.details.properties).toMatchObject({
        text: ' 1 ',
        step: 'hello',
        journey: journey.key,
      });
      expect((await journey.messages(customerId))[0]?.repliedAt).not.toBeNull();
    });

    it('is heard from a number that was never written to, and passed over from nobody’s', async () => {
      const id = unique('phone');
      await platform.data('PUT', `/customers/${id}`, { traits: { phone: '+33612345678' } });
      await tell('gateway-sms', {
        replies: [
          { from: '+33699999999', text: 'who is this' },
          { from: '+33612345678', text: 'Bonjour' },
          { from: '+33612345678', text: 'Back on Monday', isAutomated: true },
        ],
      });
      await eventsReach(platform, id, { name: 'message.replied-automatically' });
      const [reply] = await eventsOf(platform, id, 'message.replied');
      expect(reply?.details.properties).toEqual({ channel: 'sms', text: 'Bonjour' });
    });
  });

  describe('is refused', () => {
    it('without the provider’s signature, or with one of long ago', async () => {
      const { customerId, id: messageId } = await sent(await journeyWith());
      const told = { reactions: [{ kind: 'delivered', messageId }] };
      for (const answer of [
        await tell('gateway-mail', told, 'wrong'),
        await post('gateway-mail', JSON.stringify(told)),
        await post('gateway-mail', ''),
        await tell('gateway-mail', { ...told, signedAt: Date.now() - 600_000 }),
        await tell('gateway-mail', { ...told, signedAt: Date.now() + 600_000 }),
      ]) {
        expect([answer.status, JSON.parse(answer.text).code]).toEqual([401, 'messages.callback-refused']);
        expect(answer.text).not.toContain(SECRET);
      }
      await settled(platform, customerId);
      expect(await eventsOf(platform, customerId)).toEqual([]);
    });

    it('passes over a delivery that it had before', async () => {
      const id = unique('phone');
      const phone = '+33612345600';
      await platform.data('PUT', `/customers/${id}`, { traits: { phone } });
      const told = { id: 'delivery-1', signedAt: Date.now(), replies: [{ from: phone, text: 'Hello' }] };
      const answers = await Promise.all([tell('gateway-sms', told), tell('gateway-sms', told)]);
      expect([...answers, await tell('gateway-sms', told)].map(({ status }) => status)).toEqual([
        200, 200, 200,
      ]);
      await tell('gateway-sms', { ...told, id: 'delivery-2' });
      await eventsReach(platform, id, { name: 'message.replied', count: 2 });
      await settled(platform, id);
      expect(await eventsOf(platform, id)).toHaveLength(2);
    });

    it('where nothing is expected', async () => {
      for (const connector of ['nowhere', 'constructor', '__proto__', 'a'.repeat(200)]) {
        expect((await tell(connector, {})).status).toBe(404);
      }
    });

    it.each([
      ['what the plugin stumbles over', { throws: true }],
      ['what it makes rubbish of', { rubbish: { status: 'accepted', reactions: [{ kind: 'eaten' }] } }],
      ['no result at all', { rubbish: 'nothing' }],
      ['a list of everything', { rubbish: { status: 'accepted', replies: 'all' } }],
    ])('as a bad request: %s', async (_what, told) => {
      const { status, text } = await tell('gateway-mail', told);
      expect([status, JSON.parse(text).code]).toEqual([400, 'messages.callback-malformed']);
      expect(text).not.toContain(SECRET);
    });

    it('where it is not even a document, or too much of one', async () => {
      const signed = (body: Buffer) => ({
        'x-signature': createHmac('sha256', SECRET).update(body).digest('hex'),
        'content-type': 'text/html; charset=klingon',
      });
      const garbage = Buffer.from([0, 255, 254, 1]);
      expect((await post('gateway-mail', garbage, signed(garbage))).status).toBe(400);
      expect((await post('gateway-mail', Buffer.alloc(11 * 1_048_576))).status).toBe(413);
    });
  });

  it('answers the challenge of a provider that asks first', async () => {
    const ask = async (token: string) => {
      const response = await fetch(
        `${platform.origin}/hooks/gateway-sms?challenge=4711&challenge=42&token=${token}`,
      );
      return [response.status, await response.text()];
    };
    expect(await ask(SECRET)).toEqual([200, '42']);
    expect((await ask('wrong'))[0]).toBe(401);
  });
});
