import { waitFor } from '@parcours/testing';
import { publishContent } from './support/content.js';
import { Installation } from './support/installation.js';

const PEOPLE = 4_000;
const BATCH = 500;
const KILLS = 4;

const journey = (event: string) => ({
  name: 'Patience',
  definition: {
    entry: { triggers: [{ type: 'event', event: 'account.created' }] },
    start: 'rest',
    steps: {
      rest: { type: 'wait', for: '30d', next: 'end' },
      hope: { type: 'wait-for', any: [{ event, next: 'end' }] },
      end: { type: 'exit', reason: 'completed' },
    },
  },
});

/** Everybody waits; all are moved at once, and then taken to a new version, while the worker is killed. */
describe('a worker that is killed in the middle of operations on thousands of enrollments (F8)', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start('server', { settings: { PARCOURS_LANE_BATCH: '50' } });
    await publishContent(installation);
    const { client } = installation;
    // What is not reachable is an error: one way leads to the step that operators move to.
    const definition = journey('hoped-for');
    await client.publish('journey-templates', 'patience', reachable(definition));
    for (let from = 0; from < PEOPLE; from += BATCH) {
      const events = Array.from({ length: BATCH }, (_, at) => ({
        event: 'account.created',
        customerId: `p-${String(from + at)}`,
      }));
      await client.call('POST', '/events', events);
    }
    const worker = await installation.startWorker();
    await waitFor(async () => (await count("step = 'rest'")) === PEOPLE, { timeoutMs: 120_000 });
    await installation.kill(worker);
  });
  afterAll(() => installation.dispose());

  async function count(where: string, table = 'enrollments'): Promise<number> {
    const [row] = await installation.database.sql.select<{ count: number }>(
      `SELECT COUNT(*) AS count FROM ${table} WHERE ${where}`,
    );
    return row?.count ?? 0;
  }

  /** Starts workers that are killed on the way, and one that is not. */
  async function throughKills(progress: () => Promise<number>): Promise<number> {
    let midway = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const worker = await installation.startWorker();
      const until = (PEOPLE * kill) / (KILLS + 1);
      await waitFor(async () => (await progress()) >= until, { timeoutMs: 60_000, intervalMs: 5 });
      await installation.kill(worker);
      if ((await progress()) < PEOPLE) midway += 1;
    }
    await installation.startWorker();
    return midway;
  }

  const finished = async (path: string): Promise<{ done: number; missed: number }> =>
    waitFor(
      async () => {
        const { body } = await installation.client.call('GET', path);
        const [operation] = (body as { data?: { state: string; done: number; missed: number }[] }).data ?? [];
        return operation?.state === 'finished' ? operation : undefined;
      },
      { timeoutMs: 120_000 },
    );

  it('moves everybody once', async () => {
    const order = {
      ...{ journey: 'patience', filter: {}, action: 'move', step: 'hope', reason: 'fault test' },
    };
    expect((await installation.client.call('POST', '/enrollments/bulk', order)).status).toBe(202);
    const midway = await throughKills(() => count("code = 'moved-by-operator'", 'enrollment_steps'));
    const { done, missed } = await finished('/operations?filter[action][eq]=move');
    expect({ done, missed }).toEqual({ done: PEOPLE, missed: 0 });
    expect(await count("step = 'hope' AND visit = 3 AND is_active = 1")).toBe(PEOPLE);
    expect(await count("code = 'moved-by-operator'", 'enrollment_steps')).toBe(PEOPLE);
    expect(midway).toBeGreaterThan(0);
  });

  it('takes everybody to the new version, and has them wait for what it names', async () => {
    const { client } = installation;
    await client.call('PUT', '/journey-templates/patience', reachable(journey('renewed')));
    await client.call('POST', '/journey-templates/patience/publish', { enrollments: 'migrate' });
    const worker = await installation.startWorker();
    await installation.kill(worker);
    await installation.startWorker();
    const { done, missed } = await finished('/operations?filter[action][eq]=migrate');
    expect({ done, missed }).toEqual({ done: PEOPLE, missed: 0 });
    expect(await count("waiting LIKE '%renewed%' AND is_active = 1")).toBe(PEOPLE);
  });
});

function reachable(template: ReturnType<typeof journey>) {
  const { definition } = template;
  const fork = {
    type: 'branch',
    cases: [{ when: { trait: 'hopes', is: true }, next: 'hope' }],
    else: 'rest',
  };
  return { ...template, definition: { ...definition, start: 'fork', steps: { fork, ...definition.steps } } };
}
