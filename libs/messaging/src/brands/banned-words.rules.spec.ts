import { bannedWordsIn } from './banned-words.rules.js';

const BANNED = [
  { word: { en: 'cheap', fr: 'pas cher' }, instead: { en: 'good value' } },
  { word: 'Gratis!', severity: 'error' as const },
];

const found = (text: string, locale?: string) => bannedWordsIn(text, BANNED, locale).map(({ word }) => word);

describe('the words that a brand bans (B4)', () => {
  it.each([
    ['Really CHEAP tea', 'en', ['cheap']],
    ['Cheaper tea', 'en', []],
    ['Thé <b>pas\n cher</b>', 'fr-CA', ['pas cher']],
    ['pas cher', 'en', []],
    ['cheap und pas cher', undefined, ['cheap', 'pas cher']],
    ['Alles gratis!', 'de', ['Gratis!']],
    ['{{cheap}} <img alt="cheap">', 'en', []],
    ['', 'en', []],
  ])('of %j in %s are %j', (text, locale, words) => {
    expect(found(text, locale)).toEqual(words);
  });

  it('come with what to say, and how bad it is', () => {
    expect(bannedWordsIn('cheap, gratis!', BANNED, 'en')).toEqual([
      { word: 'cheap', instead: 'good value', severity: 'warning' },
      { word: 'Gratis!', instead: undefined, severity: 'error' },
    ]);
  });
});
