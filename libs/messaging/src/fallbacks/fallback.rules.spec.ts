import { nextLeg, reactionsMeant } from './fallback.rules.js';

const SMS = { channel: 'sms', afterMs: 1, unless: 'opened' } as const;
const PUSH = { channel: 'push', afterMs: 2, unless: 'clicked' } as const;

describe('what follows a message that nobody reacts to (B6)', () => {
  it('is one channel after the other, and then nothing', () => {
    expect(nextLeg([SMS, PUSH], { leg: 1, channel: 'email' })).toEqual({ ...SMS, leg: 2 });
    expect(nextLeg([SMS, PUSH], { leg: 2, channel: 'sms' })).toEqual({ ...PUSH, leg: 3 });
    expect(nextLeg([SMS, PUSH], { leg: 3, channel: 'push' })).toBeUndefined();
    expect(nextLeg([], { leg: 1, channel: 'email' })).toBeUndefined();
  });

  it('is never the channel on which the message went out', () => {
    expect(nextLeg([SMS, PUSH], { leg: 1, channel: 'sms' })).toEqual({ ...PUSH, leg: 3 });
    expect(nextLeg([SMS], { leg: 1, channel: 'sms' })).toBeUndefined();
  });

  it('is needless after the reaction that was asked for, and after every stronger one', () => {
    expect(reactionsMeant('opened')).toEqual(['opened', 'clicked', 'replied']);
    expect(reactionsMeant('replied')).toEqual(['replied']);
  });
});
