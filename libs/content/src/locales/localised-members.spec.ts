import { LOCALISED_TEXT_SCHEMA, resolveText } from '@parcours/kernel';

import { completenessOf } from './completeness.js';
import { localisedMembers, mapLocalised } from './localised-members.js';

const TEXT = { ...LOCALISED_TEXT_SCHEMA, description: 'Some text.' };
const SCHEMA = {
  properties: {
    title: TEXT,
    plain: { type: 'object' },
    parts: { items: { properties: { label: TEXT } } },
    byKey: { additionalProperties: TEXT },
    either: { anyOf: [{ type: 'string' }, { properties: { hint: TEXT } }] },
  },
};

const DOCUMENT = {
  title: { en: 'Desk', fr: 'Guichet' },
  plain: { en: 'no text', fr: 'pas un texte' },
  parts: [{ label: { fr: 'Un' } }, { label: 'Two' }],
  byKey: { 'a/b': { en: 'Slash' } },
  either: { hint: { en: 'Hint', 'fr-CA': 'Indice' } },
};

describe('localised members', () => {
  it('are resolved wherever the schema has them, and nowhere else', () => {
    expect(mapLocalised(SCHEMA, DOCUMENT, (text) => resolveText(text, 'fr-CA', 'en'))).toEqual({
      title: 'Guichet',
      plain: { en: 'no text', fr: 'pas un texte' },
      parts: [{ label: 'Un' }, { label: 'Two' }],
      byKey: { 'a/b': 'Slash' },
      either: { hint: 'Indice' },
    });
  });

  it('leave a document that they are not found in as it is', () => {
    const odd = { title: 5, parts: 'none', byKey: { x: { en: 1 } }, either: null };
    expect(mapLocalised(SCHEMA, odd, () => 'never')).toEqual(odd);
  });

  it('are counted by locale, with the places of those that are missing', () => {
    const options = { locales: ['fr-CA', 'de'], defaultLocale: 'en' };
    expect(completenessOf(localisedMembers(SCHEMA, DOCUMENT), options)).toEqual({
      de: {
        written: 0,
        of: 5,
        missing: ['/title', '/parts/0/label', '/parts/1/label', '/byKey/a~1b', '/either/hint'],
      },
      en: { written: 4, of: 5, missing: ['/parts/0/label'] },
      fr: { written: 2, of: 5, missing: ['/parts/1/label', '/byKey/a~1b', '/either/hint'] },
      'fr-CA': { written: 3, of: 5, missing: ['/parts/1/label', '/byKey/a~1b'] },
    });
  });
});
