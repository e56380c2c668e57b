import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { CHANNELS, clock, HOUR, NOW_QUIET, policyDesk } from './support/policy-desk.js';

describe.each(profiles)('channel policies on $name (B6)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const { policy, mailBy, enter, outcome, SKIPPED_BY } = policyDesk(() => platform);

  describe('caps', () => {
    it('are asked again for what failed, message by message, when it is sent after all', async () => {
      const template = unique('unnamed');
      const channels = { email: { subject: '{{customer.nickname}}', html: '<p>Hello</p>' } };
      await platform.publish('message-templates', template, { name: template, channels });
      const key = await policy({ caps: [{ max: 1, per: '7d' }] });
      const [failing, other] = [await mailBy(key, template), await mailBy(key)];
      for (const id of ['failed-late', 'failed-twice', 'failed-twice']) {
        await enter(failing, id);
        await settled(platform, id);
        await waitFor(async () => (await failing.messages(id)).every(({ status }) => status === 'failed'));
      }
      expect(await failing.messages('failed-twice')).toHaveLength(2);
      for (const id of ['failed-late', 'failed-twice']) {
        await failing.tell(id, 'named', { traits: { nickname: 'Lou' } });
        await settled(platform, id);
      }
      // Another one takes the place that it has left.
      await enter(other, 'failed-late');
      expect(await outcome(other, 'failed-late')).toEqual({ endReason: 'got' });
      const [before] = await failing.messages('failed-late');
      const refused = await platform.call('POST', `/messages/${before!.id}/retry`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'messages.no-room' } });
      const filter = { journey: failing.key };
      const answer = await platform.data('POST', '/messages/retry', filter);
      expect(answer).toEqual({ matching: 3, retried: 1, hasMore: false });
      expect(await failing.messages('failed-late')).toEqual([before]);
      await waitFor(async () => {
        const states = (await failing.messages('failed-twice')).map(({ status }) => status);
        return states.sort().join() === 'failed,sent';
      });
    });

    it('let so many messages through and no more, whichever journey they come from', async () => {
      const key = await policy({ caps: [{ max: 2, per: '7d' }] });
      const journeys = [await mailBy(key), await mailBy(key), await mailBy(key)] as const;
      for (const journey of journeys.slice(0, 2)) {
        await enter(journey, 'cap-1');
        expect(await outcome(journey, 'cap-1')).toEqual({ endReason: 'got' });
      }
      await enter(journeys[2], 'cap-1');
      await enter(journeys[2], 'cap-2');
      expect(await outcome(journeys[2], 'cap-1')).toEqual(
        SKIPPED_BY('cap-reached', { policy: key, max: 2, count: 2, per: '7d', until: expect.any(String) }),
      );
      expect(await outcome(journeys[2], 'cap-2')).toEqual({ endReason: 'got' });
    });

    it('count what was decided a moment before in the same journey', async () => {
      const key = await policy({ caps: [{ max: 1, per: '1d' }] });
      const journey = await aJourney(platform).publish({
        start: 'one',
        steps: {
          one: { type: 'message', template: 'hello', policy: key, next: 'two' },
          two: { type: 'message', template: 'hello', policy: key, next: 'end' },
          end: { type: 'exit' },
        },
      });
      await enter(journey, 'twice');
      const { id } = await journey.ended('twice');
      expect(await journey.trail(id)).toEqual(['one:queued', 'two:skipped', 'end:ended']);
      expect(await journey.messages('twice')).toHaveLength(1);
    });

    it('are told by an explanation before they refuse', async () => {
      const key = await policy({ caps: [{ max: 1, per: '2h' }] });
      const journey = await mailBy(key);
      await enter(journey, 'told');
      await journey.ended('told');
      const { journeys } = await platform.data('GET', `/customers/told/explain?journey=${journey.key}`);
      const [{ messages }] = journeys;
      expect(messages).toEqual([
        expect.objectContaining({ step: 'mail', sends: false, code: 'cap-reached' }),
      ]);
      expect(messages[0].words).toContain('1 of at most 1');
    });

    it('of the house hold for journeys whose own policy has none', async () => {
      const limit = unique('house');
      const journeys = [await mailBy('default'), await mailBy('default')] as const;
      const vip = unique('vips');
      await platform.publish('segments', vip, { name: vip, kind: 'static', customers: ['house-vip'] });
      await platform.publish('channel-policies', limit, {
        name: limit,
        scope: 'house',
        appliesTo: { channels: ['email'] },
        caps: [{ max: 1, per: '1d' }],
        overrides: [{ segment: vip, caps: [{ max: 5, per: '1d' }] }],
      });
      try {
        for (const id of ['house-1', 'house-vip']) {
          await enter(journeys[0], id);
          expect(await outcome(journeys[0], id)).toEqual({ endReason: 'got' });
          await enter(journeys[1], id);
        }
        expect(await outcome(journeys[1], 'house-1')).toEqual(
          SKIPPED_BY('cap-reached', { policy: limit, max: 1 }),
        );
        expect(await outcome(journeys[1], 'house-vip')).toEqual({ endReason: 'got' });
      } finally {
        await platform.data('POST', `/channel-policies/${limit}/unpublish`, {});
      }
    });
  });

  describe('hours', () => {
    it('hold a message until they are over, or skip it, and let transactional ones pass', async () => {
      const holding = await mailBy(await policy({ quietHours: [NOW_QUIET()] }));
      const skipping = await mailBy(await policy({ quietHours: [{ ...NOW_QUIET(), then: 'skip' }] }));
      const invoice = unique('invoice');
      await platform.publish('message-templates', invoice, {
        name: invoice,
        category: 'transactional',
        channels: { email: { subject: 'Invoice', html: '<p>Invoice</p>' } },
      });
      const urgent = await mailBy(await policy({ quietHours: [NOW_QUIET()] }), invoice);
      await enter(holding, 'quiet');
      await enter(skipping, 'quiet');
      await enter(urgent, 'quiet');
      expect(await outcome(urgent, 'quiet')).toEqual({ endReason: 'got' });
      expect(await outcome(skipping, 'quiet')).toEqual(SKIPPED_BY('quiet-hours'));
      const { status, nextAttemptAt } = await holding.message('quiet', () => true);
      expect(status).toBe('queued');
      const waits = Date.parse(nextAttemptAt ?? '') - Date.now();
      expect(waits).toBeGreaterThan(HOUR);
      expect(waits).toBeLessThanOrEqual(2 * HOUR + 60_000);
    });

    it('of the customer go by the customer’s clock', async () => {
      const windows = [{ from: clock(-1), to: clock(1), timezone: 'customer' }];
      const journey = await mailBy(await policy({ sendWindows: windows }));
      await enter(journey, 'here', { timezone: 'UTC' });
      await enter(journey, 'there', { timezone: 'Asia/Tokyo' });
      expect(await outcome(journey, 'here')).toEqual({ endReason: 'got' });
      const { status, nextAttemptAt } = await journey.message('there', () => true);
      expect(status).toBe('queued');
      expect(Date.parse(nextAttemptAt ?? '') - Date.now()).toBeGreaterThan(12 * HOUR);
    });

    it('are looked at again when a pause has pushed a message into them', async () => {
      const key = await policy({});
      const journey = await mailBy(key);
      const pause = await platform.data('POST', '/pauses', { all: true, reason: 'a look' });
      await enter(journey, 'night');
      await journey.message('night', ({ status }) => status === 'held');
      await platform.publish('channel-policies', key, {
        name: key,
        channels: CHANNELS,
        quietHours: [NOW_QUIET()],
      });
      await platform.data('DELETE', `/pauses/${pause.id}`);
      const isPutBack = ({ status, nextAttemptAt }: { status: string; nextAttemptAt: string | null }) =>
        status === 'queued' && Date.parse(nextAttemptAt ?? '') > Date.now() + HOUR;
      expect(await journey.message('night', isPutBack)).toMatchObject({ attempts: 0 });
    });
  });

  it('give up what is not worth sending any more, and the journey hears of it', async () => {
    const journey = await mailBy(await policy({ timeToLive: '1s' }));
    const pause = await platform.data('POST', '/pauses', { all: true, reason: 'a look' });
    await enter(journey, 'late');
    const { createdAt } = await journey.message('late', ({ status }) => status === 'held');
    await waitFor(() => Date.now() > Date.parse(createdAt) + 1_000);
    await platform.data('DELETE', `/pauses/${pause.id}`);
    expect(await outcome(journey, 'late')).toEqual({ endReason: 'lost' });
    expect(await journey.message('late', () => true)).toMatchObject({
      status: 'failed',
      failure: { code: 'messages.expired' },
    });
  });

  it('send nothing for a while after an event, until another one', async () => {
    const suppress = [{ event: 'complaint.opened', for: '72h', until: 'ticket.resolved' }];
    const journey = await mailBy(await policy({ suppress }));
    await journey.tell('angry', 'complaint.opened');
    await enter(journey, 'angry');
    expect(await outcome(journey, 'angry')).toEqual(
      SKIPPED_BY('suppressed-by-event', { event: 'complaint.opened', for: '72h' }),
    );
    await journey.tell('angry', 'ticket.resolved');
    const again = await mailBy(await policy({ suppress }));
    await enter(again, 'angry');
    expect(await outcome(again, 'angry')).toEqual({ endReason: 'got' });
  });

  it('send only to whom their condition holds of, and only their categories', async () => {
    const journey = await mailBy(await policy({ condition: { trait: 'plan', is: 'pro' } }));
    await enter(journey, 'pro', { plan: 'pro' });
    await enter(journey, 'free', { plan: 'free' });
    expect(await outcome(journey, 'pro')).toEqual({ endReason: 'got' });
    expect(await outcome(journey, 'free')).toEqual(SKIPPED_BY('condition-not-met'));
    const strict = await mailBy(await policy({ categories: ['transactional'] }));
    await enter(strict, 'pro');
    expect(await outcome(strict, 'pro')).toEqual(SKIPPED_BY('category-not-allowed'));
  });

  it('are checked before they are published', async () => {
    const findings = async (document: object) => {
      const key = unique('draft');
      await platform.data('PUT', `/channel-policies/${key}`, { name: key, ...document });
      const found = await platform.data('POST', `/channel-policies/${key}/validate`, {});
      return (found.findings as { code: string; pointer: string }[]).map(
        ({ code, pointer }) => `${code} ${pointer}`,
      );
    };
    expect(await findings({})).toEqual(['policies.without-channels /channels']);
    expect(
      await findings({
        scope: 'house',
        caps: [
          { max: 0, per: '0d' },
          { max: 1, per: '2000d' },
        ],
        quietHours: [
          { from: '09:00', to: '09:00' },
          { from: '21:00', to: '08:00', timezone: 'Mars/Base' },
        ],
        suppress: [{ event: 'complaint.opened', for: '1h', condition: { trait: 'plan' } }],
        overrides: [{ segment: 'nobody-knows', priority: 70 }],
      }),
    ).toEqual(
      expect.arrayContaining([
        'policies.cap-of-nothing /caps/0/max',
        'policies.empty-duration /caps/0/per',
        'policies.longer-than-a-year /caps/1/per',
        'policies.empty-hours /quietHours/0/to',
        'policies.unknown-timezone /quietHours/1/timezone',
      ]),
    );
    expect(
      await findings({
        channels: CHANNELS,
        appliesTo: { channels: ['email'] },
        quietHours: [
          { from: '08:00', to: '20:00' },
          { from: '20:00', to: '08:00' },
        ],
      }),
    ).toEqual(['policies.never-sends /quietHours', 'policies.reach-of-a-step /appliesTo']);
  });
});
