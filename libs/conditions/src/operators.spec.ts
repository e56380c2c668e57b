import { compileCondition } from './compile.js';
import type { Condition, ConditionScope, Operators } from './condition.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');

const asks = (operators: Operators, value: unknown): boolean =>
  compileCondition({ trait: 'x', ...operators }).holds({
    traits: { x: value } as ConditionScope['traits'],
    context: {},
    now: NOW,
  });

describe('the operators', () => {
  it.each<[Operators, unknown, boolean]>([
    [{ is: 'pro' }, 'pro', true],
    [{ is: 'pro' }, 'trial', false],
    [{ is: 5 }, '5', false],
    [{ is: 'a' }, ['a'], false],
    [{ 'is-not': 'pro' }, 'trial', true],
    [{ 'is-not': 'pro' }, 'pro', false],
    [{ in: ['FR', 'BE'] }, 'BE', true],
    [{ in: ['FR', 'BE'] }, 'DE', false],
    [{ in: [1] }, '1', false],
    [{ 'not-in': ['FR'] }, 'DE', true],
    [{ 'not-in': ['FR'] }, 'FR', false],
    [{ gt: 3 }, 4, true],
    [{ gt: 3 }, 3, false],
    [{ gt: 3 }, '4', false],
    [{ gte: 3 }, 3, true],
    [{ gte: 3 }, 2, false],
    [{ lt: 3 }, 2, true],
    [{ lt: 3 }, 3, false],
    [{ lte: 3 }, 3, true],
    [{ lte: 3 }, 4, false],
    [{ gte: 3, lt: 5 }, 4, true],
    [{ gte: 3, lt: 5 }, 5, false],
    [{ contains: 'arc' }, 'parcours', true],
    [{ contains: 'x' }, 'parcours', false],
    [{ contains: 1 }, '1', false],
    [{ contains: 'b' }, ['a', 'b'], true],
    [{ contains: 'c' }, ['a', 'b'], false],
    [{ 'starts-with': 'par' }, 'parcours', true],
    [{ 'starts-with': 'arc' }, 'parcours', false],
    [{ 'ends-with': 'ours' }, 'parcours', true],
    [{ 'ends-with': 'par' }, 'parcours', false],
    [{ matches: '^[A-Z]{2}\\d+$' }, 'FR75', true],
    [{ matches: '^[A-Z]{2}\\d+$' }, 'xFR75', false],
    [{ matches: 'b+' }, 'abbc', true],
    [{ matches: '5' }, 5, false],
    [{ exists: true }, 0, true],
    [{ exists: false }, 0, false],
    [{ before: '2026-03-03T00:00:00+02:00' }, '2026-03-02T21:00:00Z', true],
    [{ before: '2026-03-03T00:00:00+02:00' }, '2026-03-02T22:00:00Z', false],
    [{ before: '-30d' }, '2026-01-30', true],
    [{ before: '-30d' }, '2026-02-01', false],
    [{ after: '-30d' }, '2026-02-01', true],
    [{ after: '2026-03-02' }, '2026-03-02T00:00:01Z', true],
    [{ after: '-30d' }, 'yesterday', false],
    [{ after: '-30d' }, '2026-02-30', false],
    [{ 'anniversary-within': '7d' }, '1990-03-08', true],
    [{ 'anniversary-within': '7d' }, '1990-03-02', true],
    [{ 'anniversary-within': '7d' }, '1990-03-01', false],
    [{ 'anniversary-within': '7d' }, '1990-03-10', false],
    [{ 'anniversary-within': '7d' }, '2026-03-05', false],
    [{ 'anniversary-within': '7d' }, 19900308, false],
  ])('%j of %j is %s', (operators, value, expected) => {
    expect(asks(operators, value)).toBe(expected);
  });

  it('finds an anniversary across the turn of the year', () => {
    const scope = { traits: { x: '2000-01-02' }, context: {}, now: Date.parse('2026-12-30T12:00:00Z') };

    expect(compileCondition({ trait: 'x', 'anniversary-within': '4d' }).holds(scope)).toBe(true);
  });

  it('lets 29 February return on the 28th in a common year', () => {
    const scope = { traits: { x: '2000-02-29' }, context: {}, now: Date.parse('2026-02-28T12:00:00Z') };

    expect(compileCondition({ trait: 'x', 'anniversary-within': '1h' }).holds(scope)).toBe(true);
  });

  it.each<Operators>([
    { is: 'a' },
    { 'is-not': 'a' },
    { in: ['a'] },
    { 'not-in': ['a'] },
    { gt: -1 },
    { lte: 1 },
    { contains: 'a' },
    { 'starts-with': 'a' },
    { matches: '.*' },
    { exists: true },
    { before: '2099-01-01' },
    { after: '1970-01-01' },
    { 'anniversary-within': '52w' },
    { exists: false, 'is-not': 'a' },
  ])('%j is false of an unknown value', (operators) => {
    expect([asks(operators, undefined), asks(operators, null)]).toEqual([false, false]);
  });

  it('says of an unknown value alone that it does not exist', () => {
    expect([asks({ exists: false }, undefined), asks({ exists: false }, null)]).toEqual([true, true]);
  });

  it('runs a pattern that defeats a backtracking engine in no time', () => {
    const started = process.hrtime.bigint();

    expect(asks({ matches: '^(a+)+$' }, `${'a'.repeat(5_000)}!`)).toBe(false);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(20_000);
  });
});

describe('the subjects of a test', () => {
  const scope: ConditionScope = {
    traits: { address: { city: 'Lyon' }, items: [{ sku: 'a' }] },
    event: { name: 'order.created', properties: { amount: 12 }, occurredAt: NOW },
    context: { score: 3 },
    now: NOW,
  };

  it.each<[string, Condition]>([
    ['a trait by its path', { trait: 'address.city', is: 'Lyon' }],
    ['a member of a list by its index', { trait: 'items.0.sku', is: 'a' }],
    ['a property of the event', { property: 'amount', is: 12 }],
    ['a member of the context', { context: 'score', is: 3 }],
  ])('can be %s', (_name, condition) => {
    expect(compileCondition(condition).holds(scope)).toBe(true);
  });

  it('never include what an object inherits', () => {
    expect(compileCondition({ trait: 'constructor', exists: true }).holds(scope)).toBe(false);
  });

  it('leave a property unknown where there is no event', () => {
    const condition = compileCondition({ property: 'amount', exists: false });

    expect(condition.holds({ traits: {}, context: {}, now: NOW })).toBe(true);
  });
});
