import { type AnyCall, ParcoursClient, ParcoursProblem, ParcoursUnreachable, type Schemas } from './index.js';

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const answered = (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { ...JSON_TYPE, ...init.headers } });

const refused = (status: number, headers: Record<string, string> = {}) =>
  answered(
    { code: 'http.too-many-requests', title: 'Too many', status, detail: 'Wait.', instance: 'urn:uuid:1' },
    { status, headers },
  );

/** A client whose calls are answered by these, one after the other, the last again and again. */
function clientOf(...answers: (Response | Error | (() => Response))[]) {
  const sent: Sent[] = [];
  const client = new ParcoursClient({
    url: 'http://parcours.test/',
    token: 'prc_x',
    fetch: (url: unknown, { method = '', headers, body } = {}) => {
      sent.push({ method, url: String(url), headers: new Headers(headers), body });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(typeof answer === 'function' ? answer() : answer!.clone());
    },
  });
  return { client, sent };
}

const TOUCHPOINT = { key: 'a b', name: 'A', status: 'draft' };

describe('a call', () => {
  it('puts parts into the path, the query as lists read it, and what it is told into headers', async () => {
    const { client, sent } = clientOf(answered({ data: [], page: { next: null, limit: 50 } }));
    await client.get('/touchpoints', {
      query: {
        filter: { kind: { in: ['digital', 'human'] }, archived: { eq: true } },
        fields: ['key', 'name'],
        limit: 2,
      },
      ifNoneMatch: '"3"',
      headers: { 'x-trace': '7' },
    });
    await client.patch('/touchpoints/{key}', { path: { key: 'a b/c' }, body: { name: 'B' }, ifMatch: '"4"' });
    const [list, patch] = sent;
    expect(decodeURIComponent(list!.url)).toBe(
      'http://parcours.test/api/v1/touchpoints?filter[kind][in]=digital,human&filter[archived][eq]=true&fields=key,name&limit=2',
    );
    expect(Object.fromEntries(list!.headers)).toMatchObject({
      authorization: 'Bearer prc_x',
      'if-none-match': '"3"',
      'x-trace': '7',
    });
    expect(list!.headers.has('content-type')).toBe(false);
    expect(patch).toMatchObject({
      method: 'PATCH',
      url: 'http://parcours.test/api/v1/touchpoints/a%20b%2Fc',
      body: '{"name":"B"}',
    });
    expect(Object.fromEntries(patch!.headers)).toMatchObject({
      'content-type': 'application/merge-patch+json',
      'if-match': '"4"',
    });
  });

  it('leaves paths outside of the API where they are', async () => {
    const { client, sent } = clientOf(answered({ status: 'live' }));
    expect((await client.get('/health/live')).data).toEqual({ status: 'live' });
    expect(sent[0]?.url).toBe('http://parcours.test/health/live');
  });

  it('answers what stands in the envelope, and its ETag', async () => {
    const { client } = clientOf(answered({ data: TOUCHPOINT }, { headers: { etag: '"7"' } }));
    const { data, etag, status } = await client.get('/touchpoints/{key}', { path: { key: 'a' } });
    const typed: Schemas['Touchpoint'] = data;
    expect({ typed, etag, status }).toEqual({ typed: TOUCHPOINT, etag: '"7"', status: 200 });
  });

  it.each([
    ['nothing', new Response(null, { status: 204 }), undefined],
    ['a text', new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }), '<svg/>'],
    [
      'a document of its own, whatever it holds',
      new Response('{"data":1}', { headers: { 'content-type': 'application/schema+json' } }),
      { data: 1 },
    ],
  ])('answers %s as it is', async (_what, response, data) => {
    const { client } = clientOf(response);
    expect((await client.send({ method: 'GET', path: '/x' })).data).toEqual(data);
  });

  it('tells that nothing has changed', async () => {
    const { client } = clientOf(new Response(null, { status: 304, headers: { etag: '"7"' } }));
    const answer = await client.get('/touchpoints/{key}', { path: { key: 'a' }, ifNoneMatch: '"7"' });
    expect(answer).toMatchObject({ isNotModified: true, data: undefined });
  });

  it('asks for the token each time where it changes', async () => {
    const tokens = ['one', 'two'];
    const seen: (string | null)[] = [];
    const client = new ParcoursClient({
      url: 'https://parcours.test/api/v1',
      token: () => tokens.shift() ?? '',
      fetch: (_url, init) => {
        seen.push(new Headers(init?.headers).get('authorization'));
        return Promise.resolve(answered({ data: {} }));
      },
    });
    await client.get('/brands');
    await client.get('/brands');
    expect(seen).toEqual(['Bearer one', 'Bearer two']);
  });

  it('needs every part of its path', async () => {
    const { client, sent } = clientOf(answered({}));
    await expect(client.get('/touchpoints/{key}', { path: { key: '' } })).rejects.toThrow(
      "/touchpoints/{key} needs a value for 'key'",
    );
    expect(sent).toEqual([]);
  });

  it('is of a web address', () => {
    expect(() => new ParcoursClient({ url: 'file:///tmp' })).toThrow("'file:///tmp' is no web address");
  });
});

