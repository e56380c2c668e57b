import type { Condition, ContentNumbers } from '@parcours/conditions';
import type { Insertion, Sql } from '@parcours/database';
import { IdGenerator, type JsonObject, ManualClock } from '@parcours/kernel';

import { newCustomer } from '../customers/customer.js';
import { DueStore } from './due.store.js';
import { PastStore } from './facts/past.store.js';
import { MemberStore } from './member.store.js';
import { MembershipSession } from './membership-session.js';
import { compileRule } from './rules/membership-rule.js';
import { inOrder, MembershipRules } from './rules/membership-rules.js';

const NOW = Date.UTC(2026, 2, 1);
const DAY = 86_400_000;
const KEYS = ['pro', 'buyers', 'lapsed', 'chosen'];
const NUMBERS: ContentNumbers = {
  group: (_kind, key) => KEYS.indexOf(key) + 1,
  journey: () => undefined,
  template: () => undefined,
};
const CONDITIONS: Readonly<Record<string, Condition>> = {
  pro: { trait: 'plan', is: 'pro' },
  buyers: { event: 'bought', count: { gte: 2 }, within: '30d' },
  lapsed: { all: [{ event: 'bought' }, { event: 'bought', count: { is: 0 }, within: '10d' }] },
  chosen: { all: [{ segment: 'pro' }, { segment: 'buyers' }] },
};
const RULES = new MembershipRules(
  1,
  inOrder(
    Object.entries(CONDITIONS).map(([key, condition]) =>
      compileRule({
        ...{ id: NUMBERS.group('segment', key) ?? 0, versionId: 1, kind: 'segment', key, condition },
        ...{ customers: undefined, within: [], except: [] },
      }),
    ),
  ),
  NUMBERS,
);

/** What the tables answer, and what is asked of them and written. */
class Tables implements Sql {
  readonly dialect = 'sqlite';
  readonly forUpdate = '';
  readonly forUpdateSkipLocked = '';
  readonly statements: string[] = [];
  readonly written: Insertion[] = [];
  members: object[] = [];
  events: object[] = [];

  byIndex(): string {
    return '';
  }
  async select<T extends object>(text: string): Promise<T[]> {
    this.statements.push(text);
    return (text.includes('FROM events') ? this.events : this.members) as T[];
  }
  async run(text: string): Promise<number> {
    this.statements.push(text);
    return 1;
  }
  async insert(insertion: Insertion): Promise<number> {
    this.statements.push(`INSERT ${insertion.table}`);
    this.written.push(insertion);
    return insertion.rows.length;
  }
  async updateEach(): Promise<void> {
    throw new Error('nothing updates row by row');
  }
}

const customer = (id: number, traits: JsonObject = {}) => ({
  ...newCustomer({ id, lane: 3, externalId: `c-${id}`, now: NOW }),
  traits,
});
const bought = (id: number, daysAgo: number) => ({
  customer_id: id,
  name: 'bought',
  occurred_at: NOW - daysAgo * DAY,
});

function open(): MembershipSession {
  const ids = new IdGenerator(1, new ManualClock(NOW));
  return new MembershipSession(
    RULES,
    { members: new MemberStore(), dues: new DueStore(ids), past: new PastStore() },
    NOW,
  );
}

function wanted(mentioned: Parameters<MembershipRules['mark']>[0]): Uint8Array {
  const places = new Uint8Array(RULES.ordered.length);
  RULES.mark(mentioned, places);
  return places;
}

const told = (transitions: Awaited<ReturnType<MembershipSession['evaluate']>>) =>
  transitions.map((each) => `${each.customer.externalId} ${each.hasEntered ? '+' : '-'}${each.rule.key}`);

