import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { type HeardCall, Loopback } from './support/loopback.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { eventsReach, Reader, READER_URL } from './support/readers.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

const SAYS = {
  email: { subject: 'News', html: '<html><body><p>News</p></body></html>' },
  sms: { text: 'News' },
  chat: { text: 'News' },
};

interface Sent {
  readonly id: string;
  readonly to: string;
}

describe.each(profiles)('a message that takes another one’s place on $name (B6)', (profile) => {
  let platform: Platform;
  let provider: Loopback;
  beforeAll(async () => {
    // The messenger takes nothing.
    provider = await Loopback.start(({ path }) => ({ status: path === '/chat' ? 400 : 200, body: {} }));
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_PUBLIC_URL: READER_URL },
    });
    for (const channel of ['sms', 'chat']) {
      const document = { name: channel, type: `post/${channel}`, config: { url: provider.url } };
      await platform.publish('connectors', channel, document);
    }
    await platform.publish('message-templates', 'news', { name: 'News', channels: SAYS });
  });
  afterAll(async () => {
    await platform.stop();
    await provider.stop();
  });

  async function journeyBy(first: string, policy: object): Promise<JourneyUnderTest> {
    const key = unique('policy');
    const connector = first === 'email' ? 'mailbox' : first;
    const channels = [
      { channel: first, connector },
      { channel: 'sms', connector: 'sms' },
    ];
    await platform.publish('channel-policies', key, { name: key, channels, ...policy });
    return aJourney(platform).publish({
      start: 'news',
      steps: {
        news: {
          type: 'message',
          template: 'news',
          policy: key,
          on: { sent: 'got', failed: 'lost', skipped: 'skipped' },
          next: 'got',
        },
        got: { type: 'exit', reason: 'got' },
        lost: { type: 'exit', reason: 'lost' },
        skipped: { type: 'exit', reason: 'skipped' },
      },
    });
  }

  const person = (id: string) => ({
    email: `${id}@example.com`,
    chat_id: `chat-${id}`,
    phone: '+33612345678',
  });
  const sentBy = (channel: string): Sent[] =>
    provider.to(`/${channel}`).map(({ body }: HeardCall) => JSON.parse(body) as Sent);
  const textsOf = async (journey: JourneyUnderTest, id: string): Promise<Sent[]> => {
    const ids = (await journey.messages(id)).map((message) => message.id);
    return sentBy('sms').filter((sent) => ids.includes(sent.id));
  };

  it('goes out at once where that one fails, and the step hears of it alone', async () => {
    const journey = await journeyBy('chat', { fallback: [{ channel: 'sms', after: '30d' }] });
    const id = unique('reader');
    await journey.enter(id, { traits: person(id) });
    expect((await journey.ended(id)).endReason).toBe('got');
    expect(await journey.messages(id)).toMatchObject([
      { channel: 'chat', status: 'failed', failure: { code: 'post.refused' } },
      { channel: 'sms', status: 'sent', failure: null },
    ]);
    expect(await textsOf(journey, id)).toHaveLength(1);
    expect(await journey.trail(await journey.ended(id).then((ended) => ended.id))).toEqual([
      'news:sent',
      'got:ended',
    ]);
  });

  it('keeps that place where the enrollment is told to try again', async () => {
    const journey = await journeyBy('chat', { fallback: [{ channel: 'sms', after: '30d' }] });
    const id = unique('reader');
    await journey.enter(id, { traits: person(id) });
    const { id: enrollment } = await journey.ended(id);
    const before = await journey.messages(id);
    expect(before.map(({ status }) => status)).toEqual(['failed', 'sent']);
    const order = { reason: 'as the test wants it' };
    const operation = await platform.data('POST', `/enrollments/${enrollment}/retry`, order);
    await waitFor(
      async () => (await platform.data('GET', `/operations/${operation.id}`)).state === 'finished',
    );
    expect(await journey.messages(id)).toEqual(before);
  });

  it('goes out where nobody has opened it in time, once, and not to whoever has', async () => {
    const journey = await journeyBy('email', { fallback: [{ channel: 'sms', after: '15s' }] });
    const [opens, silent] = [unique('opens'), unique('silent')];
    const reader = new Reader(platform, `${opens}@example.com`);
    await journey.enter(opens, { traits: person(opens) });
    await reader.open();
    await eventsReach(platform, opens, { name: 'message.opened' });
    await journey.enter(silent, { traits: person(silent) });
    await journey.message(silent, ({ channel, status }) => channel === 'sms' && status === 'sent');
    await settled(platform, silent);
    expect(await textsOf(journey, silent)).toHaveLength(1);
    // What was sent before was looked at before.
    expect((await journey.messages(opens)).map(({ channel }) => channel)).toEqual(['email']);
  });

  it('goes out where an earlier message of the same step was opened, and not this one', async () => {
    const policy = unique('policy');
    const channels = ['email', 'sms'].map((channel) => ({
      channel,
      connector: channel === 'email' ? 'mailbox' : channel,
    }));
    const fallback = [{ channel: 'sms', after: '15s' }];
    await platform.publish('channel-policies', policy, { name: policy, channels, fallback });
    const again = unique('again');
    const journey = await aJourney(platform).publish({
      start: 'news',
      steps: {
        news: { type: 'message', template: 'news', policy, next: 'rest' },
        rest: { type: 'wait-for', any: [{ event: again, next: 'news' }] },
      },
    });
    const id = unique('loops');
    const reader = new Reader(platform, `${id}@example.com`);
    const mails = () => platform.smtp.mails.filter(({ to }) => to.includes(reader.address));
    await journey.enter(id, { traits: person(id) });
    const [first] = await reader.tracked('o');
    await journey.standsAt(id, 'rest');
    await journey.tell(id, again);
    await waitFor(() => mails().length === 2);
    await reader.get(first ?? '');
    await eventsReach(platform, id, { name: 'message.opened' });
    const text = await journey.message(id, ({ channel, status }) => channel === 'sms' && status === 'sent');
    expect(await textsOf(journey, id)).toHaveLength(1);
    const sent = await journey.messages(id);
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['email', 'email', 'sms']);
    // That of the second visit, which nobody has opened.
    const emails = sent.filter(({ channel }) => channel === 'email');
    expect(Number(text.id)).toBeGreaterThan(Math.max(...emails.map((each) => Number(each.id))));
  });

  it('is counted from when that one was sent, however long it had waited', async () => {
    const journey = await journeyBy('email', { fallback: [{ channel: 'sms', after: '5s' }] });
    const id = unique('late');
    const pause = await platform.data('POST', '/pauses', { all: true, reason: 'a look' });
    await journey.enter(id, { traits: person(id) });
    await journey.message(id, ({ status }) => status === 'held');
    await platform.data('DELETE', `/pauses/${pause.id}`);
    const mail = await journey.message(id, ({ channel, status }) => channel === 'email' && status === 'sent');
    const text = await journey.message(id, ({ channel }) => channel === 'sms');
    const waited = Date.parse(text.createdAt) - Date.parse(String(mail.finishedAt));
    expect(waited).toBeGreaterThanOrEqual(5_000);
  });

  it('keeps to the caps of its own channel', async () => {
    const caps = [{ max: 1, per: '7d', channel: 'sms' }];
    const journey = await journeyBy('chat', { caps, fallback: [{ channel: 'sms', after: '30d' }] });
    const again = await journeyBy('chat', { caps, fallback: [{ channel: 'sms', after: '30d' }] });
    const id = unique('capped');
    await journey.enter(id, { traits: person(id) });
    expect((await journey.ended(id)).endReason).toBe('got');
    await again.enter(id, { traits: person(id) });
    expect((await again.ended(id)).endReason).toBe('lost');
    expect(await again.messages(id)).toMatchObject([{ channel: 'chat', status: 'failed' }]);
    await waitFor(async () => (await textsOf(journey, id)).length === 1);
  });
});
