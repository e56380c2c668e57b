import type { Condition } from '../condition.js';
import { compileCondition } from '../compile.js';
import { describeCondition } from '../describe-condition.js';
import type { CustomerFacts, PastEvent } from '../facts.js';
import { OPERATORS } from '../operators.js';
import { OPERATOR_SQL } from '../sql/operator-sql.js';
import { OPERATOR_FLIPS } from '../time/operator-flips.js';
import { validateCondition, validateMomentCondition, validateProfileCondition } from '../surroundings.js';

const NOW = Date.UTC(2026, 2, 1);
const DAY = 86_400_000;

const NOWHERE = { isActive: false, isCompleted: false, hasConverted: false };

const orders = (...daysAgo: readonly number[]): readonly PastEvent[] =>
  [...daysAgo]
    .sort((a, b) => b - a)
    .map((days) => ({ occurredAt: NOW - days * DAY, properties: { amount: days, kind: 'book' } }));

function facts(known: Partial<CustomerFacts>): CustomerFacts {
  return {
    events: () => [],
    reactions: () => [],
    journey: () => NOWHERE,
    isIn: () => false,
    hasTag: () => false,
    ...known,
  };
}

const scope = (known: Partial<CustomerFacts>, now = NOW) => ({
  traits: {},
  context: {},
  facts: facts(known),
  now,
});
const ordered = (...daysAgo: readonly number[]) => ({ events: () => orders(...daysAgo) });

describe('a test of past events', () => {
  it.each<[boolean, Condition, readonly number[]]>([
    [true, { event: 'order' }, [400]],
    [false, { event: 'order' }, []],
    [false, { event: 'order', within: '30d' }, [30]],
    [true, { event: 'order', within: '30d' }, [29]],
    [true, { event: 'order', count: { is: 0 }, within: '30d' }, [31]],
    [true, { event: 'order', count: { gte: 2, lt: 4 } }, [1, 2, 3]],
    [false, { event: 'order', count: { gte: 2, lt: 4 } }, [1, 2, 3, 4]],
    [true, { event: 'order', sum: { of: 'amount', is: 6 } }, [1, 2, 3]],
    [true, { event: 'order', sum: { of: 'amount', is: 0 } }, []],
    [false, { event: 'order', avg: { of: 'amount', gte: 0 } }, []],
    [true, { event: 'order', avg: { of: 'amount', is: 2 } }, [1, 3]],
    [true, { event: 'order', min: { of: 'amount', is: 1 }, max: { of: 'amount', is: 9 } }, [9, 1]],
    [false, { event: 'order', min: { of: 'kind', gte: 0 } }, [1]],
    [true, { event: 'order', where: { property: 'amount', gt: 5 }, count: { is: 1 } }, [1, 9]],
    [true, { event: 'order', first: { before: '-30d' }, last: { after: '-2d' } }, [31, 1]],
    [false, { event: 'order', last: { before: '-30d' } }, []],
  ])('is %j for %j after orders %j days ago', (expected, condition, daysAgo) => {
    expect(compileCondition(condition).holds(scope(ordered(...daysAgo)))).toBe(expected);
  });

  it('flips when the event leaves the window that makes the difference, not with each that leaves', () => {
    const { flipsAt } = compileCondition({ event: 'order', count: { gte: 2 }, within: '30d' });
    expect(flipsAt?.(scope(ordered(29, 20, 10, 5)))).toBe(NOW + 20 * DAY);
  });

  it('that fails for another reason than time is not looked at again', () => {
    const { flipsAt } = compileCondition({
      all: [
        { trait: 'plan', is: 'pro' },
        { event: 'order', within: '30d' },
      ],
    });
    expect(flipsAt?.(scope(ordered(1)))).toBe(Infinity);
  });

  it('without a window never flips by itself', () => {
    expect(compileCondition({ event: 'order', count: { gte: 2 } }).flipsAt).toBeUndefined();
  });

  it('tells how much of the past it looks at, together with its neighbours', () => {
    const { history, reads } = compileCondition({
      any: [
        { event: 'order', within: '30d' },
        { event: 'order', within: '90d', sum: { of: 'amount', gt: 3 } },
        { event: 'visit', count: { gte: 3 } },
      ],
    });
    expect(reads.events).toEqual(['order', 'visit']);
    expect(history.get('order')).toEqual({ withinMs: 90 * DAY, needsProperties: true });
    expect(history.get('visit')).toEqual({ withinMs: Infinity, needsProperties: false });
  });
});

describe('a test that only counts events', () => {
  it.each<[Condition, readonly number[]]>([
    [{ event: 'order' }, [1]],
    [{ event: 'order', count: { gte: 3 } }, [3]],
    [{ event: 'order', count: { gt: 2.5, lte: 4 } }, [3, 5]],
    [{ event: 'order', count: { is: 0 } }, [1]],
    [{ event: 'order', count: { is: 2 } }, [2, 3]],
    [{ event: 'order', count: { lt: 2 } }, [2]],
    [{ event: 'order', count: { gte: 0 } }, []],
    [{ event: 'order', count: { is: 1.5 } }, []],
  ])('knows the numbers at which its answer turns: %j', (condition, turns) => {
    expect(compileCondition(condition).tallies.get('order')).toEqual([{ withinMs: Infinity, turns }]);
    const holds = (count: number) =>
      compileCondition(condition).holds(scope({ events: () => orders(...Array<number>(count).fill(1)) }));
    const found = [1, 2, 3, 4, 5, 6, 7].filter((count) => holds(count) !== holds(count - 1));
    expect(found).toEqual(turns);
  });

  it('is none where more of the same event is asked', () => {
    const { tallies } = compileCondition({
      any: [
        { event: 'order', count: { gte: 2 }, within: '30d' },
        { event: 'order', last: { before: '-9d' } },
        { event: 'visit', count: { gte: 2 } },
        { event: 'visit', within: '1d' },
      ],
    });
    expect([...tallies]).toEqual([
      [
        'visit',
        [
          { withinMs: Infinity, turns: [2] },
          { withinMs: DAY, turns: [1] },
        ],
      ],
    ]);
  });
});

