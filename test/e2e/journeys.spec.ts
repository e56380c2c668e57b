import { profiles } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };

describe.each(profiles)('a journey on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  describe('its triggers', () => {
    it('let in by an event that fulfils the condition of the trigger', async () => {
      const journey = aJourney(platform);
      const triggers = [{ type: 'event', event: journey.event, where: { property: 'plan', is: 'trial' } }];
      await journey.publish({ entry: { triggers }, start: 'end', steps: { end: END } });
      await journey.enter('t-1', { properties: { plan: 'paid' } });
      await journey.enter('t-2', { properties: { plan: 'trial' } });
      await settled(platform, 't-1');
      const { endReason } = await journey.ended('t-2');
      expect(endReason).toBe('completed');
      expect(await journey.enrollments('t-1')).toEqual([]);
    });

    it('let in by the API', async () => {
      const journey = aJourney(platform);
      await journey.publish({ entry: { triggers: [{ type: 'api' }] }, start: 'end', steps: { end: END } });
      await platform.data('POST', `/journeys/${journey.key}/trigger`, { customerId: 't-3' });
      const { customerId, endReason } = await journey.ended('t-3');
      expect({ customerId, endReason }).toEqual({ customerId: 't-3', endReason: 'completed' });
    });

    it('let in only those for whom the entry condition holds, with the traits that come with the event', async () => {
      const journey = aJourney(platform);
      const triggers = [{ type: 'event', event: journey.event }];
      const condition = {
        all: [
          { trait: 'country', in: ['FR', 'BE'] },
          { trait: 'staff', exists: false },
        ],
      };
      await journey.publish({ entry: { triggers, condition }, start: 'end', steps: { end: END } });
      await journey.enter('t-4', { traits: { country: 'FR', staff: true } });
      await journey.enter('t-5', { traits: { country: 'BE' } });
      await settled(platform, 't-4');
      await journey.ended('t-5');
      expect(await journey.enrollments('t-4')).toEqual([]);
    });

    it('let a customer into every journey that the event opens', async () => {
      const journeys = [aJourney(platform), aJourney(platform), aJourney(platform)];
      const event = unique('shared-event');
      for (const journey of journeys) {
        const triggers = [{ type: 'event', event }];
        await journey.publish({ entry: { triggers }, start: 'end', steps: { end: END } });
      }
      await journeys[0]!.tell('t-6', event);
      const reasons = await Promise.all(
        journeys.map(async (journey) => (await journey.ended('t-6')).endReason),
      );
      expect(reasons).toEqual(['completed', 'completed', 'completed']);
    });
  });

  describe('its steps', () => {
    it('branch on traits, on the event that let in, and else', async () => {
      const journey = await aJourney(platform).publish({
        start: 'fork',
        steps: {
          fork: {
            type: 'branch',
            cases: [
              { when: { trait: 'plan', is: 'pro' }, next: 'pro' },
              { when: { property: 'amount', gte: 100 }, next: 'large' },
            ],
            else: 'small',
          },
          pro: { type: 'exit', reason: 'pro' },
          large: { type: 'exit', reason: 'large' },
          small: { type: 'exit', reason: 'small' },
        },
      });
      await journey.enter('b-1', { traits: { plan: 'pro' }, properties: { amount: 500 } });
      await journey.enter('b-2', { traits: { plan: 'free' }, properties: { amount: 100 } });
      await journey.enter('b-3', { properties: { amount: '500' } });
      const reasons = [await journey.ended('b-1'), await journey.ended('b-2'), await journey.ended('b-3')];
      expect(reasons.map(({ endReason }) => endReason)).toEqual(['pro', 'large', 'small']);
    });

    it('branch on what the trigger of the API carried', async () => {
      const journey = aJourney(platform);
      await journey.publish({
        entry: { triggers: [{ type: 'api' }] },
        start: 'fork',
        steps: {
          fork: {
            type: 'branch',
            cases: [{ when: { context: 'offer.kind', is: 'spring' }, next: 'spring' }],
            else: 'end',
          },
          spring: { type: 'exit', reason: 'spring' },
          end: END,
        },
      });
      await platform.data('POST', `/journeys/${journey.key}/trigger`, [
        { customerId: 'b-4', context: { offer: { kind: 'spring' } } },
        { customerId: 'b-5', context: { offer: { kind: 'autumn' } } },
      ]);
      expect((await journey.ended('b-4')).endReason).toBe('spring');
      expect((await journey.ended('b-5')).endReason).toBe('completed');
    });

    it('update traits, which later steps and readers see', async () => {
      const journey = await aJourney(platform).publish({
        start: 'mark',
        steps: {
          mark: {
            type: 'update',
            set: { stage: 'active', last_amount: '{{event.amount}}' },
            unset: ['old'],
            next: 'fork',
          },
          fork: {
            type: 'branch',
            cases: [{ when: { trait: 'last_amount', is: 42 }, next: 'seen' }],
            else: 'end',
          },
          seen: { type: 'exit', reason: 'seen' },
          end: END,
        },
      });
      await journey.enter('u-1', { traits: { old: 1, kept: 2 }, properties: { amount: 42 } });
      expect((await journey.ended('u-1')).endReason).toBe('seen');
      const { traits } = await platform.data('GET', '/customers/u-1');
      expect(traits).toEqual({ kept: 2, stage: 'active', last_amount: 42 });
    });

    it('wait for a time and are woken when it is over, with no sweep to help', async () => {
      const journey = await aJourney(platform).publish({
        start: 'rest',
        steps: { rest: { type: 'wait', for: '2s', next: 'end' }, end: END },
      });
      await journey.enter('w-1');
      const { id, enteredAt, endedAt } = await journey.ended('w-1');
      const tookMs = Date.parse(endedAt ?? '') - Date.parse(enteredAt);
      expect(tookMs).toBeGreaterThanOrEqual(2_000);
      expect(await journey.trail(id)).toEqual(['rest:elapsed', 'end:ended']);
    });

    it('wait until a time of day in the customer’s zone', async () => {
      const journey = await aJourney(platform).publish({
        start: 'morning',
        steps: {
          morning: { type: 'wait', until: { time: '10:00', timezone: 'customer' }, next: 'end' },
          end: END,
        },
      });
      await journey.enter('w-2', { traits: { timezone: 'Asia/Kathmandu' } });
      const { dueAt } = await journey.standsAt('w-2', 'morning');
      const due = Date.parse(dueAt ?? '');
      // Kathmandu is 5:45 ahead of UTC all year round.
      expect(new Date(due).toISOString().slice(11)).toBe('04:15:00.000Z');
      expect(due - Date.now()).toBeGreaterThan(0);
      expect(due - Date.now()).toBeLessThanOrEqual(86_400_000);
    });

    it('wait until the date in a trait, go on at once when it is over or missing', async () => {
      const journey = await aJourney(platform).publish({
        start: 'renewal',
        steps: {
          renewal: { type: 'wait', until: { trait: 'renewal_date', offset: '-30d' }, next: 'end' },
          end: END,
        },
      });
      const inSixtyDays = new Date(Date.now() + 60 * 86_400_000).toISOString();
      await journey.enter('w-3', { traits: { renewal_date: inSixtyDays } });
      await journey.enter('w-4', { traits: { renewal_date: '2020-02-02' } });
      await journey.enter('w-5');
      const { dueAt } = await journey.standsAt('w-3', 'renewal');
      expect(Date.parse(dueAt ?? '')).toBe(Date.parse(inSixtyDays) - 30 * 86_400_000);
      expect(await journey.trail((await journey.ended('w-4')).id)).toEqual(['renewal:past', 'end:ended']);
      expect(await journey.trail((await journey.ended('w-5')).id)).toEqual(['renewal:no-date', 'end:ended']);
    });

    it('wait for the first of several events, each with its own way out', async () => {
      const [used, paid] = [unique('used'), unique('paid')];
      const journey = await aJourney(platform).publish({
        start: 'first',
        steps: {
          first: {
            type: 'wait-for',
            any: [
              { event: used, where: { property: 'feature', is: 'report' }, next: 'used' },
              { event: paid, next: 'paid' },
            ],
            timeout: { after: '1h', next: 'end' },
          },
          used: { type: 'exit', reason: 'used' },
          paid: { type: 'exit', reason: 'paid' },
          end: END,
        },
      });
      for (const customer of ['f-1', 'f-2']) await journey.enter(customer);
      const { waitsFor } = await journey.standsAt('f-1', 'first');
      expect(waitsFor).toEqual({ for: 'events', events: [used, paid], messageOutcome: false, answer: false });
      await journey.tell('f-1', used, { properties: { feature: 'export' } });
      await journey.tell('f-1', used, { properties: { feature: 'report' } });
      await journey.tell('f-2', paid);
      expect((await journey.ended('f-1')).endReason).toBe('used');
      expect((await journey.ended('f-2')).endReason).toBe('paid');
    });

    it('wait for every one of several events, in any order', async () => {
      const [first, second] = [unique('one'), unique('two')];
      const journey = await aJourney(platform).publish({
        start: 'both',
        steps: {
          both: { type: 'wait-for', all: [{ event: first }, { event: second }], next: 'end' },
          end: END,
        },
      });
      await journey.enter('f-3');
      await journey.tell('f-3', second);
      await journey.tell('f-3', second);
      await settled(platform, 'f-3');
      const waiting = await journey.standsAt('f-3', 'both');
      expect(waiting.waitsFor?.events).toEqual([first]);
      await journey.tell('f-3', first);
      expect(await journey.trail((await journey.ended('f-3')).id)).toEqual(['both:all-events', 'end:ended']);
    });

    it('give up waiting for an event when the time is over', async () => {
      const journey = await aJourney(platform).publish({
        start: 'hope',
        steps: {
          hope: {
            type: 'wait-for',
            any: [{ event: unique('never'), next: 'end' }],
            timeout: { after: '1s', next: 'gone' },
          },
          gone: { type: 'exit', reason: 'gone' },
          end: END,
        },
      });
      await journey.enter('f-4');
      const { enteredAt, endedAt, endReason } = await journey.ended('f-4');
      expect(endReason).toBe('gone');
      expect(Date.parse(endedAt ?? '') - Date.parse(enteredAt)).toBeGreaterThanOrEqual(1_000);
    });

    it('count an event that came to the step after an event of the same name let in', async () => {
      const journey = aJourney(platform);
      await journey.publish({
        entry: { triggers: [{ type: 'event', event: journey.event }], reentry: { mode: 'never' } },
        start: 'again',
        steps: { again: { type: 'wait-for', any: [{ event: journey.event, next: 'end' }] }, end: END },
      });
      await journey.enter('f-5');
      await settled(platform, 'f-5');
      expect((await journey.standsAt('f-5', 'again')).state).toBe('active');
      await journey.enter('f-5');
      expect((await journey.ended('f-5')).endReason).toBe('completed');
    });
  });

  describe('its message steps', () => {
    it('send through the policy and go on at once', async () => {
      const journey = await aJourney(platform).publish({
        start: 'hello',
        steps: {
          hello: { type: 'message', touchpoint: 'marketing-email', template: 'hello', next: 'end' },
          end: END,
        },
      });
      await journey.enter('m-1', { traits: { email: 'm-1@example.com' } });
      const { id } = await journey.ended('m-1');
      const message = await journey.message('m-1', ({ status }) => status === 'sent');
      expect(message).toMatchObject({
        step: 'hello',
        attempts: 1,
        maybeDuplicate: false,
        address: 'm-1@example.com',
        template: { key: 'hello', version: 1 },
        failure: null,
      });
      expect(await journey.trail(id)).toEqual(['hello:queued', 'end:ended']);
      const mails = platform.smtp.mails.filter(({ to }) => to.includes('m-1@example.com'));
      expect(mails.map(({ subject }) => subject)).toEqual(['Hello m-1']);
    });

    it('take the way of on.skipped, with the reason, when the customer has no address', async () => {
      const journey = await aJourney(platform).publish({
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'hello', on: { skipped: 'unreachable' }, next: 'end' },
          unreachable: { type: 'exit', reason: 'unreachable' },
          end: END,
        },
      });
      await journey.enter('m-2', { traits: { email: 'not an address' } });
      const { id, endReason } = await journey.ended('m-2');
      expect(endReason).toBe('unreachable');
      const [record] = await journey.history(id);
      expect(record).toMatchObject({ step: 'hello', code: 'skipped', detail: { reason: 'no-address' } });
      expect(await journey.messages('m-2')).toEqual([]);
    });

    it('wait for the outcome with on.sent, and take its way', async () => {
      const journey = await aJourney(platform).publish({
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'hello', on: { sent: 'sent', failed: 'failed' }, next: 'end' },
          sent: { type: 'exit', reason: 'sent' },
          failed: { type: 'exit', reason: 'failed' },
          end: END,
        },
      });
      await journey.enter('m-3', { traits: { email: 'm-3@example.com' } });
      const { id, endReason } = await journey.ended('m-3');
      expect(endReason).toBe('sent');
      expect(await journey.trail(id)).toEqual(['hello:sent', 'sent:ended']);
    });

    it('take the way of on.failed when the text cannot be made', async () => {
      const template = unique('template');
      await platform.publish('message-templates', template, {
        name: template,
        channels: { email: { subject: 'Hi {{customer.first_name}}', html: '<p>Hi</p>' } },
      });
      const journey = await aJourney(platform).publish({
        start: 'hello',
        steps: {
          hello: { type: 'message', template, on: { failed: 'failed' }, next: 'end' },
          failed: { type: 'exit', reason: 'failed' },
          end: END,
        },
      });
      await journey.enter('m-4', { traits: { email: 'm-4@example.com' } });
      expect((await journey.ended('m-4')).endReason).toBe('failed');
      const { status, failure } = await journey.message('m-4', () => true);
      expect({ status, code: failure?.code }).toEqual({
        status: 'failed',
        code: 'templates.variable-missing',
      });
    });
  });

  describe('its history', () => {
    it('is told in words, in English and in French', async () => {
      const journey = await aJourney(platform).publish({
        start: 'fork',
        steps: {
          fork: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'end' }], else: 'end' },
          end: END,
        },
      });
      await journey.enter('h-1', { traits: { plan: 'pro' } });
      const { id } = await journey.ended('h-1');
      const words = async (locale: 'en' | 'fr') =>
        (await journey.history(id, locale)).map((record) => record.words);
      expect(await words('en')).toEqual([
        'Case 1 held, so it went on to end.',
        'The journey ended: completed.',
      ]);
      expect(await words('fr')).toEqual([
        'Le cas 1 était vrai : passage à end.',
        'Le parcours s’est terminé : completed.',
      ]);
    });
  });
});
