import { languageOf, resolveText } from './localised.js';

describe('a localised text', () => {
  const text = { en: 'Hello', fr: 'Bonjour', 'fr-CA': 'Allô' };

  it.each([
    ['fr-CA', 'Allô'],
    ['fr-BE', 'Bonjour'],
    ['fr', 'Bonjour'],
    ['en-GB', 'Hello'],
    ['de', 'Hello'],
    ['', 'Hello'],
  ])('is read in %s as %s', (locale, words) => {
    expect(resolveText(text, locale)).toBe(words);
  });

  it('falls back to the default locale, its language, and then to what there is', () => {
    expect(resolveText(text, 'de', 'fr-CA')).toBe('Allô');
    expect(resolveText({ fr: 'Bonjour', es: 'Hola' }, 'de', 'es-MX')).toBe('Hola');
    expect(resolveText({ fr: 'Bonjour' }, 'de')).toBe('Bonjour');
    expect(resolveText({}, 'de')).toBe('');
  });

  it('in one language is that for everybody', () => {
    expect(resolveText('Hello', 'fr')).toBe('Hello');
  });

  it('of an inherited member is none', () => {
    expect(resolveText({ en: 'Hello' }, 'constructor')).toBe('Hello');
  });

  it('has a locale that begins with its language', () => {
    expect(['fr-CA', 'zh-Hant-TW', 'en'].map(languageOf)).toEqual(['fr', 'zh', 'en']);
  });
});
