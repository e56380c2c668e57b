import { compileCondition, describeCondition, validateCondition } from './index.js';

describe('a test of the preferred channel (B7)', () => {
  const { holds } = compileCondition({ preferred: 'sms' });
  const scope = { traits: {}, context: {}, now: 0 };

  it('holds for the channel that it names', () => {
    expect(holds({ ...scope, preferred: 'sms' })).toBe(true);
    expect(holds({ ...scope, preferred: 'email' })).toBe(false);
    expect(holds(scope)).toBe(false);
  });

  it.each([
    [{ preferred: 7 }, 'conditions.invalid-operand', '/preferred'],
    [{ preferred: '' }, 'conditions.invalid-operand', '/preferred'],
    [{ preferred: 'sms', is: true }, 'conditions.unknown-member', '/is'],
  ])('refuses %j', (condition, code, pointer) => {
    expect(validateCondition(condition)).toMatchObject([{ code, pointer }]);
  });

  it('is told in both languages', () => {
    expect(describeCondition({ preferred: 'sms' }, 'en')).toContain('the preferred channel is sms');
    expect(describeCondition({ preferred: 'sms' }, 'fr')).toContain('le canal préféré est sms');
  });
});
