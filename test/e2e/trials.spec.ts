import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
const REST = { type: 'wait-for', any: [{ event: 'go' }], next: 'end' };

interface Trial {
  readonly step: string;
  readonly arm: string;
  readonly shown: number;
  readonly succeeded: number;
  readonly rate: number | null;
}

describe.each(profiles)('experiments and offers on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    const template = (key: string, subject: string) =>
      platform.publish('message-templates', key, {
        name: key,
        channels: { email: { subject, html: '<p>{{default offer.terms "none"}}</p>' } },
      });
    await Promise.all([
      template('a', 'A'),
      template('b', 'B'),
      template('broken', '{{event.nothing}}'),
      template('offer', '{{offer.headline}} {{offer.percent}}'),
    ]);
    const offer = (key: string, more: object = {}) =>
      platform.publish('offers', key, {
        name: key,
        kind: 'percent-off',
        percent: 10,
        headline: { en: `${key} for you`, fr: `${key} pour vous` },
        ...more,
      });
    await offer('pro', { eligibility: { trait: 'plan', is: 'free' } });
    await offer('over', { validUntil: '2020-01-01T00:00:00Z' });
    await offer('open', { terms: 'Once' });
    await offer('once', { timesPerCustomer: 1 });
  });
  afterAll(() => platform.stop());

  const trialsOf = ({ key }: JourneyUnderTest): Promise<Trial[]> =>
    platform.data('GET', `/journey-templates/${key}/trials`);
  const enter = (journey: JourneyUnderTest, id: string, traits: object = {}) =>
    journey.enter(id, { traits: { email: `${id}@example.com`, ...traits } });
  const mailOf = (id: string) =>
    waitFor(() => platform.smtp.mails.find(({ to }) => to.includes(`${id}@example.com`)));

  describe('an experiment with a message', () => {
    it('sends each customer a variant, says which and why, and counts the goals', async () => {
      const journey = await aJourney(platform).publish({
        goals: [{ key: 'bought', event: 'order.paid' }],
        start: 'hello',
        steps: {
          hello: {
            type: 'message',
            experiment: { variants: [{ template: 'a' }, { template: 'b', weight: 2 }], optimise: 'goal' },
            next: 'rest',
          },
          rest: REST,
          end: END,
        },
      });
      const ids = Array.from({ length: 12 }, () => unique('x'));
      for (const id of ids) await enter(journey, id);
      const variants = new Map<string, string>();
      for (const id of ids) {
        const { id: enrollment } = await journey.standsAt(id, 'rest');
        const [record] = await journey.history(enrollment);
        expect(record).toMatchObject({ code: 'tried', detail: { drawn: 'weighted', channel: 'email' } });
        variants.set(id, String(record?.detail?.['variant']));
        expect((await mailOf(id)).subject).toBe(variants.get(id)?.toUpperCase());
      }
      const [first = ''] = ids;
      for (const _twice of [1, 2]) await journey.tell(first, 'order.paid');
      await settled(platform, first);
      const trials = await trialsOf(journey);
      const count = (arm: string) => [...variants.values()].filter((variant) => variant === arm).length;
      for (const { step, arm, shown, succeeded } of trials) {
        expect({ step, shown }).toEqual({ step: 'hello', shown: count(arm) });
        expect(succeeded).toBe(variants.get(first) === arm ? 1 : 0);
      }
      expect(trials.reduce((sum, { shown }) => sum + shown, 0)).toBe(12);
    });

    it('is refused with a template beside it, and where a variant is not published', async () => {
      const definition = (hello: object) => ({
        name: 'x',
        definition: {
          entry: { triggers: [{ type: 'api' }] },
          start: 'hello',
          steps: { hello: { type: 'message', next: 'end', ...hello }, end: END },
        },
      });
      const experiment = { variants: [{ template: 'a' }, { template: 'nowhere' }], optimise: 'goal' };
      const findingsOf = async (hello: object) => {
        const key = unique('wrong');
        await platform.data('PUT', `/journey-templates/${key}`, definition(hello));
        const { findings } = await platform.data('POST', `/journey-templates/${key}/validate`, {});
        return findings.filter(({ severity }: { severity: string }) => severity === 'error');
      };
      expect(await findingsOf({ template: 'a', experiment })).toMatchObject([
        { code: 'journeys.choose-one' },
      ]);
      expect(await findingsOf({ experiment })).toMatchObject([
        { pointer: '/definition/steps/hello/experiment/variants/1/template' },
      ]);
    });
  });

  describe('an offer', () => {
    const offering = (over: object = {}) =>
      aJourney(platform).publish({
        start: 'offer',
        steps: {
          offer: {
            type: 'offer',
            from: ['over', 'pro', 'open'],
            by: 'fixed',
            template: 'offer',
            on: { skipped: 'end' },
            next: 'rest',
            ...over,
          },
          rest: REST,
          end: END,
        },
      });

    it('is the first that the customer can have, in their words, and is counted when accepted', async () => {
      const journey = await offering();
      const [free, paid] = [unique('o'), unique('o')];
      await enter(journey, free, { plan: 'free', locale: 'fr' });
      await enter(journey, paid, { plan: 'paid' });
      expect((await mailOf(free)).subject).toBe('pro pour vous 10');
      const { subject, html } = await mailOf(paid);
      expect([subject, html.includes('Once')]).toEqual(['open for you 10', true]);
      const { id, context } = await journey.standsAt(paid, 'rest');
      expect(context).toMatchObject({ offers: { offer: 'open' } });
      expect((await journey.history(id))[0]).toMatchObject({
        code: 'offered',
        detail: { offer: 'open', refused: { over: 'over', pro: 'not-eligible' } },
      });
      await journey.tell(paid, 'go');
      await journey.ended(paid);
      await journey.tell(paid, 'offer.accepted', { properties: { offer: 'pro' } });
      await journey.tell(paid, 'offer.accepted', { properties: { offer: 'open' } });
      await settled(platform, paid);
      expect(await trialsOf(journey)).toEqual([
        { step: 'offer', arm: 'open', shown: 1, succeeded: 1, rate: 1 },
        { step: 'offer', arm: 'pro', shown: 1, succeeded: 0, rate: 0 },
      ]);
    });

    it('is none where the customer can have none', async () => {
      const journey = await offering({ from: ['over', 'pro'] });
      const id = unique('o');
      await enter(journey, id, { plan: 'paid' });
      const { id: enrollment } = await journey.ended(id);
      expect((await journey.history(enrollment))[0]).toMatchObject({
        code: 'no-offer',
        words: 'There is no offer that the customer can have, and it went on to end.',
      });
      expect(await trialsOf(journey)).toEqual([]);
    });

    it('is made so many times to a customer and no more, whichever journey makes it (B1)', async () => {
      const one = await offering({ from: ['once', 'open'] });
      const other = await offering({ from: ['once'] });
      const id = unique('o');
      await enter(one, id);
      await one.standsAt(id, 'rest');
      // By another journey, and so in another batch.
      await enter(other, id);
      const { id: refused } = await other.ended(id);
      expect((await other.history(refused))[0]).toMatchObject({
        code: 'no-offer',
        detail: { refused: { once: 'made-often-enough' } },
      });
      // What was made is known to a simulation of the customer; to one of a stranger it is not.
      const plays = async (order: object) => {
        const { happenings } = await platform.data('POST', `/journey-templates/${other.key}/simulate`, {
          timeline: [
            { at: '+0m', event: other.event },
            { at: '+1m', event: 'go' },
            { at: '+2m', event: other.event },
          ],
          ...order,
        });
        return happenings.flatMap(({ step, code }: { step?: string; code?: string }) =>
          step === 'offer' && code !== undefined ? [code] : [],
        );
      };
      expect(await plays({ customerId: id })).toEqual(['no-offer', 'no-offer']);
      expect(await plays({})).toEqual(['offered', 'no-offer']);
    });

    it('was not made to whom its message could not be sent', async () => {
      const failing = await offering({ from: ['once'], template: 'broken' });
      const id = unique('o');
      await enter(failing, id);
      await failing.message(id, ({ status }) => status === 'failed');
      const journey = await offering({ from: ['once'] });
      await enter(journey, id);
      await journey.standsAt(id, 'rest');
      expect((await mailOf(id)).subject).toBe('once for you 10');
    });

    it('learns: draws go by what was counted, and the figures are on record', async () => {
      const journey = await offering({ from: ['pro', 'open'], by: 'thompson' });
      const ids = Array.from({ length: 8 }, () => unique('t'));
      for (const id of ids) await enter(journey, id, { plan: 'free' });
      for (const id of ids) await journey.standsAt(id, 'rest');
      // Publishing anything makes what is known be read anew at once.
      await platform.publish('topics', unique('topic'), { name: 'Topic' });
      const last = unique('t');
      await enter(journey, last, { plan: 'free' });
      const { id } = await journey.standsAt(last, 'rest');
      const { detail } = (await journey.history(id))[0]!;
      const { draws } = detail as unknown as { draws: { shown: number; draw: number; arm: string }[] };
      expect(draws.reduce((sum, { shown }) => sum + shown, 0)).toBe(8);
      const best = draws.reduce((leader, each) => (each.draw > leader.draw ? each : leader));
      expect(detail).toMatchObject({ offer: best.arm, drawn: 'thompson' });
    });
  });
});
