import { type CrmFailure, HttpFailure, isCrmFailure } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';

import { answering, call, Desk, openCrm } from '../test/desk.js';

const PERSON = { kind: 'person', limit: 10, fields: [] } as const;

async function failureOf(promise: Promise<unknown>): Promise<CrmFailure['error'] | undefined> {
  const cause: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return isCrmFailure(cause) ? cause.error : undefined;
}

describe('sessions of Salesforce (D9)', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function start(config: object = {}): Promise<Desk> {
    const desk = await Desk.start(config);
    stops.push(() => desk.stop());
    return desk;
  }

  async function answeringSo(answer: { status: number; headers?: Record<string, string>; body?: unknown }) {
    const http = await answering(answer);
    stops.push(() => http.stop());
    const config = {
      grant: 'client_credentials',
      clientId: 'id',
      clientSecret: 'secret',
      loginUrl: http.url,
    };
    return { http, crm: await openCrm(config, testHost({ now: 0 })) };
  }

  it('begin with a refresh token, with an assertion that is signed, or with the credentials of the client', async () => {
    const { fake } = await start();
    for (const config of [fake.config, fake.signingConfig, { ...fake.config, grant: 'client_credentials' }]) {
      const crm = await openCrm(config);
      expect(await crm.verify?.(call)).toEqual({ status: 'up' });
    }
  });

  it.each([
    [
      'a refresh token that was revoked',
      { refreshToken: '5Aep861.other' },
      'access-refused',
      /invalid_grant/,
    ],
    ['a client that is not known', { clientId: 'other' }, 'access-refused', /invalid_client_id/],
    ['a key that is none', { grant: 'jwt_bearer', privateKey: 'nonsense' }, 'bad-private-key', /PEM/],
    [
      'the audience of a sandbox',
      { grant: 'jwt_bearer', audience: 'https://test.salesforce.com' },
      'access-refused',
      /./,
    ],
  ])('wait for a person with %s', async (_, change, code, detail) => {
    const { fake } = await start();
    const base = 'grant' in change ? fake.signingConfig : fake.config;
    const crm = await openCrm({ ...base, ...change });
    expect(await failureOf(crm.changes(PERSON, call))).toMatchObject({
      class: 'misconfigured',
      code: `salesforce.${code}`,
      detail: expect.stringMatching(detail),
    });
    expect(await crm.verify?.(call)).toMatchObject({ status: 'down' });
  });

  it.each([
    ['https://example.my.salesforce.com.evil.example', {}],
    ['http://example.my.salesforce.com', {}],
    ['https://169.254.169.254', {}],
    ['https://other.my.salesforce.com', { instanceUrl: 'https://example.my.salesforce.com' }],
    ['no address', {}],
  ])('give no token to %s', async (instanceUrl, config) => {
    const { fake, crm } = await start(config);
    fake.tokenAnswer = { instance_url: instanceUrl };
    expect(await failureOf(crm.changes(PERSON, call))).toMatchObject({
      class: 'misconfigured',
      code: 'salesforce.foreign-instance',
    });
  });

  it('speak to an instance of Salesforce that is not where the token came from', async () => {
    const { fake, host } = await start();
    fake.tokenAnswer = { instance_url: 'https://example--sandbox.sandbox.my.salesforce.com' };
    const asked: string[] = [];
    const http = {
      fetch: (url: string, options?: Parameters<typeof host.http.fetch>[1]) => {
        asked.push(url);
        if (url.startsWith(fake.url)) return host.http.fetch(url, options);
        const reason = { code: 'outgoing.unreachable', detail: 'No.', retryable: true, maybeSent: false };
        return Promise.reject(new HttpFailure(reason));
      },
    };
    const crm = await openCrm(fake.config, { ...host, http });
    expect(await failureOf(crm.fields('person', call))).toMatchObject({ class: 'temporary', outage: true });
    expect(asked.at(-1)).toBe(
      'https://example--sandbox.sandbox.my.salesforce.com/services/data/v62.0/sobjects/Contact/describe',
    );
  });

  it('begin anew where a token has come to its end before its time, once', async () => {
    const { fake, crm } = await start();
    await crm.fields('person', call);
    fake.revokeTokens();
    expect(await crm.fields('person', call)).not.toHaveLength(0);
    expect(fake.heard.filter(({ path }) => path === '/services/oauth2/token')).toHaveLength(2);
  });

  it('wait for a person where a new token is refused as well', async () => {
    const body = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
    const { http, crm } = await answeringSo({ status: 401, body });
    expect(await failureOf(crm.fields('person', call))).toMatchObject({
      class: 'misconfigured',
      code: 'salesforce.not-authorised',
    });
    expect(http.heard).toHaveLength(4);
  });

  it.each([
    [302, {}, '', { class: 'misconfigured', code: 'salesforce.redirected' }],
    [
      429,
      { 'retry-after': '7' },
      '',
      { class: 'throttled', code: 'salesforce.throttled', retryAfterMs: 7_000 },
    ],
    [429, {}, '', { class: 'throttled', code: 'salesforce.throttled' }],
    [500, {}, 'UNKNOWN_EXCEPTION', { class: 'temporary', code: 'salesforce.unavailable', outage: false }],
    [503, {}, 'SERVER_UNAVAILABLE', { class: 'temporary', code: 'salesforce.unavailable', outage: true }],
    [504, {}, '', { class: 'temporary', outage: true, maybeSent: true }],
    [403, {}, 'API_DISABLED_FOR_ORG', { class: 'misconfigured', code: 'salesforce.not-allowed' }],
    [404, {}, 'NOT_FOUND', { class: 'permanent', code: 'salesforce.not-found' }],
    [400, {}, 'INVALID_TYPE', { class: 'misconfigured', code: 'salesforce.unknown-object' }],
    [
      400,
      {},
      'SOMETHING_NEW',
      { class: 'permanent', code: 'salesforce.refused', detail: 'Words. (SOMETHING_NEW)' },
    ],
    [200, {}, 'SERVER_UNAVAILABLE', { class: 'temporary', code: 'salesforce.unavailable' }],
  ])('take %d %j %s for what it is', async (status, headers, errorCode, error) => {
    const location = { location: 'http://169.254.169.254/' };
    const body = errorCode === '' ? '<html>' : [{ message: 'Words.', errorCode }];
    const { http, crm } = await answeringSo({ status, headers: { ...headers, ...location }, body });
    expect(await failureOf(crm.fields('person', call))).toMatchObject(error);
    expect(http.heard).toHaveLength(2);
  });

  it.each([
    ['TotalRequests Limit exceeded.', 900_000],
    ['ConcurrentPerOrgLongTxn Limit exceeded.', 20_000],
  ])('wait as long as it takes after "%s"', async (message, retryAfterMs) => {
    const { crm } = await answeringSo({
      status: 403,
      body: [{ message, errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
    });
    expect(await failureOf(crm.fields('person', call))).toMatchObject({ class: 'throttled', retryAfterMs });
  });

  it.each([
    ['a page of HTML', '<html>Maintenance</html>'],
    ['an answer that is cut off', `{"records":["${'x'.repeat(17 * 1_024 * 1_024)}"]}`],
    ['JSON of another form', { hello: 'world' }],
  ])('ask again after %s with a good status', async (_, body) => {
    const { crm } = await answeringSo({ status: 200, body });
    expect(await failureOf(crm.changes(PERSON, call))).toMatchObject({
      class: 'temporary',
      code: 'salesforce.unreadable-answer',
    });
  });

  it('leave the last requests of the day to others', async () => {
    const { fake, crm, host } = await start({ maxApiUsagePercent: 80 });
    fake.usage = { used: 12_100, total: 15_000 };
    await crm.changes(PERSON, call);
    expect(await failureOf(crm.changes(PERSON, call))).toMatchObject({
      class: 'throttled',
      code: 'salesforce.near-limit',
      retryAfterMs: 900_000,
    });
    expect(host.logged).toEqual([expect.objectContaining({ level: 'warn', details: { percent: 80 } })]);
    // What a journey has to do is done all the same.
    expect(await crm.fields('person', call)).not.toHaveLength(0);
    host.clock.advance(900_001);
    fake.usage = { used: 100, total: 15_000 };
    expect(await crm.changes(PERSON, call)).toMatchObject({ isLast: true });
  });
});