describe('a test of where a customer stands', () => {
  it.each<[boolean, Condition, Partial<CustomerFacts>]>([
    [true, { segment: 'vip' }, { isIn: (kind, key) => kind === 'segment' && key === 'vip' }],
    [false, { persona: 'vip' }, { isIn: (kind, key) => kind === 'segment' && key === 'vip' }],
    [true, { persona: 'vip', in: false }, {}],
    [true, { tag: 'gold' }, { hasTag: (tag) => tag === 'gold' }],
    [true, { journey: 'a', in: true }, { journey: () => ({ ...NOWHERE, isActive: true }) }],
    [false, { journey: 'a', state: 'completed' }, { journey: () => ({ ...NOWHERE, isActive: true }) }],
    [true, { journey: 'a', state: 'converted' }, { journey: () => ({ ...NOWHERE, hasConverted: true }) }],
    [false, { journey: 'a', state: 'converted' }, { journey: () => ({ ...NOWHERE, isCompleted: true }) }],
    [
      true,
      { message: 'hello', is: 'sent', within: '7d' },
      { reactions: () => [NOW - 8 * DAY, NOW - 6 * DAY] },
    ],
    [false, { message: 'hello', is: 'sent', within: '7d' }, { reactions: () => [NOW - 7 * DAY] }],
  ])('is %j for %j', (expected, condition, known) => {
    expect(compileCondition(condition).holds(scope(known))).toBe(expected);
  });

  it.each<Condition>([
    { segment: 'vip', in: false },
    { journey: 'a', in: false },
    { event: 'order', count: { gte: 1 } },
  ])('fails where nothing is known of the customer: %j', (condition) => {
    expect(compileCondition(condition).holds({ traits: {}, context: {}, now: NOW })).toBe(false);
  });
});

describe('the history of a customer', () => {
  it('is for segments and journeys; what is about the moment cannot ask for it', () => {
    const condition = { any: [{ event: 'order' }, { segment: 'vip' }] };
    expect(validateProfileCondition(condition)).toEqual([]);
    expect(validateCondition(condition)).toEqual([]);
    expect(validateMomentCondition(condition).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['conditions.no-such-subject', '/any/0/event'],
      ['conditions.no-such-subject', '/any/1/segment'],
    ]);
  });

  it.each<[unknown, string]>([
    [{ event: 'order', withn: '3d' }, '/withn'],
    [{ event: 'order', within: '0d' }, '/within'],
    [{ event: 'order', count: 3 }, '/count'],
    [{ event: 'order', count: {} }, '/count'],
    [{ event: 'order', sum: { gte: 3 } }, '/sum'],
    [{ event: 'order', sum: { of: 'a..b', gte: 3 } }, '/sum/of'],
    [{ event: 'order', last: { before: 'soon' } }, '/last/before'],
    [{ event: 'order', where: { trait: 'plan', is: 1 } }, '/where/trait'],
    [{ message: 'hello', is: 'read' }, '/is'],
    [{ segment: 'No Key' }, '/segment'],
    [{ journey: 'a' }, ''],
    [{ journey: 'a', in: true, state: 'active' }, '/in'],
    [{ journey: 'a', state: 'convinced' }, '/state'],
    [{ tag: 'x', in: 'yes' }, '/in'],
  ])('is asked for as it can be: %j', (condition, pointer) => {
    expect(validateProfileCondition(condition)).toEqual([expect.objectContaining({ pointer })]);
  });

  it.each<[Condition, string, string]>([
    [
      { event: 'order', count: { is: 0 }, within: '30d' },
      'order has not happened within the last 30 days',
      'order n’a pas eu lieu (depuis 30 jours)',
    ],
    [
      { event: 'order', count: { gte: 2 } },
      'the number of order is at least 2',
      'le nombre de order vaut au moins 2',
    ],
    [
      { event: 'order', where: { property: 'kind', is: 'book' }, sum: { of: 'amount', gt: 9 } },
      'the sum of amount of order where kind is book is over 9',
      'la somme de amount de order où kind est book dépasse 9',
    ],
    [
      { event: 'order', last: { before: '-30d' } },
      'the last order is more than 30 days ago',
      'le dernier order remonte à plus de 30 jours',
    ],
    [{ segment: 'vip', in: false }, 'not in segment vip', 'hors du segment vip'],
    [
      { journey: 'welcome', state: 'completed' },
      'has completed journey welcome',
      'a terminé le parcours welcome',
    ],
    [
      { journey: 'welcome', state: 'converted' },
      'has reached a goal of journey welcome',
      'a atteint un objectif dans le parcours welcome',
    ],
    [
      { message: 'hello', is: 'opened', within: '7d' },
      'message hello was opened within the last 7 days',
      'le message hello a été ouvert (depuis 7 jours)',
    ],
  ])('is put into words: %j', (condition, english, french) => {
    expect([describeCondition(condition, 'en'), describeCondition(condition, 'fr')]).toEqual([
      english,
      french,
    ]);
  });
});

describe('every operator', () => {
  it('has its SQL', () => {
    expect(Object.keys(OPERATOR_SQL).sort()).toEqual(Object.keys(OPERATORS).sort());
  });

  it('that compares with now is known to flip', () => {
    expect(Object.keys(OPERATOR_FLIPS).every((name) => name in OPERATORS)).toBe(true);
  });
});
