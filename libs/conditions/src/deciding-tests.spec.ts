import type { JsonObject } from '@parcours/kernel';
import { judgeCondition } from './deciding-tests.js';

const scope = (traits: JsonObject) => ({ traits, context: {}, now: 0 });
const PRO = { trait: 'plan', is: 'pro' };
const FRENCH = { trait: 'country', is: 'FR' };

describe('judgeCondition', () => {
  it('names the tests of an all that fail, with the values that they saw (C4)', () => {
    expect(judgeCondition({ all: [PRO, FRENCH] }, scope({ plan: 'trial', country: 'FR' }))).toEqual({
      holds: false,
      tests: [{ test: PRO, holds: false, values: { 'trait.plan': 'trial' } }],
    });
  });

  it('names every test of an any that fails, and the first of one that holds', () => {
    expect(judgeCondition({ any: [PRO, FRENCH] }, scope({})).tests.map(({ values }) => values)).toEqual([
      { 'trait.plan': null },
      { 'trait.country': null },
    ]);
    const { holds, tests } = judgeCondition({ any: [PRO, FRENCH] }, scope({ plan: 'pro', country: 'FR' }));
    expect([holds, tests.map(({ test }) => test)]).toEqual([true, [PRO]]);
  });

  it('tells of a negation what holds inside', () => {
    expect(judgeCondition({ not: PRO }, scope({ plan: 'pro' }))).toEqual({
      holds: false,
      tests: [{ test: PRO, holds: true, values: { 'trait.plan': 'pro' } }],
    });
  });

  it('refuses what is no condition', () => {
    expect(() => judgeCondition({ odd: 1 }, scope({}))).toThrow();
  });
});
