import fc from 'fast-check';

import { arbitrate, type Placement } from './arbitration.rules.js';
import { type CompiledPolicy, compilePolicy } from './compiled-policy.js';
import type { Contact } from './contact.js';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;

const policies: readonly CompiledPolicy[] = [
  compilePolicy('hold', { arbitration: { window: '2h' } }),
  compilePolicy('drop', { arbitration: { window: '2h', loser: 'drop' } }),
  compilePolicy('none', {}),
];
const byKey = new Map(policies.map((policy) => [policy.key, policy]));
const HOLDS = byKey.get('hold')?.rules.arbitration;
const DROPS = byKey.get('drop')?.rules.arbitration;

function waiting(id: number, hours: number, rest: Partial<Contact> = {}): Contact {
  return {
    ...{ id, channel: 'email', category: 'marketing', brand: undefined, sentAt: undefined, priority: 50 },
    ...{ plannedAt: NOW + hours * HOUR, expiresAt: undefined, isMovable: true, policy: 'hold' },
    segments: undefined,
    ...rest,
  };
}

interface Asked {
  readonly hours?: number;
  readonly priority?: number;
  readonly category?: Contact['category'];
  readonly drops?: boolean;
}

function compete(contacts: readonly Contact[], asked: Asked = {}): Placement {
  const { hours = 0, priority = 50, category = 'marketing', drops = false } = asked;
  const arbitration = drops ? DROPS : HOLDS;
  if (!arbitration) throw new TypeError('no arbitration');
  return arbitrate({
    ...{ newcomer: { priority, category }, at: NOW + hours * HOUR, arbitration, contacts },
    ...{ book: { byKey, house: [] }, allowedFrom: (at) => at },
  });
}

const hoursOf = ({ at }: Pick<Placement, 'at'>) => (at === undefined ? undefined : (at - NOW) / HOUR);
const moved = ({ displaced }: Placement) => displaced.map((each) => [each.id, hoursOf(each)]);

describe('messages to one customer that would go out close to each other (B6)', () => {
  it('go out by priority: the lower one a window after the higher one', () => {
    const lower = compete([waiting(1, 0, { priority: 80 })]);
    expect([hoursOf(lower), moved(lower)]).toEqual([2, []]);
    expect(lower.lostTo).toMatchObject({ id: 1, priority: 80 });
    const higher = compete([waiting(1, 0, { priority: 20 })]);
    expect([hoursOf(higher), moved(higher)]).toEqual([0, [[1, 2]]]);
  });

  it('go out by age where priorities are the same', () => {
    expect(hoursOf(compete([waiting(1, 1)]))).toBe(3);
  });

  it('do not compete where a window lies between them', () => {
    const far = compete([waiting(1, 2, { priority: 20 }), waiting(2, -2, { priority: 90 })]);
    expect([hoursOf(far), moved(far)]).toEqual([0, []]);
  });

  it('are dropped where their policy says so', () => {
    const lost = compete([waiting(1, 0, { priority: 80 })], { drops: true });
    expect([hoursOf(lost), moved(lost)]).toEqual([undefined, []]);
    const won = compete([waiting(1, 0, { policy: 'drop', priority: 20 })]);
    expect([hoursOf(won), moved(won)]).toEqual([0, [[1, undefined]]]);
  });

  it('yield to what was handed over, unless they are better, and never move it', () => {
    const sent = (priority: number) => waiting(1, -1, { sentAt: NOW - HOUR, isMovable: false, priority });
    expect(hoursOf(compete([sent(50)]))).toBe(1);
    expect(hoursOf(compete([sent(80)]))).toBe(1);
    const better = compete([sent(20)]);
    expect([hoursOf(better), moved(better)]).toEqual([0, []]);
  });

  it('leave alone what no policy lets compete', () => {
    const other = compete([waiting(1, 0, { policy: 'none', priority: 20 })]);
    expect([hoursOf(other), moved(other)]).toEqual([0, []]);
  });

  it('never lose where they are transactional, and win among equals', () => {
    const invoice = compete([waiting(1, 0, { priority: 90 })], { category: 'transactional' });
    expect(hoursOf(invoice)).toBe(0);
    const equal = compete([waiting(1, 0)], { category: 'transactional' });
    expect(moved(equal)).toEqual([[1, 2]]);
  });

  it('push each other on, each a window after the one before', () => {
    const all = compete([waiting(1, 0, { priority: 20 }), waiting(2, 2, { priority: 10 })]);
    expect([hoursOf(all), moved(all)]).toEqual([
      0,
      [
        [1, 2],
        [2, 4],
      ],
    ]);
  });

  it('end up a window apart, whatever comes, and nobody better gives way', () => {
    const aMessage = fc.record({
      hours: fc.integer({ min: 0, max: 6 }),
      priority: fc.constantFrom(10, 50, 90),
      drops: fc.boolean(),
    });
    const property = fc.property(fc.array(aMessage, { minLength: 2, maxLength: 9 }), (messages) => {
      let all: Contact[] = [];
      messages.forEach(({ hours, priority, drops }, index) => {
        const placement = compete(all, { hours, priority, drops });
        const fates = new Map(placement.displaced.map((each) => [each.id, each.at]));
        for (const { priority: lost, lostTo } of placement.displaced) {
          expect(lostTo.priority).toBeGreaterThanOrEqual(lost);
        }
        all = all.flatMap((each) => {
          const at = fates.has(each.id) ? fates.get(each.id) : each.plannedAt;
          return at === undefined ? [] : [{ ...each, plannedAt: at }];
        });
        const policy = drops ? 'drop' : 'hold';
        if (placement.at !== undefined) {
          all.push(waiting(index + 1, 0, { priority, policy, plannedAt: placement.at }));
        }
      });
      const times = all.map(({ plannedAt }) => plannedAt).sort((one, other) => one - other);
      times.forEach((at, place) => {
        expect((times[place + 1] ?? Infinity) - at).toBeGreaterThanOrEqual(2 * HOUR);
      });
      expect(all.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
