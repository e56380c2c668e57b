import { validateProfileCondition } from './surroundings.js';

describe('a condition about a customer alone', () => {
  it('may test traits, however deep', () => {
    const condition = { all: [{ trait: 'plan', is: 'pro' }, { not: { any: [{ trait: 'age', gte: 18 }] } }] };
    expect(validateProfileCondition(condition)).toEqual([]);
  });

  it.each([
    [{ property: 'amount', gte: 1 }, '/membership/property'],
    [
      {
        all: [
          { trait: 'a', is: 1 },
          { context: 'b', is: 1 },
        ],
      },
      '/membership/all/1/context',
    ],
    [{ not: { any: [{ property: 'x', exists: true }] } }, '/membership/not/any/0/property'],
  ])('has no event or enrollment to look at: %j', (condition, pointer) => {
    expect(validateProfileCondition(condition, '/membership')).toMatchObject([
      { code: 'conditions.no-such-subject', severity: 'error', pointer },
    ]);
  });

  it('is told its other defects as any condition is', () => {
    expect(validateProfileCondition({ trait: 'age', gtee: 3 }, '/x')[0]?.pointer).toBe('/x/gtee');
  });
});
