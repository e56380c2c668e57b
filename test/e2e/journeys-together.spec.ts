import { profiles, waitFor } from '@parcours/testing';

import { aJourney, settled } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
const REST = { type: 'wait', for: '1d', next: 'end' };

describe.each(profiles)('journeys that work together on $name', (profile) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(() => platform.stop());

  it('hear the event that a step of another raises (B2)', async () => {
    const [second, first] = [aJourney(platform), aJourney(platform)];
    await second.publish({ start: 'rest', steps: { rest: REST, end: END } });
    const properties = { step: '{{step.key}}', plan: '{{event.plan}}' };
    await first.publish({
      start: 'tell',
      steps: { tell: { type: 'emit', event: second.event, properties, next: 'end' }, end: END },
    });
    await first.enter('t-1', { properties: { plan: 'pro' } });
    const { id } = await second.standsAt('t-1', 'rest');
    const { context } = await platform.data('GET', `/enrollments/${id}`);
    expect(context.event.properties).toEqual({ step: 'tell', plan: 'pro' });
  });

  it('send customers into each other, and take them out (B2)', async () => {
    const [nurture, send, stop] = [aJourney(platform), aJourney(platform), aJourney(platform)];
    await nurture.publish({ start: 'rest', steps: { rest: REST, end: END } });
    const way = (step: object) => ({
      start: 'go',
      steps: { go: { type: 'journey', next: 'end', ...step }, end: END },
    });
    await send.publish(way({ enter: nurture.key }));
    await stop.publish(way({ leave: nurture.key }));
    await send.enter('t-2');
    await nurture.standsAt('t-2', 'rest');
    await stop.enter('t-2');
    const { id, endReason } = await nurture.ended('t-2');
    expect(endReason).toBe('left');
    expect((await nurture.history(id, 'fr')).map(({ words }) => words)).toEqual([
      `Le client a été retiré du parcours par ${stop.key}.`,
    ]);
  });

  it('can’t be published while the other is not there', async () => {
    const journey = aJourney(platform);
    const definition = {
      entry: { triggers: [{ type: 'api' }] },
      start: 'go',
      steps: { go: { type: 'journey', enter: 'no-such-journey', next: 'end' }, end: END },
    };
    await platform.call('PUT', `/journey-templates/${journey.key}`, { name: 'x', definition });
    const answer = await platform.call('POST', `/journey-templates/${journey.key}/validate`);
    expect(answer.body.data.findings).toContainEqual(
      expect.objectContaining({ code: 'content.unknown-reference', pointer: '/definition/steps/go/enter' }),
    );
  });

  it('that go on setting each other off are stopped, and told among the dead letters (B2)', async () => {
    const journey = aJourney(platform);
    await journey.publish({
      start: 'again',
      steps: { again: { type: 'emit', event: journey.event, next: 'end' }, end: END },
    });
    await journey.enter('t-3');
    const [letter] = await waitFor(async () => {
      const found = await platform.data('GET', '/dead-letters?filter[customerId][eq]=t-3');
      return found.length > 0 ? found : undefined;
    });
    expect(letter.failure).toContain('set each other off');
    expect(await journey.enrollments('t-3')).toHaveLength(26);
  });

  it('count a goal after the message and the end of a passage, once (B3)', async () => {
    const journey = aJourney(platform);
    const paid = `paid.${journey.key}`;
    await journey.publish({
      goals: [{ key: 'bought', event: paid, within: '7d', value: 'event.amount' }],
      start: 'hello',
      steps: { hello: { type: 'message', template: 'hello', next: 'end' }, end: END },
    });
    await journey.enter('t-4', { traits: { email: 't-4@example.com' } });
    await journey.ended('t-4');
    await journey.tell('t-4', paid, { properties: { amount: 12.5 } });
    await journey.tell('t-4', paid, { properties: { amount: 99 } });
    await settled(platform, 't-4');
    expect(await journey.ended('t-4')).toMatchObject({ goals: ['bought'], endReason: 'completed' });
  });

  it('hold some customers out, who receive nothing and can be told apart (B1)', async () => {
    const journey = aJourney(platform);
    await journey.publish({
      entry: { triggers: [{ type: 'event', event: journey.event }], holdout: 0.5 },
      start: 'hello',
      steps: { hello: { type: 'message', template: 'hello', next: 'end' }, end: END },
    });
    const customers = Array.from({ length: 30 }, (_, at) => `h-${String(at)}`);
    for (const customer of customers) {
      await journey.enter(customer, { traits: { email: `${customer}@example.com` } });
    }
    for (const customer of customers) await settled(platform, customer);
    const passages = await journey.enrollments();
    const heldOut = passages.filter((passage) => passage.heldOut).map(({ customerId }) => customerId);
    expect(passages).toHaveLength(30);
    expect(heldOut.length).toBeGreaterThan(4);
    expect(heldOut.length).toBeLessThan(26);
    const messages = await platform.data('GET', `/messages?limit=100&filter[journey][eq]=${journey.key}`);
    const written = new Set(messages.map(({ customerId }: { customerId: string }) => customerId));
    expect(customers.filter((customer) => !written.has(customer)).sort()).toEqual([...heldOut].sort());
  });
});
