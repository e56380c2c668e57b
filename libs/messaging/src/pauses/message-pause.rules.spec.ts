import { fateOf, isAbout, isInEffect } from './message-pause.rules.js';

const message = {
  channel: 'email',
  touchpoint: 'newsletter',
  category: 'marketing',
  brand: 'house',
} as const;
const pause = {
  ...{ id: 1, subject: { all: true as const }, reason: 'r', afterwards: 'send' as const, olderThanMs: null },
  ...{ untilAt: null, createdBy: 'Ada', createdAt: 0, endedBy: null, endedAt: null },
};

describe('a pause of messages (F8)', () => {
  it.each([
    [{ all: true as const }, true],
    [{ channel: 'email' }, true],
    [{ channel: 'sms' }, false],
    [{ channel: 'email', touchpoint: 'newsletter' }, true],
    [{ channel: 'email', touchpoint: 'invoice' }, false],
    [{ category: 'marketing' as const }, true],
    [{ category: 'transactional' as const }, false],
    [{ brand: 'house' }, true],
    [{ brand: 'other' }, false],
    [{ brand: 'house', channel: 'sms' }, false],
    [{}, false],
  ])('%j is about the message: %s', (subject, expected) => {
    expect(isAbout(subject, message)).toBe(expected);
  });

  it('is in effect until it is ended or its time is over', () => {
    expect(isInEffect(pause, 10)).toBe(true);
    expect(isInEffect({ ...pause, untilAt: 10 }, 9)).toBe(true);
    expect(isInEffect({ ...pause, untilAt: 10 }, 10)).toBe(false);
    expect(isInEffect({ ...pause, endedAt: 5 }, 6)).toBe(false);
  });

  it.each([
    ['send', null, 99, 'send'],
    ['re-decide', null, 99, 're-decide'],
    ['drop', null, 0, 'drop'],
    ['drop', 10, 10, 'send'],
    ['drop', 10, 11, 'drop'],
    ['send', 10, 11, 'drop'],
    ['re-decide', 10, 9, 're-decide'],
  ] as const)('%s with the age %s makes of one of the age %s: %s', (afterwards, olderThanMs, age, fate) => {
    expect(fateOf({ afterwards, olderThanMs }, age)).toBe(fate);
  });
});
