import { CALLER_ID_PATTERN, isKey } from './keys.js';

describe('a key', () => {
  it.each(['a', 'welcome-2', '0_x.y', 'a'.repeat(100)])('can be %s', (text) => {
    expect(isKey(text)).toBe(true);
  });

  it.each(['', 'A', '-a', 'a b', 'é', 'a'.repeat(101), 'a\n'])('cannot be %p', (text) => {
    expect(isKey(text)).toBe(false);
  });
});

describe('an id that a caller chooses', () => {
  const pattern = new RegExp(CALLER_ID_PATTERN, 'u');

  it.each(['c', '1', 'ada@example.com', 'a b', 'é🦊', 'line\nbreak'])('can be %p', (text) => {
    expect(pattern.test(text)).toBe(true);
  });

  it.each(['', ' ', ' c', 'c ', 'c\t', '\nc', 'half \ud83d', '\udc00'])('cannot be %p', (text) => {
    expect(pattern.test(text)).toBe(false);
  });
});
