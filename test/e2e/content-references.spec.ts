import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

interface Links {
  readonly places?: readonly string[];
  readonly groups?: readonly string[];
}

/** A type that refers to others and to its own kind, in which no circle is allowed. */
const GROUP_TYPE = defineContentType<JsonObject & Links>({
  name: 'test-groups',
  singular: 'test group',
  title: 'Test groups',
  isAcyclic: true,
  schema: {
    type: 'object',
    properties: {
      places: { type: 'array', items: { type: 'string' } },
      groups: { type: 'array', items: { type: 'string' } },
    },
  },
  references: ({ places = [], groups = [] }) => [
    ...places.map((key, at) => ({ type: 'touchpoints', key, pointer: `/places/${String(at)}` })),
    ...groups.map((key, at) => ({ type: 'test-groups', key, pointer: `/groups/${String(at)}` })),
  ],
});

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('references between content on $name', (profile) => {
  let api: RunningApi;
  let made = 0;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE, GROUP_TYPE] });
  });

  afterAll(async () => {
    await api.close();
  });

  async function aPlace(): Promise<string> {
    made += 1;
    const key = `place-${String(made)}`;
    await api.call('PUT', `touchpoints/${key}`, { body: A_TOUCHPOINT });
    await api.call('POST', `touchpoints/${key}/publish`);
    return key;
  }

  async function aGroup(links: Links): Promise<string> {
    made += 1;
    const key = `group-${String(made)}`;
    await api.call('PUT', `test-groups/${key}`, { body: { name: `Group ${String(made)}`, ...links } });
    return key;
  }

  async function aPublishedGroup(links: Links): Promise<string> {
    const key = await aGroup(links);
    const { status } = await api.call('POST', `test-groups/${key}/publish`);
    if (status !== 200) throw new Error(`${key} was not published`);
    return key;
  }

  const usagesOf = async (path: string) => (await api.call('GET', `${path}/usages`)).body.data;

  describe('are listed at what is used', () => {
    it('with who uses it where, as a draft and published', async () => {
      const place = await aPlace();
      const group = await aPublishedGroup({ places: ['-', place].slice(1) });
      const name = `Group ${group.slice('group-'.length)}`;
      const usage = { type: 'test-groups', key: group, name, pointer: '/places/0' };
      expect(await usagesOf(`touchpoints/${place}`)).toEqual([
        { ...usage, side: 'draft' },
        { ...usage, side: 'published' },
      ]);
    });

    it('as the draft and what is published go their own ways', async () => {
      const [before, after] = [await aPlace(), await aPlace()];
      const group = await aPublishedGroup({ places: [before] });
      await api.call('PATCH', `test-groups/${group}`, { body: { places: [after] } });
      expect(await usagesOf(`touchpoints/${before}`)).toMatchObject([{ key: group, side: 'published' }]);
      expect(await usagesOf(`touchpoints/${after}`)).toMatchObject([{ key: group, side: 'draft' }]);
      await api.call('POST', `test-groups/${group}/publish`);
      expect(await usagesOf(`touchpoints/${before}`)).toEqual([]);
      await api.call('POST', `test-groups/${group}/unpublish`);
      expect(await usagesOf(`touchpoints/${after}`)).toMatchObject([{ key: group, side: 'draft' }]);
      await api.call('DELETE', `test-groups/${group}`);
      expect(await usagesOf(`touchpoints/${after}`)).toEqual([]);
    });

    it('after a restore and in a clone too', async () => {
      const [first, second] = [await aPlace(), await aPlace()];
      const group = await aPublishedGroup({ places: [first] });
      await api.call('PATCH', `test-groups/${group}`, { body: { places: [second] } });
      await api.call('POST', `test-groups/${group}/versions/1/restore`);
      await api.call('POST', `test-groups/${group}/clone`, { body: { key: `${group}-copy` } });
      expect(await usagesOf(`touchpoints/${second}`)).toEqual([]);
      const users = (await usagesOf(`touchpoints/${first}`)).map(({ key, side }: JsonObject) => [key, side]);
      expect(users).toEqual([
        [group, 'draft'],
        [group, 'published'],
        [`${group}-copy`, 'draft'],
      ]);
    });

    it('page by page, and filtered', async () => {
      const place = await aPlace();
      const groups = [await aPublishedGroup({ places: [place] }), await aGroup({ places: [place] })];
      const path = `touchpoints/${place}/usages`;
      const first = await api.call('GET', `${path}?limit=2&count=true`);
      expect(first.body.page).toEqual({ limit: 2, next: expect.any(String), total: 3 });
      const rest = await api.call('GET', `${path}?limit=2&cursor=${String(first.body.page.next)}`);
      expect([...first.body.data, ...rest.body.data].map(({ key }: JsonObject) => key)).toEqual([
        groups[0],
        groups[0],
        groups[1],
      ]);
      const filtered = await api.call('GET', `${path}?filter[side][eq]=published&fields=key`);
      expect(filtered.body.data).toEqual([{ key: groups[0] }]);
    });
  });

  describe('keep what is used', () => {
    it('from being taken out of use by published things, with the list of them', async () => {
      const place = await aPlace();
      const group = await aPublishedGroup({ places: [place] });
      const answer = await api.call('POST', `touchpoints/${place}/unpublish`);
      expect({ status: answer.status, code: answer.body.code, errors: answer.body.errors }).toEqual({
        status: 409,
        code: 'content.in-use',
        errors: [
          {
            pointer: `/test-groups/${group}/places/0`,
            code: 'content.in-use',
            detail: `The published test group '${group}' refers to it at /places/0.`,
          },
        ],
      });
      expect((await api.call('GET', `touchpoints/${place}`)).body.data).toMatchObject({
        status: 'published',
        revision: 2,
      });
    });

    it('but drafts do not keep it in use', async () => {
      const place = await aPlace();
      await aGroup({ places: [place] });
      expect((await api.call('POST', `touchpoints/${place}/unpublish`)).status).toBe(200);
    });

    it.each(['a draft', 'something published'])('from being deleted while %s uses it', async (user) => {
      const place = await aPlace();
      const links = { places: [place] };
      const group = user === 'a draft' ? await aGroup(links) : await aPublishedGroup(links);
      const refused = await api.call('DELETE', `touchpoints/${place}`);
      expect(refused).toMatchObject({ status: 409, body: { code: 'content.in-use' } });
      expect(refused.body.errors[0].pointer).toBe(`/test-groups/${group}/places/0`);
      expect(await usagesOf(`touchpoints/${place}`)).not.toEqual([]);
      await api.call('DELETE', `test-groups/${group}`);
      expect((await api.call('DELETE', `touchpoints/${place}`)).status).toBe(204);
    });

    it('and what refers to itself can go', async () => {
      const key = await aGroup({});
      await api.call('PATCH', `test-groups/${key}`, { body: { groups: [key] } });
      expect((await api.call('DELETE', `test-groups/${key}`)).status).toBe(204);
    });

    it('whole when one publishes while another takes away what is referred to', async () => {
      for (let round = 0; round < 8; round++) {
        const place = await aPlace();
        const group = await aGroup({ places: [place] });
        await Promise.all([
          api.call('POST', `test-groups/${group}/publish`),
          api.call('POST', `touchpoints/${place}/unpublish`),
        ]);
        const [user, used] = [
          await api.call('GET', `test-groups/${group}`),
          await api.call('GET', `touchpoints/${place}`),
        ];
        const states = [user.body.data.status, used.body.data.status];
        expect([
          ['published', 'published'],
          ['draft', 'draft'],
        ]).toContainEqual(states);
      }
    });
  });

  describe('that lead back to where they start', () => {
    it('are found with the way, and stop a publish where the type says so', async () => {
      const inner = await aPublishedGroup({});
      const outer = await aPublishedGroup({ groups: [inner] });
      await api.call('PATCH', `test-groups/${inner}`, { body: { groups: [outer] } });
      const { body } = await api.call('POST', `test-groups/${inner}/validate`);
      expect(body.data).toEqual({
        publishable: false,
        findings: [
          {
            code: 'content.circular-reference',
            severity: 'error',
            pointer: '/groups/0',
            message: `It leads back to itself: '${inner}' → '${outer}' → '${inner}'.`,
          },
        ],
      });
      expect((await api.call('POST', `test-groups/${inner}/publish`)).status).toBe(422);
    });

    it('are found in a document that names itself', async () => {
      const key = await aGroup({});
      await api.call('PATCH', `test-groups/${key}`, { body: { groups: [key] } });
      const { body } = await api.call('POST', `test-groups/${key}/validate`);
      expect(body.data.findings).toMatchObject([{ code: 'content.circular-reference' }]);
    });
  });

  it('of content that an older version stored are read at the next start', async () => {
    const place = await aPlace();
    const group = await aPublishedGroup({ places: [place] });
    const { sql } = api.app.get(Database);
    await sql.run('DELETE FROM content_references');
    await sql.run('UPDATE content_items SET derived_version = 0');
    expect(await usagesOf(`touchpoints/${place}`)).toEqual([]);
    const again = await startApi(
      { ...profile, prepare: () => Promise.resolve({ ...api.setup, dispose: () => Promise.resolve() }) },
      { types: [TOUCHPOINT_TYPE, GROUP_TYPE] },
    );
    await again.close();
    expect(await usagesOf(`touchpoints/${place}`)).toMatchObject([
      { key: group, side: 'draft' },
      { key: group, side: 'published' },
    ]);
  });
});
