import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

interface Listed {
  readonly key: string;
}

describe.each(profiles)('lists on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE] });
  });

  afterAll(async () => {
    await api.close();
  });

  describe('lists', () => {
    const kinds = ['digital', 'human'];

    beforeAll(async () => {
      for (let at = 0; at < 7; at++) {
        const body = {
          key: `list-${String(at)}`,
          name: { en: at === 3 ? '100% of it' : `Place ${String(at)}` },
          kind: kinds[at % 2],
          direction: 'both',
          ...(at > 3 && { phase: at === 6 ? 'late' : 'early' }),
        };
        await api.call('POST', 'touchpoints', { body });
      }
      await api.call('POST', 'touchpoints/list-1/publish');
    });

    async function keys(query: string): Promise<string[]> {
      const { body } = await api.call('GET', `touchpoints?filter[key][starts]=list-&${query}`);
      return body.data.map((item: Listed) => item.key.slice(5));
    }

    it.each([
      ['filter[kind][eq]=human', '1 3 5'],
      ['filter[kind][ne]=human', '0 2 4 6'],
      ['filter[key][in]=list-1,list-4', '1 4'],
      ['filter[key][nin]=list-1,list-4', '0 2 3 5 6'],
      ['filter[key][gt]=list-4', '5 6'],
      ['filter[key][gte]=list-4', '4 5 6'],
      ['filter[key][lt]=list-2', '0 1'],
      ['filter[key][lte]=list-2', '0 1 2'],
      ['filter[name][contains]=%25', '3'],
      ['filter[name][contains]=_', ''],
      ['filter[name][starts]=Place', '0 1 2 4 5 6'],
      ['filter[phase][null]=true', '0 1 2 3'],
      ['filter[phase][null]=false', '4 5 6'],
      ['filter[status][eq]=published', '1'],
      ['filter[version][gte]=1', '1'],
      ['filter[publishedAt][null]=true', '0 2 3 4 5 6'],
      ['filter[createdAt][gt]=2020-01-01T00:00:00%2B02:00', '0 1 2 3 4 5 6'],
      ['filter[createdAt][lt]=2020-01-01T00:00:00Z', ''],
      ['filter[kind][eq]=human&filter[phase][eq]=early', '5'],
      ['sort=-key', '6 5 4 3 2 1 0'],
      ['sort=kind,-key', '6 4 2 0 5 3 1'],
      ['sort=phase', '0 1 2 3 4 5 6'],
      ['sort=-phase', '6 5 4 3 2 1 0'],
    ])('answer ?%s', async (query, expected) => {
      expect((await keys(query)).join(' ')).toBe(expected);
    });

    it.each(['key', '-key', 'phase', '-phase', 'kind,-name', '-publishedAt', 'createdAt', '-status'])(
      'page through the order %s without gap or repetition',
      async (sort) => {
        const whole = await keys(`sort=${sort}`);
        const paged: string[] = [];
        let next: string | null = '';
        while (next !== null) {
          const cursor: string = next === '' ? '' : `&cursor=${next}`;
          const { body } = await api.call(
            'GET',
            `touchpoints?filter[key][starts]=list-&sort=${sort}&limit=2${cursor}`,
          );
          paged.push(...body.data.map((item: Listed) => item.key.slice(5)));
          next = body.page.next;
        }
        expect(paged).toEqual(whole);
        expect(paged).toHaveLength(7);
      },
    );

    it('tell the total only when asked', async () => {
      const plain = await api.call('GET', 'touchpoints?filter[key][starts]=list-&limit=2');
      const counted = await api.call('GET', 'touchpoints?filter[key][starts]=list-&limit=2&count=true');
      expect(plain.body.page).toEqual({ next: expect.any(String), limit: 2 });
      expect(counted.body.page).toEqual({ next: expect.any(String), limit: 2, total: 7 });
    });

    it('answer only the members asked for', async () => {
      const { body } = await api.call('GET', 'touchpoints?filter[key][eq]=list-1&fields=key,status,kind');
      expect(body.data).toEqual([{ key: 'list-1', status: 'published', kind: 'human' }]);
    });

    it('refuse the cursor of another list', async () => {
      const { body } = await api.call('GET', 'touchpoints?limit=1');
      const answer = await api.call('GET', `touchpoints?limit=1&sort=-key&cursor=${String(body.page.next)}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'http.bad-cursor' } });
    });

    it('point at an unknown field and suggest the one that was meant', async () => {
      const { status, body } = await api.call('GET', 'touchpoints?filter[knd][eq]=x');
      expect({ status, errors: body.errors }).toEqual({
        status: 400,
        errors: [
          {
            pointer: '/filter/knd',
            code: 'query.unknown-field',
            detail: expect.stringContaining("Did you mean 'kind'?"),
          },
        ],
      });
    });
  });
});
