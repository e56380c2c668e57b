import { profiles, waitFor } from '@parcours/testing';

import { COLLABORATION_ROUTES } from './support/collaboration-routes.js';
import { type Answer, type Platform, smtpConnector, startPlatform } from './support/platform.js';

interface Route {
  readonly method: string;
  /** As in the OpenAPI document, without the type: '' is the collection. */
  readonly path: string;
  readonly status: number;
  readonly body?: object;
  /** Asked for in place of the parameters of the path. */
  readonly call?: string;
  /** Needs a publish that is planned. */
  readonly isPlanned?: boolean;
  /** Also refused for a key that there is not. */
  readonly needsThing: boolean;
}

/** Routes that a type has beside those of the machinery. */
const OWN_ROUTES: Readonly<Record<string, readonly string[]>> = {
  'journey-templates': ['GET /{key}/diagram.svg', 'GET /{key}/diagram.txt'],
};

/** What makes a thing of each type that can be published. */
const TYPES: readonly (readonly [string, (smtpPort: number) => object])[] = [
  ['touchpoints', () => ({ kind: 'digital', direction: 'both' })],
  ['connectors', (port) => smtpConnector(port, { user: 'ada', password: 'hunter2' })],
  ['message-templates', () => ({ channels: { email: { subject: 'Hello', html: '<p>Hello</p>' } } })],
  ['channel-policies', () => ({ channels: [{ channel: 'email', connector: 'mailbox' }] })],
  [
    'journey-templates',
    () => ({
      definition: {
        entry: { triggers: [{ type: 'api' }] },
        start: 'hello',
        steps: {
          hello: {
            type: 'message',
            touchpoint: 'marketing-email',
            template: 'hello',
            policy: 'default',
            next: 'end',
          },
          end: { type: 'exit', reason: 'completed' },
        },
      },
    }),
  ],
];

const RELEASE_ROUTES = [
  'GET /releases',
  'POST /releases',
  'GET /releases/{id}',
  'DELETE /releases/{id}',
  'DELETE /releases/{id}/schedule',
  'POST /releases/{id}/validate',
  'POST /releases/{id}/publish',
  'POST /releases/{id}/rollback',
];

const KEY = '{key}';

function routes(): Route[] {
  const on = (method: string, path: string, more: Partial<Route> = {}): Route => ({
    method,
    path,
    status: 200,
    needsThing: true,
    ...more,
  });
  const collection = { needsThing: false };
  return [
    on('GET', '', collection),
    on('POST', '', { ...collection, status: 201, body: { key: 'made', name: 'Made' } }),
    on('GET', `/${KEY}`),
    on('PUT', `/${KEY}`, { ...collection, body: { name: 'Put' } }),
    on('PATCH', `/${KEY}`, { body: { name: 'Patched' } }),
    on('DELETE', `/${KEY}`, { status: 204 }),
    on('POST', `/${KEY}/clone`, { status: 201, body: { key: 'copied' } }),
    on('POST', `/${KEY}/validate`),
    on('POST', `/${KEY}/publish`),
    on('POST', `/${KEY}/unpublish`),
    on('DELETE', `/${KEY}/schedule`, { isPlanned: true }),
    on('POST', `/${KEY}/archive`),
    on('POST', `/${KEY}/unarchive`),
    on('GET', `/${KEY}/usages`),
    on('GET', `/${KEY}/versions`),
    on('GET', `/${KEY}/versions/{number}`, { call: `/${KEY}/versions/1` }),
    on('GET', `/${KEY}/versions/{from}/diff/{to}`, { call: `/${KEY}/versions/1/diff/draft` }),
    on('POST', `/${KEY}/versions/{number}/restore`, { call: `/${KEY}/versions/1/restore` }),
  ];
}

