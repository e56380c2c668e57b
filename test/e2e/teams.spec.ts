import { profiles, waitFor } from '@parcours/testing';

import { END, HandOverDesk } from './support/hand-over-desk.js';
import { unique } from './support/journeys.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('a team that takes turns (A7) on $name', (profile) => {
  let desk: HandOverDesk;
  let platform: Platform;
  beforeAll(async () => {
    desk = await HandOverDesk.start(profile);
    ({ platform } = desk);
    await platform.publish('teams', 'sales', sales);
  });
  afterAll(() => desk.stop());

  const away = [{ from: '2020-01-01T00:00:00Z' }];
  const sales = {
    name: 'Sales',
    members: [{ key: 'ann' }, { key: 'bob', away }, { key: 'cid' }, { key: 'dan' }],
  };
  const owned = (over: object = {}) => ({
    task: desk.task({ owner: { team: 'sales', into: 'ownerId', ...over } }),
  });
  const ownersOf = async (subjects: readonly string[]) =>
    Promise.all(subjects.map(async (subject) => String((await desk.asked(subject)).input['ownerId'])));

  it('takes turns, whichever lanes ask, and passes over who is away', async () => {
    const journey = await desk.journeyWith(owned());
    const subjects = (await Promise.all(Array.from({ length: 12 }, () => desk.entered(journey)))).map(
      ([, subject]) => subject,
    );
    const owners = await ownersOf(subjects);
    const counts = ['ann', 'bob', 'cid', 'dan'].map((key) => owners.filter((owner) => owner === key).length);
    expect(counts).toEqual([4, 0, 4, 4]);
    const [call] = await platform.data(
      'GET',
      `/outside-calls?filter[journey][eq]=${journey.key}&filter[owner][eq]=cid&limit=1`,
    );
    expect(call).toMatchObject({ team: 'sales', owner: 'cid' });
  });

  it('keeps who has it over retries, and who had the customer where that is wanted', async () => {
    const journey = await desk.journeyWith(owned({ keep: true }));
    const id = unique('kept');
    const subject = unique('busy');
    await journey.enter(id, { properties: { subject } });
    await waitFor(() => desk.tasksOf(subject).length === 2);
    const [first, second] = desk.tasksOf(subject);
    expect([second?.input['ownerId'], second?.key]).toEqual([first?.input['ownerId'], first?.key]);
    const others = await Promise.all(Array.from({ length: 2 }, () => desk.entered(journey)));
    const again = await desk.journeyWith(owned({ keep: true }));
    const third = unique('again');
    await again.enter(id, { properties: { subject: third } });
    expect((await desk.asked(third)).input['ownerId']).toBe(first?.input['ownerId']);
    const owners = await ownersOf(others.map(([, other]) => other));
    expect(new Set([...owners, first?.input['ownerId']]).size).toBe(3);
  });

  it.each([
    [{ owner: { team: 'sels' } }, 'content.unknown-reference', '/definition/steps/task/owner/team'],
    [{ owner: { team: 'sales' } }, 'journeys.invalid-input', '/definition/steps/task/owner/into'],
    [{ ways: { lots: 'end' } }, 'journeys.unknown-outcome', '/definition/steps/task/ways/lots'],
    [
      { action: 'escalate', input: { task: 'x' }, ways: undefined, handOver: { traits: ['plan'] } },
      'journeys.hand-over-not-taken',
      '/definition/steps/task/handOver',
    ],
  ])('is not published with %j', async (step, code, pointer) => {
    const key = unique('unfit');
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: key,
      definition: {
        entry: { triggers: [{ type: 'api' }] },
        start: 'task',
        steps: { task: { ...desk.task({ ways: { lost: 'end' } }), ...step }, end: END },
      },
    });
    const { status, body } = await platform.call('POST', `/journey-templates/${key}/publish`, {});
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(
      expect.objectContaining({ code, pointer: expect.stringContaining(pointer) }),
    );
  });
});
