import { CONTENT_TYPES } from '@parcours/journeys';
import { profiles } from '@parcours/testing';

import { COLLABORATION_ROUTES, WEBHOOK_ROUTES } from './support/collaboration-routes.js';
import { type Platform, startPlatform } from './support/platform.js';

const BODIES: Readonly<Record<string, object>> = {
  'POST /{key}/comments': { text: 'x' },
  'PATCH /{key}/comments/{id}': { text: 'x' },
  'PUT /{key}/review-plan': { cadence: 'P1M' },
  'POST /{key}/reviews': { outcome: 'keep' },
  'POST /{key}/approvals': { decision: 'approve' },
  'POST /{key}/replay': { since: '2030-01-01T00:00:00Z' },
};

describe.each(profiles)('working together on $name', (profile) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(() => platform.stop());

  function ask(type: string, route: string, headers = {}) {
    const [method = '', path = ''] = route.split(' ');
    const address = `/${type}${path.replace('{key}', 'nothing').replace('{id}', '17')}`;
    const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[route] ?? {});
    return platform.call(method, address, body, headers);
  }

  it.each([
    ...CONTENT_TYPES.map(({ name }) => [name, COLLABORATION_ROUTES] as const),
    ['webhooks', WEBHOOK_ROUTES.filter((route) => route.includes('{key}'))] as const,
  ])(
    'is closed to those without a token, and finds nothing where there is nothing: %s',
    async (type, routes) => {
      for (const route of routes) {
        const { status } = await ask(type, route, { authorization: 'Bearer prc_none' });
        expect([route, status]).toEqual([route, 401]);
        const { status: missing, body } = await ask(type, route);
        expect([route, missing, body?.code]).toEqual([route, 404, 'content.not-found']);
      }
    },
  );

  it('is documented for every type, with the scopes that it takes', async () => {
    const { body } = await platform.call('GET', '/../openapi.json');
    const undocumented = CONTENT_TYPES.flatMap(({ name }) =>
      COLLABORATION_ROUTES.filter((route) => {
        const [method = '', path = ''] = route.split(' ');
        const operation = body.paths[`/api/v1/${name}${path}`]?.[method.toLowerCase()];
        return !operation?.summary || !operation['x-scope'];
      }),
    );
    expect(undocumented).toEqual([]);
  });
});
