import type { SuppressionStore } from '@parcours/audience';
import type { Sql, SqlValue } from '@parcours/database';
import type { InboxStore } from '@parcours/events';
import { IdGenerator, ManualClock } from '@parcours/kernel';

import { MessageSuppressions } from './message-suppressions.service.js';
import type { Reaction, ReactionRow, ReactionTarget } from './reaction.js';
import { ReactionBatch } from './reaction-batch.service.js';
import type { ReactionInbox } from './reaction-inbox.store.js';
import type { ReactionTargets } from './reaction-target.store.js';

const START = Date.UTC(2026, 5, 1);

interface Desk {
  readonly rows: ReactionRow[];
  /** What the provider calls messages that are noted by now. */
  readonly known: Map<string, number>;
  readonly postponed: (readonly [readonly number[], number])[];
  readonly removed: number[];
  readonly events: string[];
  /** To whom each event is told. */
  readonly told: string[];
  readonly suppressed: unknown[];
}

const times = {
  delivered: null,
  opened: null,
  clicked: null,
  replied: null,
  bounced: null,
  complained: null,
  unsubscribed: null,
};

function targetOf(messageId: number): ReactionTarget {
  return {
    messageId,
    customerId: 1,
    customerKey: 'ada',
    enrollmentId: 2,
    journey: 'welcome',
    step: 'hello',
    visit: 1,
    template: 'hello',
    channel: 'sms',
    touchpoint: null,
    connectorId: 3,
    address: '+33612345678',
    createdAt: START,
    times,
  };
}

function batchOf(desk: Desk): ReactionBatch {
  const inbox: Partial<ReactionInbox> = {
    takeDue: () => Promise.resolve(desk.rows),
    ofMessages: () => Promise.resolve([]),
    postpone: (_sql, ids, at) => {
      if (ids.length > 0) desk.postponed.push([ids, at]);
      return Promise.resolve();
    },
    remove: (_sql, ids) => {
      desk.removed.push(...ids);
      return Promise.resolve();
    },
  };
  const targets: Partial<ReactionTargets> = {
    of: (_sql, ids) => Promise.resolve(new Map(ids.map((id) => [id, targetOf(id)]))),
    byProvider: (_sql, _connector, names) =>
      Promise.resolve(new Map([...desk.known].filter(([name]) => names.includes(name)))),
    byAddress: () =>
      Promise.resolve([
        { customerId: 1, customerKey: 'ada', lastMessageId: 5 },
        { customerId: 2, customerKey: 'bob', lastMessageId: null },
      ]),
    note: () => Promise.resolve(),
    bounces: () => Promise.resolve([{ customerId: 1, channel: 'sms', address: '+33612345678', count: 2 }]),
  };
  const events: Partial<InboxStore> = {
    rowsOf: (entries) => {
      desk.events.push(...entries.map((entry) => ('name' in entry ? entry.name : entry.kind)));
      desk.told.push(...entries.flatMap((entry) => entry.customerKey));
      const rows: SqlValue[][] = entries.map(() => []);
      return { rows, lanes: new Set([7]), bytes: 0 };
    },
    insert: () => Promise.resolve(),
  };
  const suppressions: Partial<SuppressionStore> = {
    add: (_sql, rows) => {
      desk.suppressed.push(...rows);
      return Promise.resolve(rows.length);
    },
  };
  return new ReactionBatch(
    inbox as ReactionInbox,
    targets as ReactionTargets,
    events as InboxStore,
    new MessageSuppressions(suppressions as SuppressionStore, new IdGenerator(1, new ManualClock(START))),
  );
}

function deskOf(reaction: Partial<Reaction>, attempts = 0): Desk {
  const told = { kind: 'delivered', at: START, connectorId: 3, providerId: 'p-1', ...reaction } as const;
  return {
    rows: [{ id: 11, messageId: undefined, attempts, reaction: told }],
    known: new Map(),
    postponed: [],
    removed: [],
    events: [],
    told: [],
    suppressed: [],
  };
}

const run = (desk: Desk) => batchOf(desk).run({} as Sql, { now: START, limit: 10 });

describe('a receipt of a message that nobody knows yet', () => {
  it.each([
    [0, 2_000],
    [1, 10_000],
    [2, 60_000],
    [3, 600_000],
  ])('is looked for again: attempt %i, %i ms later', async (attempts, pauseMs) => {
    const desk = deskOf({}, attempts);
    expect(await run(desk)).toMatchObject({ taken: 1, unknown: 0 });
    expect([desk.postponed, desk.removed]).toEqual([[[[11], START + pauseMs]], []]);
  });

  it('counts once the message is noted', async () => {
    const desk = deskOf({}, 2);
    desk.known.set('p-1', 5);
    expect([...(await run(desk)).lanes]).toEqual([7]);
    expect([desk.events, desk.postponed, desk.removed]).toEqual([['message.delivered'], [], [11]]);
  });

  it('is given up in the end, and told to be nobody’s', async () => {
    const desk = deskOf({}, 4);
    expect(await run(desk)).toMatchObject({ taken: 1, unknown: 1 });
    expect([desk.events, desk.removed]).toEqual([[], [11]]);
  });
});

describe('an address', () => {
  it('is not suppressed for what another connector’s provider says', async () => {
    const desk = deskOf({ kind: 'bounced', bounce: 'hard', connectorId: 4 });
    desk.known.set('p-1', 5);
    await run(desk);
    expect([desk.events, desk.suppressed]).toEqual([[], []]);
  });

  it('is left alone for two soft bounces, and for a sender that is refused', async () => {
    for (const bounce of ['soft', 'policy'] as const) {
      const desk = deskOf({ kind: 'bounced', bounce });
      desk.known.set('p-1', 5);
      await run(desk);
      expect([desk.events, desk.suppressed]).toEqual([['message.bounced'], []]);
    }
  });
});

describe('a reply from a number that two share', () => {
  const from = { kind: 'replied', channel: 'sms', address: '+33612345678' } as const;

  it.each([
    ['Stop', 'message.stop-requested'],
    ['START', 'message.start-requested'],
  ])('is heard for both where it says %s', async (text, name) => {
    const desk = deskOf({ ...from, text, providerId: undefined });
    expect(await run(desk)).toMatchObject({ unknown: 0 });
    expect([desk.events, desk.told]).toEqual([
      [name, name],
      ['ada', 'bob'],
    ]);
  });

  it('is heard for both where it names the message, with its address or without', async () => {
    for (const address of ['+33612345678', undefined]) {
      const desk = deskOf({ ...from, address, text: 'stop' });
      desk.known.set('p-1', 5);
      await run(desk);
      expect(desk.told).toEqual(['ada', 'bob']);
    }
  });

  it.each(['help', 'Thanks'])('is that of who was written to last where it says %s', async (text) => {
    const desk = deskOf({ ...from, text, providerId: undefined });
    await run(desk);
    expect(desk.told).toEqual(['ada']);
  });
});
