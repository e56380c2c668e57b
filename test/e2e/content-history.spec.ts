import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { ContentTypeRegistry, defineContentType } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

/** A type that hides one member, as connectors hide their secrets. */
const SAFE_TYPE = defineContentType({
  name: 'test-safes',
  singular: 'test safe',
  title: 'Test safes',
  schema: { type: 'object', properties: { secret: { type: 'string' }, colour: { type: 'string' } } },
});

const MASK = '••••';

describe.each(profiles)('the history of content on $name', (profile) => {
  let api: RunningApi;
  let number = 0;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE, SAFE_TYPE] });
    api.app.get(ContentTypeRegistry).attach('test-safes', {
      store: (document, previous) =>
        document['secret'] === MASK ? { ...document, secret: previous?.['secret'] } : sealed(document),
      present: (document) => (document['secret'] === undefined ? document : { ...document, secret: MASK }),
    });
  });

  afterAll(async () => {
    await api.close();
  });

  /** Versions 1 and 2 of a place, and a draft with a third phase. */
  async function aPlace(): Promise<string> {
    number += 1;
    const path = `touchpoints/place-${String(number)}`;
    const body = { name: { en: 'Desk', fr: 'Guichet' }, kind: 'physical', direction: 'both', phase: 'one' };
    await api.call('PUT', path, { body });
    await api.call('POST', `${path}/publish`);
    await api.call('PATCH', path, { body: { phase: 'two', devices: ['phone'] } });
    await api.call('POST', `${path}/publish`);
    await api.call('PATCH', path, { body: { phase: 'three', kind: 'human' } });
    return path;
  }

  describe('a diff', () => {
    it('lists what turned one version into another, and says it in words', async () => {
      const { status, body } = await api.call('GET', `${await aPlace()}/versions/1/diff/2`);
      expect({ status, data: body.data }).toEqual({
        status: 200,
        data: {
          from: 1,
          to: 2,
          changes: [
            { op: 'replace', pointer: '/phase', from: 'one', to: 'two' },
            { op: 'add', pointer: '/devices', to: ['phone'] },
          ],
          summary: ['phase: "one" became "two"', 'devices: added ["phone"]'],
        },
      });
    });

    it.each([
      ['draft/diff/1', ['three', 'one']],
      ['1/diff/draft', ['one', 'three']],
    ])('takes the draft on either side: %s', async (sides, phases) => {
      const { body } = await api.call('GET', `${await aPlace()}/versions/${sides}`);
      const phase = body.data.changes.find(({ pointer }: { pointer: string }) => pointer === '/phase');
      expect([phase.from, phase.to]).toEqual(phases);
    });

    it('is empty between equal sides', async () => {
      const { body } = await api.call('GET', `${await aPlace()}/versions/2/diff/2`);
      expect(body.data).toMatchObject({ changes: [], summary: [] });
    });

    it('speaks French when asked', async () => {
      const { body } = await api.call('GET', `${await aPlace()}/versions/1/diff/2?locale=fr-CA`);
      expect(body.data.summary).toEqual(['phase : « one » devient « two »', 'devices : ajout de ["phone"]']);
    });

    it.each([
      ['1/diff/3', 404, 'content.version-not-found', undefined],
      ['0/diff/1', 400, 'http.invalid-request', '/from'],
      ['1/diff/drft', 400, 'http.invalid-request', '/to'],
      ['1/diff/2?locale=french!', 400, 'http.invalid-request', '/locale'],
      ['1/diff/2?lcale=fr', 400, 'http.invalid-request', '/lcale'],
    ])('of %s is %d %s', async (sides, status, code, pointer) => {
      const answer = await api.call('GET', `${await aPlace()}/versions/${sides}`);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
    });

    it('tells that a secret changed, and neither of its values', async () => {
      await api.call('PUT', 'test-safes/diffed', { body: { name: 'x', secret: 'hunter2', colour: 'red' } });
      await api.call('POST', 'test-safes/diffed/publish');
      await api.call('PATCH', 'test-safes/diffed', { body: { colour: 'blue', secret: 'hunter3' } });
      const { body } = await api.call('GET', 'test-safes/diffed/versions/1/diff/draft');
      expect(body.data.changes).toEqual([
        { op: 'replace', pointer: '/colour', from: 'red', to: 'blue' },
        { op: 'replace', pointer: '/secret', from: MASK, to: MASK, isHidden: true },
      ]);
      expect(body.data.summary[1]).toBe('secret: a secret was changed');
      expect(JSON.stringify(body)).not.toContain('hunter');
    });
  });

  describe('a restore', () => {
    it('makes a version the draft again and leaves what is published', async () => {
      const path = await aPlace();
      const answer = await api.call('POST', `${path}/versions/1/restore`);
      expect(answer).toMatchObject({
        status: 200,
        body: { data: { phase: 'one', kind: 'physical', status: 'changed', version: 2, revision: 6 } },
      });
      expect(answer.headers.get('etag')).toBe('"6"');
      expect(answer.body.data).not.toHaveProperty('devices');
      expect((await api.call('GET', `${path}/versions/2`)).body.data.document.phase).toBe('two');
    });

    it('changes nothing when the draft is that version already', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/versions/1/restore`);
      expect((await api.call('POST', `${path}/versions/1/restore`)).body.data.revision).toBe(6);
    });

    it('brings the names in lists back too', async () => {
      const path = await aPlace();
      await api.call('PATCH', path, { body: { name: 'Renamed' } });
      await api.call('POST', `${path}/versions/1/restore`);
      const key = path.slice('touchpoints/'.length);
      const found = await api.call('GET', `touchpoints?filter[key][eq]=${key}&filter[name][eq]=Desk`);
      expect(found.body.data).toHaveLength(1);
    });

    it('keeps a secret without having shown it', async () => {
      await api.call('PUT', 'test-safes/restored', { body: { name: 'x', secret: 'hunter2' } });
      await api.call('POST', 'test-safes/restored/publish');
      await api.call('PATCH', 'test-safes/restored', { body: { secret: 'other' } });
      const { body } = await api.call('POST', 'test-safes/restored/versions/1/restore');
      expect(body.data.secret).toBe(MASK);
      const diff = await api.call('GET', 'test-safes/restored/versions/1/diff/draft');
      expect(diff.body.data.changes).toEqual([]);
    });

    it('is refused on a stale view', async () => {
      const path = await aPlace();
      const answer = await api.call('POST', `${path}/versions/1/restore`, { headers: { 'if-match': '"1"' } });
      expect(answer).toMatchObject({ status: 412, body: { code: 'http.stale' } });
      expect((await api.call('GET', path)).body.data.phase).toBe('three');
    });

    it('of a version that there is not is refused', async () => {
      const answer = await api.call('POST', `${await aPlace()}/versions/9/restore`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'content.version-not-found' } });
    });
  });

  describe('a clone', () => {
    it('is a draft of its own with the content of the other', async () => {
      const path = await aPlace();
      const key = `${path.slice('touchpoints/'.length)}-copy`;
      const answer = await api.call('POST', `${path}/clone`, { body: { key } });
      expect(answer).toMatchObject({
        status: 201,
        body: { data: { key, phase: 'three', status: 'draft', version: null, revision: 1 } },
      });
      expect(answer.headers.get('location')).toBe(`/api/v1/touchpoints/${key}`);
      expect((await api.call('GET', `touchpoints/${key}/versions`)).body.data).toEqual([]);
    });

    it('of a taken key is refused', async () => {
      const [path, other] = [await aPlace(), await aPlace()];
      const body = { key: other.slice('touchpoints/'.length) };
      const answer = await api.call('POST', `${path}/clone`, { body });
      expect(answer).toMatchObject({ status: 409, body: { code: 'content.key-taken' } });
    });

    it.each([
      [{}, '/key'],
      [{ key: 'Not A Key' }, '/key'],
      [{ key: 'x', nme: 'y' }, '/nme'],
    ])('with the body %j is refused', async (body, pointer) => {
      const answer = await api.call('POST', `${await aPlace()}/clone`, { body });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });

    it('happens once for one idempotency key', async () => {
      const path = await aPlace();
      const call = {
        body: { key: `${path.slice('touchpoints/'.length)}-once` },
        headers: { 'idempotency-key': path },
      };
      const first = await api.call('POST', `${path}/clone`, call);
      const again = await api.call('POST', `${path}/clone`, call);
      expect([again.status, again.body]).toEqual([201, first.body]);
    });
  });
});

function sealed(document: JsonObject): JsonObject {
  const { secret, ...rest } = document;
  return typeof secret === 'string' ? { ...rest, secret: `sealed:${secret}` } : document;
}
