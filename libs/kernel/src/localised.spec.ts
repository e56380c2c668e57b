import { languageOf, localeOf, resolveText } from './localised.js';

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

describe('the locale that a text means', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr-CA'],
    ['fr_FR', 'fr-FR'],
    ['FR_fr', 'fr-FR'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['de_DE@euro', 'de-DE'],
    [' en-gb ', 'en-GB'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
  ])('of %j is %s', (given, tag) => {
    expect(localeOf(given)).toBe(tag);
  });

  it.each([[''], ['C'], ['français'], ['en_'], [12], [null], [undefined], ['a'.repeat(100_000)]])(
    'of %j is none',
    (given) => {
      expect(localeOf(given)).toBeUndefined();
    },
  );
});
