import { CATALOG_TYPES } from '@parcours/catalog';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const BRAND = { name: 'House', colours: { primary: '#0b6e6e' } };
const SURVEY = {
  name: 'Support',
  kind: 'ces',
  question: { en: 'How easy was it?', fr: 'Était-ce facile ?' },
};

/** What is worth a word and stops nothing. */
const WARNED: readonly (readonly [string, object, string, string])[] = [
  [
    'brands',
    { ...BRAND, colours: { primary: '#f5c542', link: '#0b6e6e' } },
    'catalog.low-contrast',
    '/colours/primary',
  ],
  [
    'brands',
    { ...BRAND, colours: { primary: '#0b6e6e', text: '#9aa0a6' } },
    'catalog.low-contrast',
    '/colours/text',
  ],
  [
    'brands',
    { ...BRAND, locales: ['en', 'fr'], footer: { en: 'Bye' } },
    'catalog.missing-translation',
    '/footer',
  ],
  [
    'surveys',
    { ...SURVEY, labels: { low: { en: 'Very hard' } } },
    'catalog.missing-translation',
    '/labels/low',
  ],
];

/** The same, put right. */
const FINE: readonly (readonly [string, object])[] = [
  ['brands', { ...BRAND, locales: ['en', 'fr'], footer: 'No words of any language: 01 23 45' }],
  ['brands', { ...BRAND, colours: { primary: '#f5c542', onPrimary: '#1d1d1d', link: '#0b6e6e' } }],
  [
    'surveys',
    { ...SURVEY, labels: { low: { en: 'Hard', fr: 'Difficile' } }, description: { en: 'Internal.' } },
  ],
];

describe.each(profiles)('a warning on $name', (profile) => {
  let api: RunningApi;
  let number = 0;

  beforeAll(async () => {
    api = await startApi(profile, { types: CATALOG_TYPES });
  });

  afterAll(async () => {
    await api.close();
  });

  async function published(type: string, document: object) {
    const path = `${type}/thing-${String(number++)}`;
    await api.call('PUT', path, { body: document });
    const { body } = await api.call('POST', `${path}/validate`);
    const { status } = await api.call('POST', `${path}/publish`);
    return { findings: body.data.findings, status };
  }

  it.each(WARNED)('is given for %s %j, which can be published', async (type, document, code, pointer) => {
    expect(await published(type, document)).toMatchObject({
      findings: [{ code, severity: 'warning', pointer }],
      status: 200,
    });
  });

  it.each(FINE)('is not given for %s %j', async (type, document) => {
    expect(await published(type, document)).toEqual({ findings: [], status: 200 });
  });
});
