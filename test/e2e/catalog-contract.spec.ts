import { profiles } from '@parcours/testing';

import { CONTENT_TYPES, PARTS } from './support/content-types.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('every content type on $name', (profile) => {
  let platform: Platform;
  let number = 0;

  beforeAll(async () => {
    platform = await startPlatform(profile);
    for (const [path, document] of Object.entries(PARTS)) {
      const [type = '', key = ''] = path.split('/');
      await platform.publish(type, key, document);
    }
  });

  afterAll(() => platform.stop());

  describe.each(CONTENT_TYPES)(
    '$type',
    ({ type, needs, document, patch, filter, refused, unpublishable }) => {
      /** A draft of its own for each test. */
      async function aDraft(change: object = {}): Promise<string> {
        const key = `${type}-${String(number++)}`;
        const { status, body } = await platform.call('POST', `/${type}`, { key, ...document, ...change });
        expect({ status, errors: body.errors }).toEqual({ status: 201 });
        return `/${type}/${key}`;
      }

      it('is in the table with all that it refers to', () => {
        expect(needs.filter((part) => !Object.hasOwn(PARTS, part))).toEqual([]);
      });

      it('is created, read, listed and given back as it was sent', async () => {
        const path = await aDraft();
        const read = await platform.call('GET', path);
        expect(read.status).toBe(200);
        expect(read.body.data).toMatchObject({ ...document, status: 'draft', version: null, revision: 1 });
        expect(read.headers.get('etag')).toBe('"1"');
        const key = path.slice(type.length + 2);
        const listed = await platform.call('GET', `/${type}?filter[key][eq]=${key}`);
        expect(listed.body.data).toEqual([read.body.data]);
      });

      it('is changed by a merge patch, and refuses one from a stale view', async () => {
        const path = await aDraft();
        const changed = await platform.call('PATCH', path, patch, { 'if-match': '"1"' });
        expect(changed).toMatchObject({ status: 200, body: { data: { revision: 2 } } });
        const stale = await platform.call('PATCH', path, patch, { 'if-match': '"1"' });
        expect(stale).toMatchObject({ status: 412, body: { code: 'http.stale' } });
      });

      it('is published twice, with both versions to be read', async () => {
        const path = await aDraft();
        const first = await platform.data('POST', `${path}/publish`, {});
        await platform.data('PATCH', path, patch);
        const second = await platform.data('POST', `${path}/publish`, { note: 'changed' });
        expect([first.version, second.version]).toEqual([1, 2]);
        const versions = await platform.data('GET', `${path}/versions`);
        expect(
          versions.map((version: { number: number; note: string }) => [version.number, version.note]),
        ).toEqual([
          [2, 'changed'],
          [1, null],
        ]);
        const { document: kept } = await platform.data('GET', `${path}/versions/1`);
        expect(kept).toMatchObject(document);
        const { document: current } = await platform.data('GET', `${path}/versions/2`);
        expect(current).not.toEqual(kept);
      });

      it('is filtered by a member of its own', async () => {
        if (!filter) {
          const answer = await platform.call('GET', `/${type}?filter[nothing][eq]=x`);
          expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: expect.any(String) }] } });
          return;
        }
        const path = await aDraft();
        await platform.data('PATCH', path, patch);
        const key = path.slice(type.length + 2);
        const [member, value] = filter;
        const found = await platform.data(
          'GET',
          `/${type}?filter[key][eq]=${key}&filter[${member}][eq]=${value}`,
        );
        expect(found.map((item: { key: string }) => item.key)).toEqual([key]);
        const others = await platform.data(
          'GET',
          `/${type}?filter[key][eq]=${key}&filter[${member}][ne]=${value}`,
        );
        expect(others).toEqual([]);
      });

      it('refuses what is misspelt or out of range, with a pointer, and stays as it was', async () => {
        const path = await aDraft();
        for (const [change, pointer] of [...refused, [{ nonsense: 1 }, '/nonsense'] as const]) {
          const answer = await platform.call('PATCH', path, change);
          expect({ change, status: answer.status, pointers: pointersOf(answer.body) }).toEqual({
            change,
            status: 400,
            pointers: expect.arrayContaining([expect.stringMatching(new RegExp(`^${pointer}`))]),
          });
        }
        expect((await platform.data('GET', path)).revision).toBe(1);
      });

      it('is not published while a finding stops it, and the finding has code, place and words', async () => {
        for (const [change, code, pointer] of unpublishable) {
          const path = await aDraft();
          await platform.data('PATCH', path, change);
          const { findings, publishable } = await platform.data('POST', `${path}/validate`, {});
          expect({ change, publishable, findings }).toMatchObject({
            change,
            publishable: false,
            findings: expect.arrayContaining([
              expect.objectContaining({
                code,
                severity: 'error',
                pointer,
                message: expect.stringMatching(/[.?]$/),
              }),
            ]),
          });
          const answer = await platform.call('POST', `${path}/publish`, {});
          expect(answer).toMatchObject({ status: 422, body: { code: 'content.not-publishable' } });
          expect((await platform.data('GET', path)).version).toBeNull();
        }
      });

      it('serves the schema of its documents, and describes itself with an example that it accepts', async () => {
        const { status, body } = await platform.call('GET', `/schemas/${type}`);
        expect(status).toBe(200);
        for (const example of body.examples ?? []) {
          const key = `${type}-example-${String(number++)}`;
          const answer = await platform.call('POST', `/${type}`, { ...example, key });
          expect({ errors: answer.body.errors, status: answer.status }).toEqual({ status: 201 });
          const { findings } = await platform.data('POST', `/${type}/${key}/validate`, {});
          const own = findings.filter(({ code }: { code: string }) => !code.startsWith('content.'));
          expect(own).toEqual([]);
        }
      });

      it('is deleted', async () => {
        const path = await aDraft();
        expect((await platform.call('DELETE', path)).status).toBe(204);
        expect((await platform.call('GET', path)).status).toBe(404);
      });
    },
  );

  it('is in the table of this test', async () => {
    const { body } = await platform.call('GET', '/../openapi.json');
    const types = Object.keys(body.paths).flatMap(
      (path) => /^\/api\/v1\/([a-z-]+)\/\{key\}\/publish$/.exec(path)?.[1] ?? [],
    );
    expect(types.sort()).toEqual(CONTENT_TYPES.map(({ type }) => type).sort());
  });
});

function pointersOf(body: { errors?: { pointer: string }[] }): string[] {
  return (body.errors ?? []).map(({ pointer }) => pointer);
}
