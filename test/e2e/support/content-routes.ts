/** One route of a content type, and how it is asked for. */
export interface ContentRoute {
  readonly method: string;
  /** As in the OpenAPI document, without the type: '' is the collection. */
  readonly path: string;
  /** Of the answer when all is well. */
  readonly status: number;
  /** Of the refusal, where the thing under test is not of the kind that the route is about. */
  readonly code?: string;
  /** Asked for in place of the parameters of the path. */
  readonly call?: string;
  readonly body?: object;
  /** What has to be done to a published thing before it has something to do: an address below it, and what is sent there. */
  readonly after?: readonly [string, object, 'POST' | 'PUT'];
  /** There is nothing to do without a thing: 404. */
  readonly needsThing: boolean;
  /** Is about a thing as it is, hence takes the ETag that was seen. */
  readonly takesEtag: boolean;
  /** Changes a thing, and answers what it is now. */
  readonly answersThing: boolean;
}

export const KEY = '{key}';

/** In a path: the `id` that `after` has answered. */
export const ID = '{id}';

const ON_THINGS = { status: 200, needsThing: true, takesEtag: false, answersThing: false };

function reads(path: string, more: Partial<ContentRoute> = {}): ContentRoute {
  return { ...ON_THINGS, method: 'GET', path, ...more };
}

function changes(method: string, path: string, more: Partial<ContentRoute> = {}): ContentRoute {
  const answersThing = more.status === undefined;
  return { ...ON_THINGS, method, path, takesEtag: true, answersThing, ...more };
}

const NEW = { status: 201, takesEtag: false };
const NO_EXPORTER = { status: 409, code: 'insights.not-an-exporter' };
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
  changes('DELETE', `/${KEY}/schedule`, { after: ['publish', PLAN, 'POST'] }),
  changes('POST', `/${KEY}/archive`),
  changes('POST', `/${KEY}/unarchive`, { after: ['archive', {}, 'POST'] }),
  reads(`/${KEY}/usages`),
  reads(`/${KEY}/versions`),
  reads(`/${KEY}/versions/{number}`, { call: `/${KEY}/versions/1` }),
  reads(`/${KEY}/versions/{from}/diff/{to}`, { call: `/${KEY}/versions/1/diff/draft` }),
  changes('POST', `/${KEY}/versions/{number}/restore`, { call: `/${KEY}/versions/1/restore` }),
];

const COMMENTED = { after: ['comments', { text: 'Too long.' }, 'POST'] } as const;
const PLANNED = { after: ['review-plan', { cadence: 'P3M' }, 'PUT'] } as const;

/** What people who work on it together have of every content type. */
const COLLABORATION_ROUTES: readonly ContentRoute[] = [
  reads(`/${KEY}/comments`),
  reads(`/${KEY}/comments`, { method: 'POST', status: 201, body: { text: 'Too long.' } }),
  reads(`/${KEY}/comments/${ID}`, COMMENTED),
  reads(`/${KEY}/comments/${ID}`, { method: 'PATCH', body: { resolved: true }, ...COMMENTED }),
  reads(`/${KEY}/comments/${ID}`, { method: 'DELETE', status: 204, ...COMMENTED }),
  reads(`/${KEY}/review-plan`, PLANNED),
  reads(`/${KEY}/review-plan`, { method: 'PUT', body: { cadence: 'P1Y' }, ...PLANNED }),
  reads(`/${KEY}/review-plan`, { method: 'DELETE', status: 204, ...PLANNED }),
  reads(`/${KEY}/reviews`),
  reads(`/${KEY}/reviews`, { method: 'POST', status: 201, body: { outcome: 'keep' } }),
  reads(`/${KEY}/approval`),
  changes('POST', `/${KEY}/approval-requests`, { status: 201 }),
  changes('POST', `/${KEY}/approvals`, { answersThing: false, body: { decision: 'reject' } }),
];

const TRIED = { after: ['test', {}, 'POST'] } as const;

/** Who belongs to it, for types that have members; the body is that of one that is not saved yet. */
const membersBy = (body: object): ContentRoute[] => [
  reads('/preview', { method: 'POST', needsThing: false, body }),
  reads(`/${KEY}/preview`, { method: 'POST' }),
  reads(`/${KEY}/members`),
  reads(`/${KEY}/membership`),
];

/** What types have beside that. */
export const OWN_ROUTES: Readonly<Record<string, readonly ContentRoute[]>> = {
  'phase-sets': [reads(`/${KEY}/orphans`)],
  segments: membersBy({ condition: { trait: 'plan', is: 'trial' } }),
  personas: membersBy({ membership: { trait: 'plan', is: 'trial' } }),
  'journey-maps': [
    reads(`/${KEY}/sheet.svg`),
    reads(`/${KEY}/sheet.html`),
    reads('/compare', { call: `/compare?a=${KEY}&b=${KEY}` }),
  ],
  'channel-policies': [reads(`/${KEY}/try`, { method: 'POST', body: { template: 'hello' } })],
  'journey-templates': [
    reads(`/${KEY}/diagram.svg`),
    reads(`/${KEY}/diagram.txt`),
    reads(`/${KEY}/simulate`, { method: 'POST', body: { timeline: [] } }),
    reads(`/${KEY}/test`, { method: 'POST' }),
    reads(`/${KEY}/replay`, { method: 'POST', body: { days: 7 } }),
    reads(`/${KEY}/migration-preview`, { method: 'POST' }),
    reads(`/${KEY}/trials`),
  ],
  connectors: [
    reads(`/${KEY}/test`, { method: 'POST' }),
    reads(`/${KEY}/delivery`),
    reads(`/${KEY}/calls`),
    reads(`/${KEY}/fields`),
    reads(`/${KEY}/source-events`),
    reads(`/${KEY}/exports`, NO_EXPORTER),
    reads(`/${KEY}/exports/restart`, { method: 'POST', ...NO_EXPORTER }),
  ],
  'crm-syncs': [
    reads(`/${KEY}/status`),
    reads(`/${KEY}/run`, { method: 'POST' }),
    reads(`/${KEY}/resync`, { method: 'POST' }),
    reads(`/${KEY}/pause`, { method: 'POST' }),
    reads(`/${KEY}/resume`, { method: 'POST' }),
  ],
  'message-templates': [
    reads(`/${KEY}/preview`, { method: 'POST' }),
    reads(`/${KEY}/send-test`, {
      method: 'POST',
      body: { to: 'ada@example.com', channel: 'email', connector: 'mailbox' },
    }),
  ],
  surveys: [reads(`/${KEY}/answers`)],
  webhooks: [
    reads('/events', { needsThing: false }),
    reads(`/${KEY}/endpoint`),
    reads(`/${KEY}/rotate-secret`, { method: 'POST' }),
    reads(`/${KEY}/enable`, { method: 'POST' }),
    reads(`/${KEY}/test`, { method: 'POST' }),
    reads(`/${KEY}/deliveries`),
    reads(`/${KEY}/deliveries/${ID}`, TRIED),
    reads(`/${KEY}/deliveries/${ID}/replay`, { method: 'POST', ...TRIED }),
    reads(`/${KEY}/replay`, { method: 'POST', body: { since: '2026-01-01T00:00:00Z' } }),
  ],
};

export function routesOf(type: string): readonly ContentRoute[] {
  return [...CONTENT_ROUTES, ...COLLABORATION_ROUTES, ...(OWN_ROUTES[type] ?? [])];
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
