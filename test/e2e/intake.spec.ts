import { profiles, waitFor } from '@parcours/testing';
import { aJourney } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const CUSTOMERS = 40;
const MAX = 5;

describe.each(profiles)('the intake limit of a journey on $name (B4)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  it('lets so many in a window, whichever lanes they are in, and gives everybody else a turn', async () => {
    const journey = await aJourney(platform).publish({
      entry: { triggers: [{ type: 'event', event: 'rush' }], limit: { max: MAX, per: '1h' } },
      exit: [{ event: 'quit' }],
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    });
    const ids = Array.from({ length: CUSTOMERS }, (_, index) => `rush-${index}`);
    await Promise.all(ids.map((id) => journey.tell(id, 'rush')));
    const settled = await waitFor(async () => {
      const all = await journey.enrollments();
      const ended = all.filter(({ state }) => state === 'ended');
      return all.length === CUSTOMERS && ended.length >= MAX ? all : undefined;
    });
    const waiting = settled.filter(({ state }) => state === 'active');
    expect(settled.length - waiting.length).toBe(MAX);
    const turns = new Map<string, number>();
    for (const { dueAt } of waiting) turns.set(String(dueAt), (turns.get(String(dueAt)) ?? 0) + 1);
    expect([...turns.values()]).toEqual(Array.from({ length: CUSTOMERS / MAX - 1 }, () => MAX));
    const times = [...turns.keys()].map((at) => Date.parse(at)).sort((a, b) => a - b);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe((CUSTOMERS / MAX - 2) * 3_600_000);
    // Whoever waits for their turn is in the journey: they do not enter twice, and what makes them leave does.
    const [one] = waiting;
    await journey.tell(one?.customerId ?? '', 'rush');
    await journey.tell(one?.customerId ?? '', 'quit');
    expect(await journey.ended(one?.customerId ?? '')).toMatchObject({ endReason: 'exit-rule' });
  });

  it('starts anew where the journey was unpublished and everybody in it stopped', async () => {
    const definition = {
      entry: { triggers: [{ type: 'event', event: 'flood' }], limit: { max: 1, per: '1h' } },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    };
    const journey = await aJourney(platform).publish(definition);
    const ids = ['flood-1', 'flood-2', 'flood-3'];
    for (const id of ids) await journey.tell(id, 'flood');
    await waitFor(async () => (await journey.enrollments()).length === ids.length);
    await platform.data('POST', `/journey-templates/${journey.key}/unpublish`, { enrollments: 'stop' });
    for (const id of ids) await journey.ended(id);
    await platform.data('POST', `/journey-templates/${journey.key}/publish`);
    await journey.tell('flood-4', 'flood');
    expect(await journey.ended('flood-4')).toMatchObject({ endReason: 'completed' });
  });

  it('lets them begin when their turn comes', async () => {
    const journey = await aJourney(platform).publish({
      entry: { triggers: [{ type: 'event', event: 'drip' }], limit: { max: 1, per: '1s' } },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    });
    for (const id of ['drip-1', 'drip-2', 'drip-3']) await journey.tell(id, 'drip');
    const ended = await waitFor(async () => {
      const all = await journey.enrollments();
      return all.length === 3 && all.every(({ state }) => state === 'ended') ? all : undefined;
    });
    const times = ended.map(({ endedAt }) => Date.parse(String(endedAt))).sort((a, b) => a - b);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });
});
