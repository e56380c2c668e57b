import { compileCondition } from './compile.js';
import { judgeCondition } from './deciding-tests.js';
import { describeCondition } from './describe-condition.js';
import { OFFERED_TESTS, type OfferedTest } from './offered-tests.js';
import { validateProfileCondition } from './surroundings.js';

const WEALTHY: OfferedTest = {
  check: ({ least }) =>
    typeof least === 'number'
      ? []
      : [{ code: 'any', severity: 'error', pointer: '/least', message: 'is required.' }],
  reads: () => [
    { of: 'trait', path: 'account.balance' },
    { of: 'property', path: 'amount' },
  ],
  holds: ({ least }, values) => Number(values['trait.account.balance'] ?? 0) >= Number(least),
  words: ({ least }, language) => `${language === 'fr' ? 'possède' : 'owns'} ${JSON.stringify(least)}`,
};

const CONDITION = { test: 'bank.wealthy', with: { least: 10 } };
const scope = (balance: unknown) => ({ traits: { account: { balance } as never }, context: {}, now: 0 });

describe('a test that a plugin adds (A7)', () => {
  let takeBack: () => void;
  beforeEach(() => {
    takeBack = OFFERED_TESTS.offer('bank.wealthy', WEALTHY);
  });
  afterEach(() => {
    takeBack();
  });

  it('answers by what it reads', () => {
    const { holds, reads } = compileCondition(CONDITION);
    expect([holds(scope(10)), holds(scope(9)), holds(scope(undefined))]).toEqual([true, false, false]);
    expect(reads).toMatchObject({ traits: ['account.balance'], properties: ['amount'] });
  });

  it('stands among others, is told in words, and says what it came from', () => {
    const condition = { all: [{ trait: 'plan', is: 'pro' }, { not: CONDITION }] };
    expect(compileCondition(condition).holds({ traits: { plan: 'pro' }, context: {}, now: 0 })).toBe(true);
    expect(describeCondition(condition, 'en')).toBe('plan is pro unless owns 10');
    expect(judgeCondition(CONDITION, scope(3)).tests[0]?.values).toEqual({
      'trait.account.balance': 3,
      'property.amount': null,
    });
  });

  it('is checked where conditions are, by pointer', () => {
    expect(
      validateProfileCondition({ any: [{ test: 'bank.wealthy', with: {} }] }, '/condition'),
    ).toMatchObject([{ code: 'conditions.test-config', pointer: '/condition/any/0/with/least' }]);
    expect(validateProfileCondition({ test: 'bank.welthy' })).toMatchObject([
      { code: 'conditions.test-unknown', pointer: '/test', suggestion: "Did you mean 'bank.wealthy'?" },
    ]);
    expect(validateProfileCondition({ test: 'bank.wealthy', with: 3, is: 1 })).toMatchObject([
      { code: 'conditions.unknown-member', pointer: '/is' },
      { code: 'conditions.invalid-operand', pointer: '/with' },
    ]);
    expect(validateProfileCondition({ test: 'wealthy' })).toMatchObject([
      { code: 'conditions.invalid-operand', pointer: '/test' },
    ]);
  });

  it('cannot change what others see', () => {
    const spoil = OFFERED_TESTS.offer('bank.wealthy', {
      ...WEALTHY,
      reads: () => [{ of: 'trait', path: 'account' }],
      holds: (_config, values) => {
        Object.assign(values['trait.account'] as object, { balance: 99 });
        return true;
      },
    });
    const seen = scope(1);
    expect(compileCondition(CONDITION).holds(seen)).toBe(true);
    expect(seen).toEqual(scope(1));
    spoil();
  });

  it('fails once nobody offers it any more, and what was published before is compiled all the same', () => {
    takeBack();
    expect(compileCondition(CONDITION).holds(scope(10))).toBe(false);
    expect(
      compileCondition({ any: [CONDITION, { trait: 'a', is: 1 }] }).holds({
        traits: { a: 1 },
        context: {},
        now: 0,
      }),
    ).toBe(true);
    expect(describeCondition(CONDITION, 'en')).toBe('passes bank.wealthy {"least":10}');
  });
});