describe('a problem', () => {
  const BODY = {
    type: 'urn:parcours:problem:http.invalid-request',
    title: 'Invalid request',
    status: 400,
    detail: 'The body has 1 defect; see errors.',
    code: 'http.invalid-request',
    instance: 'urn:uuid:1',
    errors: [{ pointer: '/kind', code: 'schema.not-allowed', detail: 'Must be digital.' }],
  };

  it('is thrown with its code, its place and words for people', async () => {
    const { client } = clientOf(
      answered(BODY, { status: 400, headers: { 'content-type': 'application/problem+json' } }),
    );
    const problem = await client.get('/brands').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ParcoursProblem);
    expect(problem).toMatchObject({
      status: 400,
      code: 'http.invalid-request',
      pointer: '/kind',
      instance: 'urn:uuid:1',
      request: 'GET /brands',
      message: 'The body has 1 defect; see errors.\n  /kind: Must be digital.',
    });
  });

  it('that is none of ours keeps its status', async () => {
    const { client } = clientOf(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    await expect(client.get('/brands')).rejects.toMatchObject({
      code: 'http.status-502',
      detail: 'The answer was 502 Bad Gateway',
      errors: [],
    });
  });

  it('of something that is not there is undefined to find, and nothing else is', async () => {
    const path = { path: { key: 'a' } };
    const missing = clientOf(answered({ code: 'content.not-found' }, { status: 404 }));
    expect(await missing.client.find('/brands/{key}', path)).toBeUndefined();
    const forbidden = clientOf(answered({ code: 'http.missing-scope' }, { status: 403 }));
    await expect(forbidden.client.find('/brands/{key}', path)).rejects.toMatchObject({ status: 403 });
  });

  it('of reaching nobody names the address and the reason', async () => {
    const cause = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    const { client } = clientOf(new TypeError('fetch failed', { cause }));
    const problem = await client.get('/brands').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ParcoursUnreachable);
    expect(problem).toMatchObject({ message: 'No answer from http://parcours.test: ECONNREFUSED' });
  });

  it('of a caller who has given up is the reason for it', async () => {
    const { client } = clientOf(new Error('aborted'));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(client.get('/brands', { signal })).rejects.toThrow('aborted');
  });
});

describe('a list', () => {
  const page = (keys: string[], next: string | null) => () =>
    answered({ data: keys.map((key) => ({ key })), page: { next, limit: 2 } });

  it('goes on from page to page with everything else as it was', async () => {
    const { client, sent } = clientOf(page(['a', 'b'], 'two'), page(['c'], null));
    const keys: string[] = [];
    for await (const { key } of client.list('/brands', { query: { limit: 2 } })) keys.push(key);
    expect(keys).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?limit=2', '?limit=2&cursor=two']);
  });

  it('asks for no page that nobody has come to', async () => {
    const { client, sent } = clientOf(page(['a', 'b'], 'two'));
    for await (const { key } of client.list('/brands')) if (key === 'b') break;
    expect(sent).toHaveLength(1);
  });

  it('of a thing has the thing in its path', async () => {
    const { client, sent } = clientOf(() => answered({ data: [], page: { next: null, limit: 2 } }));
    for await (const _version of client.list('/brands/{key}/versions', { path: { key: 'x' } }));
    expect(sent[0]?.url).toBe('http://parcours.test/api/v1/brands/x/versions');
  });
});

describe('a call that was turned away', () => {
  const soon = { 'retry-after': '0' };
  const done = answered({ data: {} });

  it.each<[string, number, AnyCall]>([
    ['a GET, busy', 503, { method: 'GET', path: '/x' }],
    ['a PUT, busy', 503, { method: 'PUT', path: '/x', body: {} }],
    ['a POST that happens once, busy', 503, { method: 'POST', path: '/x', body: {}, idempotencyKey: 'k' }],
    ['a POST, too many', 429, { method: 'POST', path: '/x', body: {} }],
  ])('is repeated: %s', async (_what, status, call) => {
    const { client, sent } = clientOf(refused(status, soon), done);
    expect((await client.send(call)).status).toBe(200);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it.each<[string, number, AnyCall]>([
    ['a POST that may have happened', 503, { method: 'POST', path: '/x', body: {} }],
    ['what was refused', 409, { method: 'GET', path: '/x' }],
    [
      'a stream, which is gone',
      429,
      { method: 'POST', path: '/x', raw: new ReadableStream(), contentType: 'x/y' },
    ],
  ])('is not repeated: %s', async (_what, status, call) => {
    const { client, sent } = clientOf(refused(status, soon), done);
    await expect(client.send(call)).rejects.toMatchObject({ status, retryAfter: 0 });
    expect(sent).toHaveLength(1);
  });

  it('is given up after three repetitions', async () => {
    const { client, sent } = clientOf(() => refused(503, soon));
    await expect(client.get('/brands')).rejects.toMatchObject({ status: 503 });
    expect(sent).toHaveLength(4);
  });

  it('is waited for no longer than its caller wants', async () => {
    const { client } = clientOf(() => refused(503, { 'retry-after': '3600' }));
    const signal = AbortSignal.timeout(20);
    await expect(client.get('/brands', { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
