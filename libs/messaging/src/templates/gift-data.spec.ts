import type { ContentSnapshot } from '@parcours/content';

import { giftData } from './gift-data.js';

const DOCUMENTS: Readonly<Record<string, object>> = {
  'surveys/nps': { kind: 'nps', question: { en: 'Would you?', fr: 'Le feriez-vous ?' } },
  'offers/pro': {
    kind: 'percent-off',
    percent: 20,
    headline: { en: 'A fifth off', fr: 'Un cinquième en moins' },
    code: 'PRO20',
    eligibility: { trait: 'plan', is: 'free' },
  },
};
// A snapshot of which only the look-up by key is asked.
const content = {
  byKey: ({ name }: { name: string }, key: string) => {
    const document = DOCUMENTS[`${name}/${key}`];
    return document && { document };
  },
} as unknown as ContentSnapshot;
const reading = (locale: string, base?: string) => ({
  content,
  locale,
  defaultLocale: 'en',
  url: (option?: string) => base && `${base}/${option ?? 'survey'}`,
});

describe('what a step gives the template of its message', () => {
  const choices = [
    { key: 'call', label: { en: 'Call me', fr: 'Rappelez-moi' }, keyword: '1' },
    { key: 'read', label: 'Guide' },
  ];

  it('is a list of what can be chosen, and each of it by its key', () => {
    const call = { key: 'call', label: 'Rappelez-moi', keyword: '1', url: 'https://x/call' };
    const read = { key: 'read', label: 'Guide', url: 'https://x/read' };
    expect(giftData({ choices }, reading('fr-CA', 'https://x'))).toEqual({
      choices: [call, read],
      choice: { call, read },
    });
  });

  it('is the survey with its question, and no address where there is none', () => {
    expect(giftData({ survey: 'nps' }, reading('fr', 'https://x'))).toEqual({
      survey: { key: 'nps', question: 'Le feriez-vous ?', url: 'https://x/survey' },
    });
    expect(giftData({ survey: 'nps' }, reading('en'))).toEqual({
      survey: { key: 'nps', question: 'Would you?' },
    });
  });

  it('is what the offer says to the customer, and nothing of one that is not published any more', () => {
    expect(giftData({ offer: 'pro' }, reading('de'))).toEqual({
      offer: { key: 'pro', kind: 'percent-off', headline: 'A fifth off', percent: 20, code: 'PRO20' },
    });
    expect(giftData({ offer: 'gone' }, reading('en'))).toEqual({});
    expect(giftData(undefined, reading('en'))).toEqual({});
  });
});
