import { profiles, waitFor } from '@parcours/testing';

import { aJourney, type JourneyUnderTest, settled, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
const HELLO = { type: 'message', template: 'hello', next: 'rest' };
const REST = { type: 'wait', for: '3d', next: 'end' };

describe.each(profiles)('explanations on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const explain = async (customerId: string, journey: string, locale = 'en') => {
    const { journeys } = await platform.data(
      'GET',
      `/customers/${customerId}/explain?journey=${journey}&locale=${locale}`,
    );
    return journeys[0];
  };
  const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

  function published(definition: object = {}): Promise<JourneyUnderTest> {
    return aJourney(platform).publish({
      exit: [{ event: 'account.closed' }],
      start: 'hello',
      steps: { hello: HELLO, rest: REST, end: END },
      ...definition,
    });
  }

  async function known(traits: object = { email: 'ada@example.com' }): Promise<string> {
    const id = unique('explained');
    await platform.data('PUT', `/customers/${id}`, { traits });
    return id;
  }

  describe('of a passage (C4, E5)', () => {
    it('tell messages and goals between the steps, and last what it waits for', async () => {
      const journey = await published({ goals: [{ key: 'paid', event: 'order.paid' }] });
      const id = await known();
      await journey.enter(id);
      await journey.tell(id, 'order.paid');
      const passage = await journey.passage(id, ({ goals }) => goals?.includes('paid') ?? false);
      await journey.message(id, ({ status }) => status === 'sent');
      const history = await platform.data('GET', `/enrollments/${passage.id}/history`);
      expect(history.map(({ kind }: { kind: string }) => kind).sort()).toEqual(
        ['entered', 'goal', 'message', 'step', 'waiting'].sort(),
      );
      expect(history[0]).toMatchObject({
        kind: 'entered',
        words: `The customer entered version 1 of the journey by ${journey.event}.`,
      });
      const of = (kind: string) => history.find((entry: { kind: string }) => entry.kind === kind);
      expect(of('goal')).toMatchObject({
        code: 'reached',
        detail: { goal: 'paid', creditStep: 'hello' },
        words: 'The goal paid was reached; it is credited to the message of hello.',
      });
      expect(of('message')).toMatchObject({
        step: 'hello',
        code: 'sent',
        detail: { template: 'hello', channel: 'email' },
        words: 'The message hello was sent by email.',
      });
      expect(history.at(-1)).toMatchObject({
        kind: 'waiting',
        step: 'rest',
        detail: { until: passage.dueAt, events: [] },
        words: expect.stringMatching(/^It waits until 20\d\d-\d\d-\d\d \d\d:\d\d UTC\.$/),
      });
    });

    it('say in a sentence of its own why no message was sent, in either language', async () => {
      const journey = await published();
      const id = await known({ plan: 'pro' });
      await journey.enter(id);
      const passage = await journey.standsAt(id, 'rest');
      const [step] = await journey.history(passage.id);
      expect(step?.words).toMatch(/The customer has no address for email\.$/);
      const [french] = await journey.history(passage.id, 'fr');
      expect(french?.words).toMatch(/Le client n’a pas d’adresse pour email\.$/);
    });
  });

  describe('of somebody who is not in a journey (C4)', () => {
    it('see what lies behind the customer, as the journey does', async () => {
      const entering = aJourney(platform);
      const journey = await entering.publish({
        entry: { triggers: [{ type: 'event', event: entering.event }], condition: { tag: 'vip' } },
        start: 'hello',
        steps: { hello: HELLO, rest: REST, end: END },
      });
      const id = await known();
      await journey.enter(id);
      await settled(platform, id);
      expect(codes((await explain(id, journey.key)).reasons)).toEqual(['condition-failed']);
      await platform.data('PATCH', `/customers/${id}`, { tags: ['vip'] });
      const later = await explain(id, journey.key);
      expect([later.reasons, codes(later.triggers)]).toEqual([[], ['would-enter']]);
    });

    it('say that the journey is paused, until it goes on', async () => {
      const journey = await published();
      const id = await known();
      await journey.enter(id);
      await journey.standsAt(id, 'rest');
      await platform.data('POST', `/journeys/${journey.key}/pause`, {
        inFlight: 'hold',
        reason: 'wrong prices',
      });
      const { reasons } = await explain(id, journey.key);
      expect(reasons[0]).toMatchObject({
        code: 'paused',
        words: 'The journey is paused: nobody enters it, and nobody in it takes a step.',
      });
      await platform.data('POST', `/journeys/${journey.key}/resume`, { reason: 'prices are right' });
      await waitFor(async () => !codes((await explain(id, journey.key)).reasons).includes('paused'));
    });

    it('name the very test of the entry condition that fails, with the value that the customer has', async () => {
      const entering = aJourney(platform);
      const trigger = { type: 'event', event: entering.event };
      const condition = {
        all: [
          { trait: 'plan', is: 'pro' },
          { trait: 'email', exists: true },
        ],
      };
      const journey = await entering.publish({
        entry: { triggers: [trigger], condition },
        start: 'hello',
        steps: { hello: HELLO, rest: REST, end: END },
      });
      const id = await known({ email: 'ada@example.com', plan: 'trial' });
      await journey.enter(id);
      await settled(platform, id);
      const { standing, reasons, triggers, words } = await explain(id, journey.key);
      expect([standing, codes(reasons)]).toEqual(['never-in', ['condition-failed']]);
      expect(reasons[0].detail.tests).toEqual([
        { test: { trait: 'plan', is: 'pro' }, holds: false, values: { 'trait.plan': 'trial' } },
      ]);
      expect(words).toBe(
        `They have never been in ${journey.key}. ` +
          'The entry condition fails: “plan is pro” does not hold (trait.plan: trial).',
      );
      expect(triggers).toMatchObject([
        { event: journey.event, code: 'condition-failed', enrollmentId: null },
      ]);
      expect(triggers[0].words).toContain('as of now');
      const french = await explain(id, journey.key, 'fr');
      expect(french.words).toContain('La condition d’entrée n’est pas remplie');
      await platform.data('PATCH', `/customers/${id}`, { traits: { plan: 'pro' } });
      const later = await explain(id, journey.key);
      expect([later.reasons, codes(later.triggers)]).toEqual([[], ['would-enter']]);
    });

    it('say that no trigger came, or that it came otherwise than its trigger asks', async () => {
      const entering = aJourney(platform);
      const trigger = {
        type: 'event',
        event: entering.event,
        where: { property: 'amount', gte: 100 },
      };
      const journey = await entering.publish({
        entry: { triggers: [trigger, { type: 'api' }] },
        start: 'rest',
        steps: { rest: REST, end: END },
      });
      const id = await known();
      expect((await explain(id, journey.key)).reasons).toMatchObject([
        { code: 'never-triggered', detail: { events: [journey.event], api: true } },
      ]);
      await journey.enter(id, { properties: { amount: 20 } });
      await settled(platform, id);
      const { reasons, triggers } = await explain(id, journey.key);
      expect(reasons).toMatchObject([
        { code: 'trigger-condition', detail: { tests: [{ values: { 'property.amount': 20 } }] } },
      ]);
      expect(codes(triggers)).toEqual(['trigger-condition']);
    });

    it('say which exit rule holds, and the condition beside it', async () => {
      const entering = aJourney(platform);
      const journey = await entering.publish({
        entry: {
          triggers: [{ type: 'event', event: entering.event }],
          condition: { trait: 'country', is: 'FR' },
        },
        exit: [{ event: 'account.closed' }, { condition: { trait: 'staff', is: true } }],
        start: 'rest',
        steps: { rest: REST, end: END },
      });
      const id = await known({ country: 'BE', staff: true });
      await journey.enter(id);
      await settled(platform, id);
      const { reasons } = await explain(id, journey.key);
      expect(codes(reasons)).toEqual(['condition-failed', 'exit-rule']);
      expect(reasons[1]).toMatchObject({
        detail: { rule: 1 },
        words: 'Exit rule 2 holds already: “staff is true” holds (trait.staff: true).',
      });
    });

    it.each([
      [{ mode: 'never' }, 'reentry-never'],
      [{ mode: 'after-exit', cooldown: '30d' }, 'cooldown'],
    ])('say that %j keeps out who was in', async (reentry, code) => {
      const entering = aJourney(platform);
      const journey = await entering.publish({
        entry: { triggers: [{ type: 'event', event: entering.event }], reentry },
        start: 'end',
        steps: { end: END },
      });
      const id = await known();
      await journey.enter(id, { properties: { turn: 1 } });
      const { id: enrollmentId } = await journey.ended(id);
      await journey.enter(id, { properties: { turn: 2 } });
      await settled(platform, id);
      const { standing, reasons, enrollments, triggers } = await explain(id, journey.key);
      expect([standing, codes(reasons)]).toEqual(['was-in', [code]]);
      expect(enrollments).toMatchObject([{ id: enrollmentId, state: 'ended', endReason: 'completed' }]);
      expect(triggers).toMatchObject([{ code }, { code: 'entered', enrollmentId }]);
    });

    it('say that the journey is not published, and know those that there are not', async () => {
      const id = await known();
      const key = unique('draft');
      await platform.data('PUT', `/journey-templates/${key}`, { name: key, definition: {} });
      expect(await explain(id, key)).toMatchObject({
        version: null,
        standing: 'never-in',
        reasons: [{ code: 'not-published' }],
        triggers: [],
        messages: [],
      });
      const at = `/customers/${id}/explain`;
      expect(await platform.call('GET', `${at}?journey=no-such-journey`)).toMatchObject({
        status: 404,
        body: { code: 'content.not-found' },
      });
      expect(await platform.call('GET', '/customers/nobody-at-all/explain')).toMatchObject({
        status: 404,
        body: { code: 'audience.customer-not-found' },
      });
    });
  });

  it('say that somebody is in the journey, and where they stand', async () => {
    const journey = await published();
    const id = await known();
    await journey.enter(id);
    await journey.standsAt(id, 'rest');
    const { standing, enrollments, triggers } = await explain(id, journey.key);
    expect(standing).toBe('in');
    expect(enrollments[0].words).toMatch(/^Entered .+; stands at rest\. It waits until /);
    expect(codes(triggers)).toEqual(['entered']);
  });

  describe('of messages', () => {
    const outlook = async (id: string, journey: JourneyUnderTest) =>
      (await explain(id, journey.key)).messages[0];

    it('say that a step would send, or what keeps it from it', async () => {
      const journey = await published();
      const address = `${unique('listed')}@example.com`;
      const id = await known({ email: address });
      expect(await outlook(id, journey)).toMatchObject({
        step: 'hello',
        sends: true,
        channel: 'email',
        words: 'hello would send hello by email.',
      });
      await platform.data('POST', '/suppressions', { channel: 'email', address, reason: 'manual' });
      expect(await outlook(id, journey)).toMatchObject({ sends: false, code: 'address-suppressed' });
      expect(await outlook(await known({}), journey)).toMatchObject({
        sends: false,
        code: 'no-address',
        words: 'hello would not send hello. The customer has no address for email.',
      });
    });

    it('say that somebody is held out', async () => {
      const entering = aJourney(platform);
      const journey = await entering.publish({
        entry: { triggers: [{ type: 'event', event: entering.event }], holdout: 0.5 },
        start: 'hello',
        steps: { hello: HELLO, rest: REST, end: END },
      });
      const customers = await Promise.all(Array.from({ length: 40 }, () => known()));
      const explained = await Promise.all(customers.map((id) => explain(id, journey.key)));
      const isOut = ({ reasons }: { reasons: { code: string }[] }) => codes(reasons).includes('held-out');
      expect(explained.filter(isOut).map(({ messages }) => codes(messages))).toContainEqual(['holdout']);
      expect(explained.filter((each) => !isOut(each)).map(({ messages }) => codes(messages))).toContainEqual([
        'send',
      ]);
    });
  });

  it('of all journeys say where the customer stands in each', async () => {
    const journey = await published();
    const other = await published();
    const id = await known();
    await journey.enter(id);
    await journey.standsAt(id, 'rest');
    const { journeys } = await platform.data('GET', `/customers/${id}/explain`);
    const of = ({ key }: JourneyUnderTest) =>
      journeys.find((each: { journey: string }) => each.journey === key);
    expect(of(journey)).toMatchObject({ standing: 'in', version: 1 });
    expect(of(other)).toMatchObject({ standing: 'never-in', reasons: [{ code: 'never-triggered' }] });
    expect(of(other)).not.toHaveProperty('messages');
  });
});