describe.each(profiles)('every route of every content type on $name', (profile) => {
  let platform: Platform;
  let made = 0;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(async () => {
    await platform.stop();
  });

  const addressOf = (type: string, route: Route, key: string) =>
    `/${type}${(route.call ?? route.path).replace(KEY, key)}`;

  function call(type: string, route: Route, key: string, token?: string): Promise<Answer> {
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : (route.body ?? {});
    const headers = token === undefined ? {} : { authorization: token };
    const own = body && 'key' in body ? { ...body, key: `${key}-${String(body.key)}` } : body;
    return platform.call(route.method, addressOf(type, route, key), own, headers);
  }

  it('and of releases is in a table too', async () => {
    const { body } = await platform.call('GET', '/../openapi.json');
    const found = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      path.startsWith('/api/v1/releases')
        ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`)
        : [],
    );
    expect(found.sort()).toEqual([...RELEASE_ROUTES].sort());
  });

  it.each(RELEASE_ROUTES)('%s is closed to those without a token, and finds no release 1', async (route) => {
    const [method = '', path = ''] = route.replace('{id}', '1').split(' ');
    const body = method === 'POST' ? {} : undefined;
    const closed = await platform.call(method, path, body, { authorization: 'Bearer prc_none' });
    expect(closed.status).toBe(401);
    if (route.includes('{id}')) expect((await platform.call(method, path, body)).status).toBe(404);
  });

  describe.each(TYPES)('%s', (type, sample) => {
    const table = routes().map((route) => [`${route.method} ${route.path || '/'}`, route] as const);

    /** Published once, and changed since. */
    async function aThing(): Promise<string> {
      made += 1;
      const key = `thing-${String(made)}`;
      await platform.publish(type, key, { name: 'Thing', ...sample(platform.smtp.port), key });
      await platform.data('PATCH', `/${type}/${key}`, { name: 'Thing, changed' });
      return key;
    }

    it.each(table)('%s answers', async (_title, route) => {
      const key = await aThing();
      if (route.isPlanned) {
        await platform.data('POST', `/${type}/${key}/publish`, { at: '2099-01-01T00:00:00Z' });
      }
      const { status, body } = await call(type, route, key);
      expect({ status, code: body?.code }).toEqual({ status: route.status, code: undefined });
    });

    it.each(table.filter(([, { needsThing }]) => needsThing))(
      '%s is 404 of nothing',
      async (_title, route) => {
        const { status, body } = await call(type, route, 'nothing');
        expect({ status, code: body?.code }).toEqual({ status: 404, code: 'content.not-found' });
      },
    );

    it.each(table)('%s is closed to those without a token', async (_title, route) => {
      expect((await call(type, route, 'nothing', 'Bearer prc_none')).status).toBe(401);
    });

    it('is published when its time comes', async () => {
      const key = await aThing();
      const at = Date.now() + 400;
      await platform.data('POST', `/${type}/${key}/publish`, { at: new Date(at).toISOString() });
      const published = await waitFor(
        async () => {
          const thing = await platform.data('GET', `/${type}/${key}`);
          return thing.version === 2 ? thing : undefined;
        },
        { timeoutMs: 5_000, describe: `the publish of ${key}` },
      );
      expect(published).toMatchObject({ status: 'published', scheduledAt: null, scheduleFailure: null });
      expect(Date.parse(published.publishedAt) - at).toBeGreaterThanOrEqual(0);
      expect(Date.parse(published.publishedAt) - at).toBeLessThan(1_000);
    });

    it('has no other route', async () => {
      const { body } = await platform.call('GET', '/../openapi.json');
      const found = Object.entries<object>(body.paths).flatMap(([path, methods]) => {
        const rest = new RegExp(`^/api/v1/${type}(/.*)?$`).exec(path);
        return rest ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${rest[1] ?? '/'}`) : [];
      });
      const expected = [
        ...table.map(([title]) => title),
        ...(OWN_ROUTES[type] ?? []),
        ...COLLABORATION_ROUTES,
      ];
      expect(found.sort()).toEqual(expected.sort());
    });
  });
});
