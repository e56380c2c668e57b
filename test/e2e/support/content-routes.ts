/** One route of a content type, and how it is asked for. */
export interface ContentRoute {
  readonly method: string;
  /** As in the OpenAPI document, without the type: '' is the collection. */
  readonly path: string;
  /** Of the answer when all is well. */
  readonly status: number;
  /** Asked for in place of the parameters of the path. */
  readonly call?: string;
  readonly body?: object;
  /** What has to be done to a published thing before it has something to do. */
  readonly after?: readonly [string, object];
  /** There is nothing to do without a thing: 404. */
  readonly needsThing: boolean;
  /** Changes a thing, hence takes the ETag that was seen. */
  readonly takesEtag: boolean;
}

export const KEY = '{key}';

const ON_THINGS = { status: 200, needsThing: true, takesEtag: false };

function reads(path: string, more: Partial<ContentRoute> = {}): ContentRoute {
  return { ...ON_THINGS, method: 'GET', path, ...more };
}

function changes(method: string, path: string, more: Partial<ContentRoute> = {}): ContentRoute {
  return { ...ON_THINGS, method, path, takesEtag: true, ...more };
}

const NEW = { status: 201, takesEtag: false };
const PLAN = { at: '2099-01-01T00:00:00Z' };

/** What every content type has. */
export const CONTENT_ROUTES: readonly ContentRoute[] = [
  reads('', { needsThing: false }),
  changes('POST', '', { ...NEW, needsThing: false, body: { key: 'made' } }),
  reads(`/${KEY}`),
  changes('PUT', `/${KEY}`, { needsThing: false }),
  changes('PATCH', `/${KEY}`, { body: { name: 'Patched' } }),
  changes('DELETE', `/${KEY}`, { status: 204 }),
  changes('POST', `/${KEY}/clone`, { ...NEW, body: { key: 'copied' } }),
  reads(`/${KEY}/validate`, { method: 'POST' }),
  changes('POST', `/${KEY}/publish`, { body: { note: 'again' } }),
  changes('POST', `/${KEY}/unpublish`),
  changes('DELETE', `/${KEY}/schedule`, { after: ['publish', PLAN] }),
  changes('POST', `/${KEY}/archive`),
  changes('POST', `/${KEY}/unarchive`, { after: ['archive', {}] }),
  reads(`/${KEY}/usages`),
  reads(`/${KEY}/versions`),
  reads(`/${KEY}/versions/{number}`, { call: `/${KEY}/versions/1` }),
  reads(`/${KEY}/versions/{from}/diff/{to}`, { call: `/${KEY}/versions/1/diff/draft` }),
  changes('POST', `/${KEY}/versions/{number}/restore`, { call: `/${KEY}/versions/1/restore` }),
];

/** What types have beside that. */
export const OWN_ROUTES: Readonly<Record<string, readonly ContentRoute[]>> = {
  'phase-sets': [reads(`/${KEY}/orphans`)],
  'journey-maps': [
    reads(`/${KEY}/sheet.svg`),
    reads(`/${KEY}/sheet.html`),
    reads('/compare', { call: `/compare?a=${KEY}&b=${KEY}` }),
  ],
  'journey-templates': [reads(`/${KEY}/diagram.svg`), reads(`/${KEY}/diagram.txt`)],
};

export function routesOf(type: string): readonly ContentRoute[] {
  return [...CONTENT_ROUTES, ...(OWN_ROUTES[type] ?? [])];
}

export function titleOf({ method, path }: ContentRoute): string {
  return `${method} ${path === '' ? '/' : path}`;
}

export const RELEASE_ROUTES = [
  'GET /releases',
  'POST /releases',
  'GET /releases/{id}',
  'DELETE /releases/{id}',
  'DELETE /releases/{id}/schedule',
  'POST /releases/{id}/validate',
  'POST /releases/{id}/publish',
  'POST /releases/{id}/rollback',
];
