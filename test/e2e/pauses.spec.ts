import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const mail = (touchpoint?: string) => ({
  start: 'mail',
  steps: {
    mail: {
      type: 'message',
      template: 'hello',
      ...(touchpoint !== undefined && { touchpoint }),
      on: { sent: 'got', failed: 'lost' },
      next: 'got',
    },
    got: { type: 'exit', reason: 'got' },
    lost: { type: 'exit', reason: 'lost' },
  },
});

describe.each(profiles)('pauses of messages on $name (F8)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const enter = (journey: JourneyUnderTest, id: string) =>
    journey.enter(id, { traits: { email: `${id}@example.com` } });
  const start = (body: object) => platform.data('POST', '/pauses', { reason: 'wrong prices', ...body });
  const read = (id: string) => platform.data('GET', `/pauses/${id}`);
  const held = (id: string, count: number) => waitFor(async () => (await read(id)).held === count);
  const heldMessage = (journey: JourneyUnderTest, id: string) =>
    journey.message(id, ({ status }) => status === 'held');

  it('hold what they are about, nothing else, and let it go when they end', async () => {
    const newsletter = await aJourney(platform).publish(mail('marketing-email'));
    const other = await aJourney(platform).publish(mail());
    const pause = await start({ touchpoint: 'marketing-email' });
    expect(pause).toMatchObject({ touchpoint: 'marketing-email', all: false, then: 'send', held: 0 });
    await enter(newsletter, 'tp-1');
    await enter(other, 'tp-2');
    expect(await heldMessage(newsletter, 'tp-1')).toMatchObject({ attempts: 0, maybeDuplicate: false });
    expect((await other.ended('tp-2')).endReason).toBe('got');
    expect((await read(pause.id)).held).toBe(1);
    const ended = await platform.data('DELETE', `/pauses/${pause.id}`);
    expect(ended).toMatchObject({ endedBy: expect.any(String), endedAt: expect.any(String) });
    expect((await newsletter.ended('tp-1')).endReason).toBe('got');
    expect(await newsletter.message('tp-1', () => true)).toMatchObject({ status: 'sent', attempts: 1 });
    await waitFor(async () => (await read(pause.id)).sent === 1);
    expect(await platform.data('DELETE', `/pauses/${pause.id}`)).toMatchObject({ endedAt: ended.endedAt });
    const { body } = await platform.call('GET', `/audit-log?filter[subject][eq]=${pause.id}&sort=id`);
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
      'messages.paused',
      'messages.resumed',
    ]);
  });

  it('end by themselves at their time, and drop what is held too long', async () => {
    const journey = await aJourney(platform).publish(mail());
    const until = new Date(Date.now() + 10_000).toISOString();
    const pause = await start({ all: true, until, then: 'drop' });
    await enter(journey, 'drop-1');
    await heldMessage(journey, 'drop-1');
    expect((await journey.ended('drop-1')).endReason).toBe('lost');
    expect(await journey.message('drop-1', () => true)).toMatchObject({
      status: 'failed',
      failure: { code: 'messages.dropped-by-pause' },
    });
    await waitFor(async () => (await read(pause.id)).dropped === 1);
    expect(await read(pause.id)).toMatchObject({ endedBy: 'until', sent: 0, held: 0 });
  });

  it('decide anew on what was held', async () => {
    const journey = await aJourney(platform).publish(mail());
    const pause = await start({ channel: 'email', then: 're-decide' });
    await enter(journey, 'again-1');
    await enter(journey, 'again-2');
    await held(pause.id, 2);
    await journey.tell('again-2', 'forgot.email', { traits: { email: null } });
    await settled(platform, 'again-2');
    await platform.data('DELETE', `/pauses/${pause.id}`);
    expect((await journey.ended('again-1')).endReason).toBe('got');
    expect((await journey.ended('again-2')).endReason).toBe('lost');
    expect(await journey.message('again-2', () => true)).toMatchObject({
      failure: { code: 'messages.refused-after-pause' },
    });
  });

  it('withdraw what an exit takes back meanwhile', async () => {
    const journey = await aJourney(platform).publish(mail());
    const pause = await start({ category: 'marketing' });
    await enter(journey, 'left-1');
    await heldMessage(journey, 'left-1');
    const { id } = await journey.standsAt('left-1', 'mail');
    await platform.data('POST', `/enrollments/${id}/exit`, { reason: 'not this one' });
    await journey.message('left-1', ({ status }) => status === 'withdrawn');
    await platform.data('DELETE', `/pauses/${pause.id}`);
    await waitFor(async () => (await read(pause.id)).held === 0);
    expect((await read(pause.id)).sent).toBe(0);
  });

  it('are previewed, listed, and refused where they name nothing or the past', async () => {
    expect(await platform.data('POST', '/pauses/preview', { all: true })).toEqual({ waiting: 0 });
    const none = await platform.call('POST', '/pauses', { reason: 'why' });
    expect(none.status).toBe(400);
    const past = await platform.call('POST', '/pauses', {
      all: true,
      reason: 'why',
      until: '2020-01-01T00:00:00Z',
    });
    expect(past).toMatchObject({ status: 400, body: { errors: [{ pointer: '/until' }] } });
    const missing = await platform.call('DELETE', '/pauses/12345');
    expect(missing).toMatchObject({ status: 404, body: { code: 'messages.pause-not-found' } });
    const list = await platform.data('GET', '/pauses?filter[ended][eq]=true&sort=id');
    expect(list.length).toBeGreaterThan(0);
  });
});
