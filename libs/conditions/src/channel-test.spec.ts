import { compileCondition, describeCondition, validateCondition } from './index.js';

describe('a test of a channel (B7)', () => {
  const scope = { traits: {}, context: {}, now: 0, reachable: (channel: string) => channel === 'sms' };
  const holds = (name: string, reachable: boolean, of: object = scope) =>
    compileCondition({ channel: { name, reachable } }).holds({ ...scope, ...of });

  it('holds where the customer can be reached, or cannot', () => {
    expect([holds('sms', true), holds('email', true)]).toEqual([true, false]);
    expect([holds('sms', false), holds('email', false)]).toEqual([false, true]);
    expect(holds('sms', true, { reachable: undefined })).toBe(false);
  });

  it.each([
    [{ channel: 'sms' }, 'conditions.invalid-operand', '/channel'],
    [{ channel: { name: 'sms' } }, 'conditions.invalid-operand', '/channel/reachable'],
    [{ channel: { name: 5, reachable: true } }, 'conditions.invalid-operand', '/channel/name'],
    [{ channel: { name: 'sms', reachable: true, by: 1 } }, 'conditions.unknown-member', '/channel/by'],
    [{ channel: { name: 'sms', reachable: true }, is: 1 }, 'conditions.unknown-member', '/is'],
  ])('refuses %j', (condition, code, pointer) => {
    expect(validateCondition(condition)).toMatchObject([{ code, pointer }]);
  });

  it('is told in both languages', () => {
    const condition = { channel: { name: 'sms', reachable: false } };
    expect(describeCondition(condition, 'en')).toContain('cannot be reached by sms');
    expect(describeCondition(condition, 'fr')).toContain('ne peut pas être joint par sms');
  });
});