describe('keeping up to date where customers belong', () => {
  it('asks the tables the same few times for one customer and for many', async () => {
    const counts: number[] = [];
    for (const size of [1, 200]) {
      const tables = new Tables();
      const session = open();
      const people = Array.from({ length: size }, (_, at) => customer(at + 1));
      for (const each of people) session.addEvent(each, 'bought', { occurredAt: NOW, properties: {} });
      tables.events = people.map(({ id }) => bought(id, 3));
      await session.evaluate(
        tables,
        people.map((each) => ({ customer: each, isNew: false, wanted: wanted({ events: ['bought'] }) })),
      );
      await session.write(tables);
      counts.push(tables.statements.length);
    }
    // Where they belong, their past, who comes in, when to look again.
    expect(counts).toEqual([4, 4]);
  });

  it('does not look at the past for what only a trait decides', async () => {
    const tables = new Tables();
    const session = open();
    const request = {
      customer: customer(1, { plan: 'free' }),
      isNew: false,
      wanted: wanted({ traits: ['plan'] }),
    };
    expect(await session.evaluate(tables, [request])).toEqual([]);
    await session.write(tables);
    expect(tables.statements).toHaveLength(1);
  });

  it('asks about the segments that are made of one whose answer changes, and reads what those look at', async () => {
    const tables = new Tables();
    tables.members = [{ customer_id: 1, segment_id: 2, at: null }];
    tables.events = [bought(1, 1), bought(1, 2)];
    const session = open();
    const request = {
      customer: customer(1, { plan: 'pro' }),
      isNew: false,
      wanted: wanted({ traits: ['plan'] }),
    };
    expect(told(await session.evaluate(tables, [request]))).toEqual(['c-1 +pro', 'c-1 +chosen']);
  });

  it('writes when time may change something: the earliest of all, and nothing where an earlier one is stored', async () => {
    const tables = new Tables();
    tables.events = [bought(1, 29), bought(1, 4)];
    const dueWith = async (storedDueAt: number | null) => {
      tables.members = [
        { customer_id: 1, segment_id: 2, at: null },
        ...(storedDueAt === null ? [] : [{ customer_id: 1, segment_id: null, at: storedDueAt }]),
      ];
      tables.written.length = 0;
      const session = open();
      await session.evaluate(tables, [
        { customer: customer(1), isNew: false, wanted: wanted({ events: ['bought'] }) },
      ]);
      await session.write(tables);
      return tables.written.filter(({ table }) => table === 'segment_due').flatMap(({ rows }) => rows);
    };
    // Out of `buyers` in a day, into `lapsed` in six.
    expect(await dueWith(null)).toEqual([[1, 3, NOW + DAY, 1]]);
    expect(await dueWith(NOW + 3 * DAY)).toEqual([[1, 3, NOW + DAY, 1]]);
    expect(await dueWith(NOW + DAY / 2)).toEqual([]);
    expect(await dueWith(NOW - 1)).toEqual([[1, 3, NOW + DAY, 1]]);
  });

  it('reads and writes nothing of where they belong as long as no answer changes', async () => {
    const tables = new Tables();
    tables.events = [bought(1, 3), bought(1, 5), bought(2, 3)];
    const session = open();
    const [steady, moving] = [customer(1), customer(2)];
    const requests = [steady, moving].map((each) => {
      session.addEvent(each, 'bought', { occurredAt: NOW, properties: {} });
      return { customer: each, before: each, isNew: false, wanted: wanted({ events: ['bought'] }) };
    });
    // It is made of others: what is stored of those has to be known.
    const alone = (request: (typeof requests)[number]) => {
      request.wanted[RULES.ordered.findIndex(({ key }) => key === 'chosen')] = 0;
      return request;
    };
    expect(told(await session.evaluate(tables, requests.map(alone).slice(0, 1)))).toEqual([]);
    await session.write(tables);
    expect(tables.statements.map((text) => /FROM (\w+)/.exec(text)?.[1])).toEqual(['events']);
    expect(told(await session.evaluate(tables, requests.map(alone).slice(1)))).toEqual(['c-2 +buyers']);
  });

  it('reads nothing of who was never seen before', async () => {
    const tables = new Tables();
    const session = open();
    const stranger = customer(9, { plan: 'pro' });
    const all = new Uint8Array(RULES.ordered.length).fill(1);
    expect(told(await session.evaluate(tables, [{ customer: stranger, isNew: true, wanted: all }]))).toEqual([
      'c-9 +pro',
    ]);
    expect(tables.statements).toEqual([]);
  });
});
