import { EVENT_PATTERN, takes } from './event-pattern.rules.js';

describe('an event filter', () => {
  it.each([
    ['*', 'content.published', true],
    ['content.*', 'content.published', true],
    ['content.*', 'content.*', true],
    ['content.published', 'content.published', true],
    ['content.*', 'contents.published', false],
    ['content.*', 'content', false],
    ['content.pub', 'content.published', false],
    ['content.published', 'content.*', false],
    ['review.*', 'content.published', false],
  ])('%s takes %s: %p', (pattern, event, expected) => {
    expect(takes(pattern, event)).toBe(expected);
  });

  it.each(['*', 'content.*', 'content.published', 'a.b-c.*'])('may be written %s', (text) => {
    expect(text).toMatch(new RegExp(EVENT_PATTERN));
  });

  it.each(['', '.*', 'content.', 'content.**', 'content.*.published', 'Content.*', '* '])(
    'is not written %p',
    (text) => {
      expect(text).not.toMatch(new RegExp(EVENT_PATTERN));
    },
  );
});
