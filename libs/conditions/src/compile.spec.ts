import fc from 'fast-check';
import { compileCondition } from './compile.js';
import type { Condition, ConditionScope, Scalar } from './condition.js';

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom('', 'a', 'ab', '1', '2026-03-02'),
  fc.integer({ min: -2, max: 2 }),
  fc.boolean(),
);
const path = fc.constantFrom('a', 'b', 'a.b', 'c.0', '__proto__', 'constructor');
const subject = path.chain((at) =>
  fc.constantFrom({ trait: at } as const, { property: at } as const, { context: at } as const),
);
const operators = fc.record(
  {
    is: scalar,
    'is-not': scalar,
    in: fc.array(scalar, { minLength: 1, maxLength: 3 }),
    gt: fc.integer(),
    contains: scalar,
    'starts-with': fc.constantFrom('a', 'b'),
    matches: fc.constantFrom('a+', '^b?$'),
    exists: fc.boolean(),
    before: fc.constantFrom('-1d', '2026-03-02'),
    'anniversary-within': fc.constantFrom('1w', '0s', '99999999w'),
  },
  { requiredKeys: [] },
);
const test: fc.Arbitrary<Condition> = fc
  .tuple(subject, operators)
  .map(([at, asked]) => (Object.keys(asked).length === 0 ? { ...at, exists: true } : { ...at, ...asked }));
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    test,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
const members = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', '__proto__'),
  fc.oneof(scalar, fc.jsonValue({ maxDepth: 2 })),
) as fc.Arbitrary<ConditionScope['traits']>;
const scope: fc.Arbitrary<ConditionScope> = fc.record({
  traits: members,
  context: members,
  event: fc.option(fc.record({ name: fc.constant('e'), properties: members, occurredAt: fc.constant(0) }), {
    nil: undefined,
  }),
  now: fc.integer({ min: 0, max: 4_102_444_800_000 }),
});

const holds = (asked: Condition, at: ConditionScope): boolean => compileCondition(asked).holds(at);

describe('a compiled condition', () => {
  it('answers true or false for every scope', () => {
    fc.assert(
      fc.property(condition, scope, (asked, at) => {
        expect(typeof holds(asked, at)).toBe('boolean');
      }),
    );
  });

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(condition, condition, scope, (a, b, at) => {
        expect(holds({ not: { all: [a, b] } }, at)).toBe(holds({ any: [{ not: a }, { not: b }] }, at));
        expect(holds({ not: { any: [a, b] } }, at)).toBe(holds({ all: [{ not: a }, { not: b }] }, at));
      }),
    );
  });

  it('is itself again when negated twice', () => {
    fc.assert(
      fc.property(condition, scope, (asked, at) => {
        expect(holds({ not: { not: asked } }, at)).toBe(holds(asked, at));
      }),
    );
  });

  it('takes not-in as known and not in', () => {
    const list = fc.array(scalar, { minLength: 1 });
    fc.assert(
      fc.property(subject, list, scope, (on, values, at) => {
        const both: Condition = { all: [{ ...on, exists: true }, { not: { ...on, in: values } }] };

        expect(holds({ ...on, 'not-in': values }, at)).toBe(holds(both, at));
      }),
    );
  });

  it('takes several operators in one test as all of them', () => {
    fc.assert(
      fc.property(subject, operators, scope, (on, asked, at) => {
        const names = Object.keys(asked) as (keyof typeof asked)[];
        fc.pre(names.length > 0);
        const each = names.map((name) => ({ ...on, [name]: asked[name] }));

        expect(holds({ ...on, ...asked }, at)).toBe(holds({ all: each }, at));
      }),
    );
  });

  it('tells which paths it reads, each once', () => {
    const { reads } = compileCondition({
      any: [
        { trait: 'plan', is: 'a' },
        { not: { trait: 'plan', is: 'b' } },
        { property: 'x.y', exists: true },
      ],
    });

    expect(reads).toMatchObject({ traits: ['plan'], properties: ['x.y'], context: [], events: [] });
  });

  it('tells the values that it looked at, without their bulk', () => {
    const { values } = compileCondition({
      all: ['a', 'b', 'c', 'd'].map((trait) => ({ trait, exists: true })),
    });

    expect(values({ traits: { a: 'x'.repeat(200), b: [1, 2], c: {} }, context: {}, now: 0 })).toEqual({
      'trait.a': `${'x'.repeat(100)}…`,
      'trait.b': '(list of 2)',
      'trait.c': '(object)',
      'trait.d': null,
    });
  });

  it('refuses a condition with defects and names them', () => {
    expect(() => compileCondition({ trait: 'x', matches: '(' })).toThrow(
      expect.objectContaining({
        code: 'conditions.invalid',
        errors: [expect.objectContaining({ code: 'conditions.invalid-pattern', pointer: '/matches' })],
      }),
    );
  });
});
