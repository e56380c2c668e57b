import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { CHANNELS, HOUR, NOW_QUIET, policyDesk } from './support/policy-desk.js';

const answers = (recipient: string) =>
  recipient.startsWith('unknown') ? ('550 5.1.1 no such mailbox' as const) : undefined;

describe.each(profiles)('channel policies on $name (B6),', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { smtp: { answers } });
  });
  afterAll(() => platform.stop());

  const { policy, mailBy, enter, outcome, SKIPPED_BY } = policyDesk(() => platform);

  describe('that are tried', () => {
    const attempt = (key: string, order: object, locale = 'en') =>
      platform.data('POST', `/channel-policies/${key}/try?locale=${locale}`, { template: 'hello', ...order });

    it('say what would happen now and why, check by check, and write nothing', async () => {
      const key = await policy({ caps: [{ max: 1, per: '7d' }], quietHours: [NOW_QUIET()] });
      const journey = await mailBy(await policy({}));
      await enter(journey, 'tried');
      await journey.ended('tried');
      const { outcome: result, code, checks, sendAt } = await attempt(key, { customer: 'tried' });
      expect({ result, code, sendAt }).toEqual({ result: 'skip', code: 'cap-reached', sendAt: null });
      expect(
        checks.map((each: { check: string; outcome: string }) => `${each.check} ${each.outcome}`),
      ).toEqual([
        ...['template passed', 'policy passed', 'channel passed', 'connector passed', 'address passed'],
        ...['consent passed', 'hours held', 'cap refused'],
      ]);
      const french = await attempt(key, { customer: 'tried' }, 'fr');
      expect(french.words).toBe(
        `Le client a reçu 1 messages sur 1 au plus en 7d (politique de canaux ${key}).`,
      );
      expect(await journey.messages('tried')).toHaveLength(1);
    });

    it('go by another moment, or by somebody who is made up', async () => {
      const key = await policy({ sendWindows: [{ from: '09:00', to: '17:00', weekdays: ['mon'] }] });
      const traits = { email: 'ada@example.com', timezone: 'Europe/Paris' };
      const monday = await attempt(key, { traits, at: '2026-03-02T08:30:00Z' });
      expect(monday).toMatchObject({ outcome: 'send', channel: 'email', code: null });
      const tuesday = await attempt(key, { traits, at: '2026-03-03T08:30:00Z' });
      expect(tuesday).toMatchObject({
        outcome: 'hold',
        code: 'outside-send-windows',
        sendAt: '2026-03-09T08:00:00.000Z',
      });
      expect(await attempt(key, { traits: {} })).toMatchObject({ outcome: 'skip', code: 'no-address' });
    });

    it('need a customer and a policy that there are', async () => {
      const { status, body } = await platform.call('POST', '/channel-policies/default/try', {
        template: 'hello',
        customer: 'nobody-at-all',
      });
      expect([status, body.code]).toEqual([404, 'audience.customer-not-found']);
    });
  });

  describe('with arbitration', () => {
    const ofPriority = (priority: number, loser: string) =>
      policy({ priority, arbitration: { window: '2h', loser, collect: '1h' } });
    const reasons = async (id: string) =>
      (await platform.data('GET', `/messages/${id}/explain`)).reasons as {
        code: string;
        detail: Record<string, unknown>;
        words: string;
      }[];

    it('let the better of two messages go first, and the other a window later', async () => {
      const low = await mailBy(await ofPriority(20, 'hold'));
      const high = await mailBy(await ofPriority(80, 'hold'));
      await enter(low, 'rivals');
      const before = await low.message('rivals', ({ status }) => status === 'queued');
      await enter(high, 'rivals');
      const winner = await high.message('rivals', ({ status }) => status === 'queued');
      const moved = ({ nextAttemptAt }: { nextAttemptAt: string | null }) =>
        nextAttemptAt !== before.nextAttemptAt;
      const after = await low.message('rivals', moved);
      expect(Date.parse(after.nextAttemptAt ?? '') - Date.parse(winner.nextAttemptAt ?? '')).toBe(2 * HOUR);
      const told = await reasons(after.id);
      expect(told.map(({ code }) => code)).toEqual(['outranked', 'queued']);
      expect(told[0]).toMatchObject({
        detail: { by: winner.id, priority: 20, rivalPriority: 80, window: '2h' },
        words: 'Another message goes first: priority 80 against 20, less than 2h apart.',
      });
    });

    it('drop the loser where its policy says so, before it is queued or after', async () => {
      const low = await mailBy(await ofPriority(20, 'drop'));
      const high = await mailBy(await ofPriority(80, 'hold'));
      await enter(low, 'dropped');
      await low.message('dropped', ({ status }) => status === 'queued');
      await enter(high, 'dropped');
      expect(await outcome(low, 'dropped')).toEqual({ endReason: 'lost' });
      expect(await low.message('dropped', () => true)).toMatchObject({
        status: 'failed',
        failure: { code: 'messages.outranked' },
      });
      const late = await mailBy(await ofPriority(20, 'drop'));
      await enter(late, 'dropped');
      expect(await outcome(late, 'dropped')).toEqual(
        SKIPPED_BY('outranked', { priority: 20, rivalPriority: 80 }),
      );
    });

    it('order what is decided in one and the same batch', async () => {
      const [low, high] = [await ofPriority(20, 'hold'), await ofPriority(80, 'hold')];
      const journey = await aJourney(platform).publish({
        start: 'one',
        steps: {
          one: { type: 'message', template: 'hello', policy: low, next: 'two' },
          two: { type: 'message', template: 'hello', policy: high, next: 'end' },
          end: { type: 'exit' },
        },
      });
      await enter(journey, 'batch');
      const { id } = await journey.ended('batch');
      const [one, two] = await journey.messages('batch');
      expect([one?.step, two?.step]).toEqual(['one', 'two']);
      expect(Date.parse(one?.nextAttemptAt ?? '') - Date.parse(two?.nextAttemptAt ?? '')).toBe(2 * HOUR);
      expect(await journey.trail(id)).toEqual(['one:queued', 'two:queued', 'end:ended']);
    });
  });

  describe('with a fallback', () => {
    /** No template of this test is written for the second channel: what is decided about it stands in the timeline. */
    const TEXTS = [...CHANNELS, { channel: 'sms', connector: 'texts' }];
    const withFallback = (after: string) =>
      policy({ channels: TEXTS, fallback: [{ channel: 'sms', after, unless: 'opened' }] });
    /** Raises what a tracking pixel would. */
    let reacting: JourneyUnderTest;
    beforeAll(async () => {
      const config = {
        accountSid: 'AC0123456789abcdef0123456789abcdef',
        authToken: 'never-used',
        from: '+12025550123',
      };
      await platform.publish('connectors', 'texts', { name: 'Texts', type: 'twilio', config });
      const properties = { message: '{{event.message}}' };
      reacting = await aJourney(platform).publish({
        start: 'open',
        steps: {
          open: { type: 'emit', event: 'message.opened', properties, next: 'end' },
          end: { type: 'exit' },
        },
      });
    });
    const skipped = async (id: string) => {
      const { body } = await platform.call('GET', `/customers/${id}/timeline?limit=100`);
      return (body.data ?? []).filter(({ name }: { name?: string }) => name === 'message.fallback-skipped');
    };

    it('are decided again at once when the message fails, and the step waits for that', async () => {
      const journey = await mailBy(await withFallback('30d'));
      await enter(journey, 'unknown-fallback');
      expect(await outcome(journey, 'unknown-fallback')).toEqual({ endReason: 'lost' });
      const [event, ...more] = await skipped('unknown-fallback');
      expect(event).toMatchObject({
        details: { properties: { leg: 2, channel: 'sms', reason: 'template-lacks-channel' } },
      });
      expect(more).toEqual([]);
    });

    it('are decided again once when nobody has reacted in time, and not for whoever has', async () => {
      const journey = await mailBy(await withFallback('2s'));
      const pause = await platform.data('POST', '/pauses', { all: true, reason: 'to react in peace' });
      await enter(journey, 'opens');
      const { id } = await journey.message('opens', ({ status }) => status === 'held');
      await reacting.enter('opens', { properties: { message: id } });
      await reacting.ended('opens');
      await settled(platform, 'opens');
      await platform.data('DELETE', `/pauses/${pause.id}`);
      await journey.message('opens', ({ status }) => status === 'sent');
      await enter(journey, 'silent');
      await waitFor(async () => (await skipped('silent')).length > 0);
      // What is decided later than both has been looked at after them.
      await enter(await mailBy(await withFallback('2s')), 'later');
      await waitFor(async () => (await skipped('later')).length > 0);
      expect(await skipped('silent')).toHaveLength(1);
      expect(await skipped('opens')).toEqual([]);
    });
  });
});
