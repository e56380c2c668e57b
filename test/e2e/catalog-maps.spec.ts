import { AudienceModule, AudienceWorkModule, SEGMENT_TYPE } from '@parcours/audience';
import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';
import { DESCRIPTIVE_STARTERS } from './support/starters.js';

const TODAY = 'home-appliance-today';
const TOMORROW = 'home-appliance-tomorrow';

describe.each(profiles)('journey maps on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, {
      types: [...CATALOG_TYPES, SEGMENT_TYPE],
      modules: [CatalogApiModule, AudienceModule, AudienceWorkModule],
    });
    for (const { type, key, document } of DESCRIPTIVE_STARTERS) {
      await api.call('PUT', `${type}/${key}`, { body: document });
      if (key !== TOMORROW) await api.call('POST', `${type}/${key}/publish`);
    }
  });

  afterAll(async () => {
    await api.close();
  });

  const read = (path: string) => api.call('GET', `journey-maps/${path}`);

  describe('compared', () => {
    it('say what the second has added, removed and eased', async () => {
      const { status, body } = await read(`compare?a=${TODAY}&b=${TOMORROW}`);
      expect(status).toBe(200);
      const { a, b, moments, friction, emotions, texts } = body.data;
      expect([a, b]).toEqual([
        { key: TODAY, kind: 'current' },
        { key: TOMORROW, kind: 'future' },
      ]);
      expect(moments).toEqual({
        added: [{ phase: 'conversion', touchpoint: 'mobile-app' }],
        removed: [{ phase: 'conversion', touchpoint: 'point-of-sale' }],
      });
      expect(
        friction.eased.map((one: { friction: string; from: number; to: number }) => [
          one.friction,
          one.from,
          one.to,
        ]),
      ).toEqual([
        ['old-reviews', 3, 1],
        ['bot-loop', 4, 1],
        ['wide-window', 5, 2],
        ['no-answer', 2, 1],
      ]);
      expect(friction.removed).toMatchObject([{ friction: 'filters', touchpoint: 'website' }]);
      expect([friction.worsened, emotions.worse]).toEqual([[], []]);
      expect(texts).toMatchObject([{ touchpoint: 'sms', member: 'actions' }]);
    });

    it.each([
      ['en', 'Eased: Somebody must still be at home for two hours – SMS (Retention), from 5 to 2.'],
      ['fr', 'Atténuée : Quelqu’un doit encore être là pendant deux heures – SMS (Fidélisation), de 5 à 2.'],
    ])('say so in words, in %s', async (locale, sentence) => {
      const { body } = await read(`compare?a=${TODAY}&b=${TOMORROW}&locale=${locale}`);
      expect(body.data.summary).toContain(sentence);
    });

    it('with themselves differ in nothing', async () => {
      const { body } = await read(`compare?a=${TODAY}&b=${TODAY}`);
      expect(body.data.summary).toEqual(['Nothing that is compared differs.']);
    });

    it.each([
      ['compare?a=home-appliance-today', 400, '/b'],
      [`compare?a=${TODAY}&b=${TOMORROW}&c=x`, 400, '/c'],
      [`compare?a=${TODAY}&b=${TOMORROW}&locale=klingon!`, 400, '/locale'],
    ])('refuse %s', async (path, status, pointer) => {
      expect(await read(path)).toMatchObject({ status, body: { errors: [{ pointer }] } });
    });

    it('must be there, and published where that is asked for', async () => {
      expect((await read(`compare?a=${TODAY}&b=nothing`)).status).toBe(404);
      const published = await read(`compare?a=${TODAY}&b=${TOMORROW}&state=published`);
      expect(published).toMatchObject({ status: 404, body: { code: 'content.not-found' } });
    });

    it('leave their address free: no map is called compare', async () => {
      const body = {
        key: 'compare',
        name: 'x',
        kind: 'current',
        phaseSet: 'lifecycle',
        phases: [{ phase: 'awareness' }],
      };
      const answer = await api.call('POST', 'journey-maps', { body });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/key' }] } });
    });
  });

  describe('drawn', () => {
    it('are SVG or HTML, and allow no script', async () => {
      const [svg, html] = [await read(`${TODAY}/sheet.svg`), await read(`${TODAY}/sheet.html`)];
      expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
      for (const answer of [svg, html]) {
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
      expect(svg.body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
      expect(html.body).toMatch(/^<!doctype html>\n<html lang="en">/);
    });

    it('speak the language that is asked for, down to the names of what they refer to', async () => {
      const { body } = await read(`${TODAY}/sheet.svg?locale=fr-CA`);
      for (const words of [
        'État actuel',
        'Découverte',
        'Bouche-à-oreille',
        'Le filtre oublie',
        'Abandonnée',
      ]) {
        expect(body).toContain(words);
      }
      expect(body).not.toContain('Word of mouth');
    });

    it('show the draft, or what is published', async () => {
      await api.call('PATCH', `journey-maps/${TODAY}`, { body: { name: 'Not yet out' } });
      expect((await read(`${TODAY}/sheet.svg`)).body).toContain('Not yet out');
      const published = (await read(`${TODAY}/sheet.svg?state=published`)).body;
      expect(published).not.toContain('Not yet out');
      expect(published).toContain('Version 1');
    });

    it('can be drafts with hardly anything in them', async () => {
      await api.call('PUT', 'journey-maps/bare', { body: { name: 'Bare' } });
      const { status, body } = await read('bare/sheet.svg');
      expect(status).toBe(200);
      expect(body).toContain('>Bare<');
      await api.call('PUT', 'journey-maps/bare', {
        body: { name: 'Bare', phases: [{ moments: [{ friction: [{}], evidence: [{}] }] }, {}] },
      });
      expect((await read('bare/sheet.html')).status).toBe(200);
    });

    it.each([
      ['sheet.svg?theme=pink', '/theme'],
      ['sheet.html?locale=x', '/locale'],
      ['sheet.svg?locale=en-a', '/locale'],
      ['sheet.svg?colour=red', '/colour'],
    ])('refuse %s', async (path, pointer) => {
      const answer = await read(`${TODAY}/${path}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    it('are not there for a map that is not', async () => {
      expect((await read('nothing/sheet.svg')).status).toBe(404);
    });
  });

  describe('and segments', () => {
    it('are refused when they are made of themselves by way of others, told with the way', async () => {
      const segment = (name: string, within: string[]) => ({
        name,
        kind: 'dynamic',
        condition: { trait: 'x', exists: true },
        ...(within.length > 0 && { within }),
      });
      for (const [key, within] of [
        ['inner', []],
        ['middle', ['inner']],
        ['outer', ['middle']],
      ] as const) {
        await api.call('PUT', `segments/${key}`, { body: segment(key, [...within]) });
        expect((await api.call('POST', `segments/${key}/publish`)).status).toBe(200);
      }
      await api.call('PATCH', 'segments/inner', { body: { except: ['outer'] } });
      const answer = await api.call('POST', 'segments/inner/publish');
      expect(answer).toMatchObject({
        status: 422,
        body: {
          errors: [
            {
              code: 'audience.circular-segment',
              pointer: '/except/0',
              detail: 'The segment would be made of itself: inner → outer → middle → inner.',
            },
          ],
        },
      });
    });

    it('and static ones are lists', async () => {
      const body = { name: 'Friends', kind: 'static', customers: ['c-1', 'c-2'] };
      await api.call('PUT', 'segments/friends', { body });
      expect((await api.call('POST', 'segments/friends/publish')).body.data).toMatchObject({
        ...body,
        version: 1,
      });
      const twice = await api.call('PATCH', 'segments/friends', { body: { customers: ['c-1', 'c-1'] } });
      expect(twice.status).toBe(200);
      expect((await api.call('POST', 'segments/friends/publish')).status).toBe(422);
    });
  });

  it('and conditions have a schema of their own for editors', async () => {
    const { status, body, headers } = await api.call('GET', 'schemas/condition', { token: null });
    expect([status, headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/schema+json'),
    ]);
    expect(body.$defs.condition.oneOf.length).toBeGreaterThan(3);
  });
});
