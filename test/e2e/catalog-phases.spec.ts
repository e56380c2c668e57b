import {
  CATALOG_TYPES,
  CatalogApiModule,
  type InPhase,
  PHASE_MEMBERS,
  phaseFindings,
  phaseSetReferences,
} from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

/** A type that no library declares. This declaration is all that there is of it. */
const IDEA_TYPE = defineContentType<InPhase>({
  name: 'test-ideas',
  singular: 'test idea',
  title: 'Test ideas',
  schema: { type: 'object', properties: { ...PHASE_MEMBERS, votes: { type: 'integer', minimum: 0 } } },
  references: phaseSetReferences,
  check: phaseFindings,
});

const SET = {
  name: { en: 'Moving', fr: 'Déménager' },
  phases: ['pack', 'carry', 'unpack'].map((key) => ({ key, name: key })),
};

describe.each(profiles)('phases on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [...CATALOG_TYPES, IDEA_TYPE], modules: [CatalogApiModule] });
    await publish('phase-sets/moving', SET);
  });

  afterAll(async () => {
    await api.close();
  });

  async function publish(path: string, body: object) {
    await api.call('PUT', path, { body });
    return api.call('POST', `${path}/publish`);
  }

  const validate = async (path: string) => (await api.call('POST', `${path}/validate`)).body.data;

  it('belong to a new type that says so in its declaration, with every route', async () => {
    const body = { key: 'boxes', name: 'Boxes that fold', phaseSet: 'moving', phase: 'pack', votes: 3 };
    const created = await api.call('POST', 'test-ideas', { body });
    expect(created).toMatchObject({ status: 201, body: { data: { ...body, status: 'draft' } } });
    await api.call('PATCH', 'test-ideas/boxes', { body: { votes: 4 } });
    const published = await api.call('POST', 'test-ideas/boxes/publish', { body: { note: 'liked' } });
    expect(published.body.data).toMatchObject({ status: 'published', version: 1, votes: 4 });
    expect((await api.call('GET', 'test-ideas/boxes/versions')).body.data).toMatchObject([
      { number: 1, note: 'liked' },
    ]);
    const listed = await api.call('GET', 'test-ideas?filter[votes][gte]=4&filter[phase][eq]=pack&fields=key');
    expect(listed.body.data).toEqual([{ key: 'boxes' }]);
    const { body: description } = await api.call('GET', '/api/openapi.json');
    expect(Object.keys(description.paths)).toContain('/api/v1/test-ideas/{key}/publish');
  });

  it('that their set does not have are told, with the nearest that it has', async () => {
    await api.call('PUT', 'test-ideas/lost', { body: { name: 'x', phaseSet: 'moving', phase: 'unpak' } });
    expect(await validate('test-ideas/lost')).toEqual({
      publishable: false,
      findings: [
        {
          code: 'catalog.unknown-phase',
          severity: 'error',
          pointer: '/phase',
          message: "The phase set 'moving' has no phase 'unpak'. It has pack, carry, unpack.",
          suggestion: 'unpack',
        },
      ],
    });
  });

  it('without a set are of the lifecycle, as soon as there is one', async () => {
    await api.call('PUT', 'test-ideas/free', { body: { name: 'x', phase: 'sometime' } });
    expect((await validate('test-ideas/free')).findings).toEqual([]);
    await publish('phase-sets/lifecycle', { name: 'L', phases: [{ key: 'awareness', name: 'A' }] });
    expect((await validate('test-ideas/free')).findings).toMatchObject([{ code: 'catalog.unknown-phase' }]);
    await api.call('DELETE', 'phase-sets/lifecycle');
  });

  describe('that a changed set leaves behind', () => {
    beforeAll(async () => {
      await publish('touchpoints/van', {
        name: 'Van',
        kind: 'physical',
        direction: 'outbound',
        phaseSet: 'moving',
        phase: 'carry',
      });
      await publish('journey-maps/flat', {
        name: 'A flat',
        kind: 'current',
        phaseSet: 'moving',
        phases: [{ phase: 'pack' }, { phase: 'carry', moments: [{ touchpoint: 'van' }] }],
      });
      await api.call('PATCH', 'phase-sets/moving', {
        body: {
          phases: [
            { key: 'pack', name: 'Pack' },
            { key: 'cary', name: 'Carry' },
          ],
        },
      });
    });

    it('are listed before it is published, with all who name them and the likely new name', async () => {
      const { status, body } = await api.call('GET', 'phase-sets/moving/orphans');
      expect(status).toBe(200);
      expect(body.data).toEqual({
        phaseSet: 'moving',
        orphans: [
          {
            phase: 'carry',
            suggestion: 'cary',
            uses: [
              { type: 'journey-maps', key: 'flat', pointer: '/phases/1/phase' },
              { type: 'touchpoints', key: 'van', pointer: '/phase' },
            ],
          },
        ],
      });
    });

    it('are warnings of its validation, and do not stop it', async () => {
      expect(await validate('phase-sets/moving')).toMatchObject({
        publishable: true,
        findings: [
          { code: 'catalog.phase-orphaned', severity: 'warning', pointer: '/phases', suggestion: 'cary' },
        ],
      });
    });

    it('are none once the users have moved', async () => {
      await api.call('PATCH', 'phase-sets/moving', { body: SET });
      expect((await api.call('GET', 'phase-sets/moving/orphans')).body.data.orphans).toEqual([]);
    });

    it('are not asked of a set that there is not', async () => {
      const answer = await api.call('GET', 'phase-sets/nothing/orphans');
      expect(answer).toMatchObject({ status: 404, body: { code: 'content.not-found' } });
    });
  });

  it('are asked for with the scope of the sets', async () => {
    const made = await api.call('POST', 'api-tokens', { body: { name: 'x', scopes: ['touchpoints:read'] } });
    const answer = await api.call('GET', 'phase-sets/moving/orphans', { token: made.body.data.token });
    expect(answer).toMatchObject({ status: 403, body: { code: 'http.missing-scope' } });
  });

  describe('and touchpoints that say too little', () => {
    it('are warned of a value and of data that are missing, and can be published', async () => {
      await api.call('PUT', 'touchpoints/bare', { body: { name: 'Bare', kind: 'human', direction: 'both' } });
      expect(await validate('touchpoints/bare')).toMatchObject({
        publishable: true,
        findings: [
          { code: 'catalog.touchpoint-without-data', severity: 'warning' },
          { code: 'catalog.touchpoint-without-value', severity: 'warning' },
        ],
      });
    });
  });
});
