import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const A_PLACE = { kind: 'physical', direction: 'both' };

describe.each(profiles)('the languages of content on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, {
      types: [TOUCHPOINT_TYPE],
      environment: { PARCOURS_LOCALE: 'fr' },
    });
    const places = {
      both: { name: { en: 'Front desk', fr: 'Guichet' }, value: { en: 'Help', 'fr-CA': 'De l’aide' } },
      english: { name: { en: 'Shop' } },
      plain: { name: 'Boutique', value: 'Du conseil' },
    };
    for (const [key, texts] of Object.entries(places)) {
      await api.call('PUT', `touchpoints/${key}`, { body: { ...A_PLACE, ...texts } });
    }
    await api.call('POST', 'touchpoints/both/publish');
  });

  afterAll(async () => {
    await api.close();
  });

  it.each([
    ['both', 'en', 'Front desk', 'Help'],
    ['both', 'fr', 'Guichet', 'Help'],
    ['both', 'fr-CA', 'Guichet', 'De l’aide'],
    ['both', 'de', 'Guichet', 'Help'],
    ['english', 'fr', 'Shop', undefined],
    ['plain', 'en', 'Boutique', 'Du conseil'],
  ])('of %s answer %s with %s', async (key, locale, name, value) => {
    const { body } = await api.call('GET', `touchpoints/${key}?locale=${locale}`);
    expect(body.data).toMatchObject({ key, name, ...A_PLACE });
    expect(body.data.value).toBe(value);
  });

  it('are all answered when none is asked for', async () => {
    const { body } = await api.call('GET', 'touchpoints/both');
    expect(body.data.name).toEqual({ en: 'Front desk', fr: 'Guichet' });
  });

  it('are chosen in lists and in versions too', async () => {
    const list = await api.call('GET', 'touchpoints?locale=en&fields=key,name');
    expect(list.body.data).toEqual([
      { key: 'both', name: 'Front desk' },
      { key: 'english', name: 'Shop' },
      { key: 'plain', name: 'Boutique' },
    ]);
    const version = await api.call('GET', 'touchpoints/both/versions/1?locale=en');
    expect(version.body.data.document).toMatchObject({ name: 'Front desk', value: 'Help' });
  });

  it('leave the ETag that changes are made with', async () => {
    const { headers } = await api.call('GET', 'touchpoints/both?locale=fr');
    const plain = await api.call('GET', 'touchpoints/both');
    expect(headers.get('etag')).toBe(plain.headers.get('etag'));
  });

  it.each(['touchpoints?locale=french!', 'touchpoints/both?locale=f', 'touchpoints/both/versions/1?locale='])(
    'refuse a locale that is none: %s',
    async (path) => {
      const answer = await api.call('GET', path);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/locale' }] } });
    },
  );

  describe('in lists', () => {
    const completeness = async (query: string) => {
      const { body } = await api.call('GET', `touchpoints?include=completeness&${query}`);
      return body.data.map((item: { completeness: unknown }) => item.completeness);
    };

    it('tell how complete each is, and what is missing', async () => {
      expect(await completeness('filter[key][in]=both,english')).toEqual([
        {
          en: { written: 2, of: 2, missing: [] },
          fr: { written: 1, of: 2, missing: ['/value'] },
          'fr-CA': { written: 2, of: 2, missing: [] },
        },
        { en: { written: 1, of: 1, missing: [] }, fr: { written: 0, of: 1, missing: ['/name'] } },
      ]);
    });

    it('tell it of the locale that is asked for, beside chosen members', async () => {
      const { body } = await api.call(
        'GET',
        'touchpoints?include=completeness&fields=key&locale=de&filter[key][eq]=plain',
      );
      expect(body.data).toEqual([
        {
          key: 'plain',
          completeness: {
            de: { written: 0, of: 2, missing: ['/name', '/value'] },
            fr: { written: 2, of: 2, missing: [] },
          },
        },
      ]);
    });
  });

  describe('searched', () => {
    beforeAll(async () => {
      const body = { name: 'Comptoir', description: 'À l’ÉTÉ, le cœur <b>bat</b> 100% plus vite' };
      await api.call('PUT', 'touchpoints/counter', { body: { ...A_PLACE, ...body } });
    });

    const found = async (search: string, more = '') => {
      const { body } = await api.call('GET', `touchpoints?search=${encodeURIComponent(search)}${more}`);
      return body.data.map(({ key }: { key: string }) => key).join(' ');
    };

    it.each([
      ['guichet', 'both'],
      ['GUICHET', 'both'],
      ['front', 'both'],
      ['ete', 'counter'],
      ['été', 'counter'],
      ['coeur vite', 'counter'],
      ['cœur guichet', ''],
      ['100%', 'counter'],
      ['_', ''],
      ['count', 'counter'],
      ['boutique conseil', 'plain'],
      ['', 'both counter english plain'],
    ])('by %j find %j', async (search, keys) => {
      expect(await found(search)).toBe(keys);
    });

    it('go together with filters, and follow every change', async () => {
      expect(await found('bat', '&filter[kind][eq]=digital')).toBe('');
      await api.call('PATCH', 'touchpoints/counter', { body: { description: 'Autre chose' } });
      expect(await found('coeur')).toBe('');
      expect(await found('autre')).toBe('counter');
    });

    it('by too much are refused, and a cursor stays with its search', async () => {
      const long = await api.call('GET', `touchpoints?search=${'x'.repeat(201)}`);
      expect(long).toMatchObject({ status: 400, body: { errors: [{ pointer: '/search' }] } });
      const { body } = await api.call('GET', 'touchpoints?search=o&limit=1');
      const other = await api.call('GET', `touchpoints?search=u&limit=1&cursor=${String(body.page.next)}`);
      expect(other).toMatchObject({ status: 400, body: { code: 'http.bad-cursor' } });
    });
  });
});
