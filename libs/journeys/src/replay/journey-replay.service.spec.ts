import { type Customer, EMPTY_PROFILE } from '@parcours/audience';
import { ContentSnapshot } from '@parcours/content';

import { JourneyReplay } from './journey-replay.service.js';
import type { CustomerEvents } from './replay.store.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const DEFINITION = {
  entry: { triggers: [{ type: 'event', event: 'account.created' }] },
  start: 'end',
  steps: { end: { type: 'exit' } },
};

function aCustomer(id: number): Customer {
  const who = { id, lane: id % 2, externalId: `c${String(id)}`, kind: 'known' as const, traits: {} };
  return { ...who, profile: EMPTY_PROFILE, mergedInto: null, revision: 1, createdAt: 0, updatedAt: 0 };
}

const created = { type: 'event' as const, at: NOW - 1_000, event: 'account.created', properties: {} };

/** Everybody has one event, but for number 4 who has more than can be read together with others. */
class FakeStore {
  readonly asked: number[][] = [];
  hold: Promise<void> = Promise.resolve();

  constructor(private readonly customers: readonly Customer[]) {}

  laneAfter(lane: number) {
    const lanes = this.customers.map((each) => each.lane).filter((each) => each > lane);
    return Promise.resolve(lanes.length === 0 ? undefined : Math.min(...lanes));
  }

  async customersAfter({ lane, afterId }: { lane: number; afterId: number }, limit: number) {
    await this.hold;
    return this.customers.filter((each) => each.lane === lane && each.id > afterId).slice(0, limit);
  }

  offersBefore() {
    return Promise.resolve(new Map());
  }

  eventsOf(customers: readonly Customer[]) {
    this.asked.push(customers.map(({ id }) => id));
    const events = new Map<number, CustomerEvents>();
    for (const { id } of customers) {
      const isWhole = id !== 4;
      events.set(id, { stimuli: [created], isWhole });
      if (!isWhole) break;
    }
    return Promise.resolve(events);
  }
}

function aReplay(store: FakeStore): JourneyReplay {
  type Parts = ConstructorParameters<typeof JourneyReplay>;
  const drafts = { require: () => Promise.resolve({ draft: { definition: DEFINITION } }) };
  const published = { snapshot: () => Promise.resolve(new ContentSnapshot(1, [])) };
  const suppressions = { of: () => Promise.resolve(() => undefined) };
  const settings = { timezone: 'UTC', now: () => NOW };
  const parts: unknown = [drafts, published, store, suppressions, settings];
  return new JourneyReplay(...(parts as Parts));
}

const SIX = [1, 2, 3, 4, 5, 6].map(aCustomer);

describe('JourneyReplay (F5)', () => {
  it('plays every customer once, whoever has too many events alone and cut short', async () => {
    const store = new FakeStore(SIX);
    const { figures, cutShort, isWhole } = await aReplay(store).replay('j', { days: 7, customers: 100 });
    expect([figures.customers.played, figures.entries.entered]).toEqual([6, 6]);
    expect([cutShort, isWhole]).toEqual([1, true]);
    expect(store.asked).toContainEqual([4, 6]);
  });

  it('plays no more customers than it is asked for', async () => {
    const { figures, isWhole } = await aReplay(new FakeStore(SIX)).replay('j', { days: 7, customers: 2 });
    expect([figures.customers.played, isWhole]).toEqual([2, true]);
  });

  it('plays one at a time', async () => {
    const store = new FakeStore(SIX);
    let goOn = (): void => undefined;
    store.hold = new Promise((resolve) => (goOn = resolve));
    const replay = aReplay(store);
    const first = replay.replay('j', { days: 7, customers: 2 });
    await expect(replay.replay('j', { days: 7, customers: 2 })).rejects.toMatchObject({
      code: 'journeys.replay-running',
      retryAfter: 10,
    });
    goOn();
    expect((await first).figures.customers.played).toBe(2);
    await expect(replay.replay('j', { days: 7, customers: 1 })).resolves.toBeDefined();
  });
});
