import { Lanes } from '@parcours/database';
import { type InboxEntry, InboxStore } from '@parcours/events';
import { IdGenerator, SystemClock } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';
import { Tables } from './support/tables.js';

/** No process of the platforms under test has it. */
const NODE = 127;

/** Everybody in one lane that takes two rows at a time, so that a handful is a backlog. */
describe.each(profiles)('a backlog is worked in the order of time on $name (B1, B3)', (profile) => {
  const inbox = new InboxStore(new Lanes(1), new IdGenerator(NODE, new SystemClock()));
  let platform: Platform;
  let tables: Tables;
  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_LANES: '1', PARCOURS_LANE_BATCH: '2' },
    });
    tables = await Tables.open(platform);
  });
  afterAll(async () => {
    await tables.close();
    await platform.stop();
  });

  const event = (name: string, customerKey: string): InboxEntry => {
    const given = { properties: {}, traits: undefined, occurredAt: Date.now() };
    return { kind: 'event', customerKey, name, messageId: unique('m'), ...given };
  };

  /** Has enrollments be due at a time, and events wait for them, before the lane looks. */
  async function backlog(due: ReadonlyMap<string, number>, events: readonly InboxEntry[]): Promise<void> {
    await tables.database.transaction(async ({ sql }) => {
      for (const [id, at] of due)
        await sql.run('UPDATE enrollments SET due_at = ? WHERE id = ?', [at, Number(id)]);
      await inbox.add(sql, events);
    });
  }

  it('what was awaited counts where it came before the time was over, however much came before it', async () => {
    const bought = unique('bought');
    const journey = await aJourney(platform).publish({
      start: 'hope',
      steps: {
        hope: {
          type: 'wait-for',
          any: [{ event: bought, next: 'end' }],
          timeout: { after: '1h', next: 'gone' },
        },
        gone: { type: 'exit', reason: 'gone' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    await journey.enter('buyer');
    const { id } = await journey.standsAt('buyer', 'hope');
    const overAt = Date.now() + 3_000;
    const others = Array.from({ length: 6 }, (_, at) => event('noise', `other-${String(at)}`));
    await backlog(new Map([[id, overAt]]), [...others, event(bought, 'buyer')]);
    await waitFor(() => Date.now() > overAt);
    await journey.tell('passer-by', 'noise');
    expect((await journey.ended('buyer')).endReason).toBe('completed');
  });

  it('who waits for a time hears what comes after it, however many were to be woken before', async () => {
    const paid = unique('paid');
    const journey = await aJourney(platform).publish({
      start: 'short',
      steps: {
        short: { type: 'wait', for: '1h', next: 'one' },
        one: { type: 'wait-for', any: [{ event: paid, next: 'end' }] },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    const due = new Map<string, number>();
    for (const customer of ['w-1', 'w-2', 'w-3', 'w-4', 'payer']) {
      await journey.enter(customer);
      const { id } = await journey.standsAt(customer, 'short');
      due.set(id, Date.now() - (customer === 'payer' ? 1 : 1_000));
    }
    await backlog(due, [event(paid, 'payer')]);
    await journey.tell('passer-by', 'noise');
    const { id } = await journey.ended('payer');
    expect(await journey.trail(id)).toEqual(['short:elapsed', 'one:event', 'end:ended']);
  });
});
