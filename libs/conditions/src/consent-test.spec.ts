import { compileCondition } from './compile.js';
import type { Condition, ConsentLookup } from './condition.js';
import { describeCondition } from './describe.js';
import { validateCondition } from './validate.js';
import { validateProfileCondition } from './validate-profile.js';

const NEWS = { consent: { channel: 'email', topic: 'news', is: 'granted' } } as const;

function holds(condition: Condition, consent?: ConsentLookup): boolean {
  return compileCondition(condition).holds({ traits: {}, context: {}, now: 0, consent });
}

describe('a test of consent', () => {
  it('asks for the channel and the topic', () => {
    const asked: string[] = [];
    const lookup: ConsentLookup = (channel, topic) => {
      asked.push(`${channel} ${topic}`);
      return topic === 'news' ? 'granted' : 'denied';
    };
    expect(holds(NEWS, lookup)).toBe(true);
    expect(holds({ consent: { channel: 'sms', is: 'denied' } }, lookup)).toBe(true);
    expect(holds({ not: { consent: { channel: 'sms', is: 'granted' } } }, lookup)).toBe(true);
    expect(asked).toEqual(['email news', 'sms *', 'sms *']);
  });

  it('finds everything unknown where nobody keeps consents', () => {
    expect(holds(NEWS)).toBe(false);
    expect(holds({ consent: { channel: 'email', is: 'unknown' } })).toBe(true);
  });

  it('tells what it saw', () => {
    const scope = { traits: {}, context: {}, now: 0, consent: () => 'pending' as const };
    expect(compileCondition(NEWS).values(scope)).toEqual({ 'consent.email.news': 'pending' });
  });

  it('can be asked of a customer alone', () => {
    expect(validateProfileCondition(NEWS)).toEqual([]);
  });

  it.each([
    [{ consent: 'email' }, '/consent', 'conditions.invalid-operand'],
    [{ consent: { is: 'granted' } }, '/consent/channel', 'conditions.invalid-operand'],
    [{ consent: { channel: 'email', is: 'yes' } }, '/consent/is', 'conditions.invalid-operand'],
    [
      { consent: { channel: 'email', topic: 'A b', is: 'denied' } },
      '/consent/topic',
      'conditions.invalid-operand',
    ],
    [
      { consent: { channel: 'email', topics: 'a', is: 'denied' } },
      '/consent/topics',
      'conditions.unknown-member',
    ],
    [{ ...NEWS, is: 'granted' }, '/is', 'conditions.unknown-member'],
  ])('%j has a defect at %s', (condition, pointer, code) => {
    expect(validateCondition(condition)).toEqual([
      expect.objectContaining({ pointer, code, severity: 'error' }),
    ]);
  });

  it.each([
    [NEWS, 'consent to email about news is granted', 'le consentement à email pour news est donné'],
    [
      { consent: { channel: 'sms', is: 'unknown' } },
      'consent to sms is unknown',
      'le consentement à sms est inconnu',
    ],
  ] as const)('%j is put into words', (condition, english, french) => {
    expect(describeCondition(condition, 'en')).toContain(english);
    expect(describeCondition(condition, 'fr')).toContain(french);
  });
});
