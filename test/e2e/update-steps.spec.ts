import { profiles, waitFor } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('a step that updates tags and consents on $name (C6)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('topics', 'news', { name: 'News' });
  });
  afterAll(() => platform.stop());

  const MARK = {
    type: 'update',
    set: { stage: 'active' },
    tags: { add: ['engaged', 'a'], remove: ['trial'] },
    consent: [
      { channel: 'email', topic: 'news', state: 'granted' },
      { channel: 'sms', topic: '*', state: 'denied' },
    ],
    next: 'end',
  };

  async function marked() {
    return aJourney(platform).publish({
      start: 'mark',
      steps: { mark: MARK, end: { type: 'exit', reason: 'completed' } },
    });
  }

  const customer = (id: string) => platform.data('GET', `/customers/${id}`);

  it('writes them with the traits, findable, and with the history of decisions', async () => {
    const id = unique('tagged');
    await platform.data('PUT', `/customers/${id}`, { traits: { plan: 'trial' }, tags: ['trial', 'b'] });
    const journey = await marked();
    await journey.enter(id);
    await journey.ended(id);
    expect(await customer(id)).toMatchObject({
      traits: { plan: 'trial', stage: 'active' },
      tags: ['a', 'b', 'engaged'],
    });
    const found = await platform.data('GET', '/customers?filter[tag][eq]=engaged');
    expect(found).toContainEqual(expect.objectContaining({ id }));
    const history = await platform.data('GET', `/customers/${id}/consents/history?sort=id`);
    expect(history).toMatchObject([
      { channel: 'email', topic: 'news', state: 'granted', source: 'journey' },
      { channel: 'sms', topic: '*', state: 'denied', source: 'journey' },
    ]);
  });

  it('does it for whoever comes by the very event, and raises the events of decisions once', async () => {
    const id = unique('fresh');
    const heard = aJourney(platform);
    const entry = { triggers: [{ type: 'event', event: 'consent.granted' }], reentry: { mode: 'always' } };
    await heard.publish({ entry, start: 'end', steps: { end: { type: 'exit', reason: 'completed' } } });
    const journey = await marked();
    await journey.enter(id, { traits: { plan: 'trial' } });
    await journey.ended(id);
    expect(await customer(id)).toMatchObject({ traits: { stage: 'active' }, tags: ['a', 'engaged'] });
    await heard.ended(id);
    // The second time says nothing new.
    await journey.enter(id);
    await waitFor(async () => (await journey.enrollments(id)).filter(({ state }) => state === 'ended')[1]);
    // Of the same lane, and later: when this is worked, an event of the second time would have been.
    const later = await marked();
    await later.enter(id);
    await later.ended(id);
    expect(await heard.enrollments(id)).toHaveLength(1);
  });

  it('keeps a message of the same passage from who has said no', async () => {
    const id = unique('refusing');
    const template = unique('template');
    await platform.publish('message-templates', template, {
      name: template,
      topic: 'news',
      channels: { email: { subject: 'News', html: '<p>News</p>' } },
    });
    const journey = await aJourney(platform).publish({
      start: 'refuse',
      steps: {
        refuse: {
          type: 'update',
          consent: [{ channel: 'email', topic: 'news', state: 'denied' }],
          next: 'write',
        },
        write: { type: 'message', template, next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    await journey.enter(id, { traits: { email: `${id}@example.com` } });
    const ended = await journey.ended(id);
    expect(await journey.trail(ended.id)).toEqual(['refuse:updated', 'write:skipped', 'end:ended']);
  });

  it('is not published with a topic that there is not', async () => {
    const key = unique('unknown');
    const steps = {
      mark: { ...MARK, consent: [{ channel: 'email', topic: 'newz', state: 'granted' }] },
      end: { type: 'exit', reason: 'completed' },
    };
    const definition = { entry: { triggers: [{ type: 'api' }] }, start: 'mark', steps };
    await platform.data('PUT', `/journey-templates/${key}`, { name: key, definition });
    const { status, body } = await platform.call('POST', `/journey-templates/${key}/publish`, {});
    expect(status).toBe(422);
    const pointer = '/definition/steps/mark/consent/0/topic';
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});
