import { afterDecisions } from './consent.js';

describe('what counts after decisions of steps', () => {
  const before = (channel: string) => (channel === 'sms' ? ('granted' as const) : ('unknown' as const));

  it('is the last of them, whether about the topic or the whole channel', () => {
    const lookup = afterDecisions(before, [
      { channel: 'email', topic: 'news', state: 'granted' },
      { channel: 'email', topic: '*', state: 'denied' },
      { channel: 'email', topic: 'offers', state: 'pending' },
    ]);
    expect(['news', 'offers', 'other'].map((topic) => lookup('email', topic))).toEqual([
      'denied',
      'pending',
      'denied',
    ]);
  });

  it('is what counted before where they say nothing', () => {
    expect(afterDecisions(before, [])('sms', 'news')).toBe('granted');
    expect(afterDecisions(undefined, [])('sms', 'news')).toBe('unknown');
  });
});
