import { generateKeyPairSync } from 'node:crypto';

import { type FakeAnswer, type HeardRequest, HttpFake, testHost } from '@parcours/sdk/testing';

import { aMessage, errorOf, SETTINGS } from '../test/smtp-desk.js';
import { SmtpSink } from '../test/smtp-sink.js';
import plugin from './index.js';
import type { SmtpConfig } from './smtp-config.js';

const signal = new AbortController().signal;
const USER = 'news@example.com';
const CLIENT = { clientId: 'app-1', clientSecret: 'correct-horse' };

describe('logging in with an access token', () => {
  const closers: (() => Promise<void>)[] = [];
  let taken: string;
  let issued: number;
  let answer: ((request: HeardRequest) => FakeAnswer) | undefined;
  let endpoint: HttpFake;

  beforeEach(async () => {
    taken = 'access-1';
    issued = 0;
    answer = undefined;
    endpoint = await HttpFake.start({
      answer: (request) => {
        if (answer) return answer(request);
        issued++;
        return { status: 200, body: { access_token: `access-${String(issued)}`, expires_in: 3_600 } };
      },
    });
    closers.push(() => endpoint.stop());
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function open(oauth2: Partial<SmtpConfig['oauth2']>, { isAbrupt = false, config = {} } = {}) {
    const sink = await SmtpSink.start({
      oauth: { user: USER, takes: (token) => token === taken, isAbrupt },
    });
    closers.push(() => sink.stop());
    const settings = {
      ...{ ...SETTINGS, port: sink.port, user: USER, ...config },
      oauth2: { tokenUrl: `${endpoint.url}/token`, ...oauth2 },
    };
    const connector = await plugin.connectors['email-smtp'].open(settings, testHost());
    closers.push(() => connector.close());
    const send = (count = 1) =>
      connector.sendBatch(
        Array.from({ length: count }, () => aMessage()),
        { signal },
      );
    return { sink, send, verify: () => connector.verify?.({ signal }) };
  }

  const asked = () => endpoint.heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

  it('asks by a refresh token, once for all connections', async () => {
    const { send, verify, sink } = await open({ ...CLIENT, refreshToken: 'refresh-1', scope: 'mail' });
    const results = await send(20);
    expect(results.every(({ status }) => status === 'sent')).toBe(true);
    expect(sink.connections).toBe(3);
    expect(await verify()).toEqual({ status: 'up' });
    expect(asked()).toEqual([
      {
        grant_type: 'refresh_token',
        refresh_token: 'refresh-1',
        client_id: 'app-1',
        client_secret: 'correct-horse',
        scope: 'mail',
      },
    ]);
  });

  it('asks for the client itself where nobody has allowed it anything', async () => {
    const { send } = await open({ ...CLIENT, scope: 'https://outlook.office365.com/.default' });
    expect((await send())[0]?.status).toBe('sent');
    expect(asked()).toMatchObject([{ grant_type: 'client_credentials', client_id: 'app-1' }]);
  });

  it('asks by a service account in the name of the user', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { send } = await open({ serviceAccount: { clientEmail: 'robot@example.com', privateKey: pem } });
    expect((await send())[0]?.status).toBe('sent');
    const [, claims = ''] = asked()[0]?.['assertion']?.split('.') ?? [];
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: 'robot@example.com',
      sub: USER,
      scope: 'https://mail.google.com/',
      aud: `${endpoint.url}/token`,
    });
  });

  it.each([
    ['by 334 and then 535', false],
    ['by 535 at once', true],
  ])('renews a token that the server takes no more, %s', async (_how, isAbrupt) => {
    const config = { messagesPerConnection: 1, poolSize: 1 };
    const { send, sink } = await open({ ...CLIENT, refreshToken: 'refresh-1' }, { isAbrupt, config });
    await send();
    taken = 'access-2';
    const results = await send(3);
    expect(results.every(({ status }) => status === 'sent')).toBe(true);
    expect(sink.mails).toHaveLength(4);
    expect(issued).toBe(2);
  });

  it.each([false, true])('waits for a person where no token is taken (at once: %s)', async (isAbrupt) => {
    taken = 'none';
    const { send, verify } = await open({ ...CLIENT, refreshToken: 'refresh-1' }, { isAbrupt });
    const results = await send(5);
    expect(new Set(results.map((result) => errorOf(result)?.code))).toEqual(new Set(['smtp.login-refused']));
    expect(errorOf(results[0])).toMatchObject({ class: 'misconfigured' });
    expect(await verify()).toMatchObject({ status: 'down' });
  });

  it.each([
    [
      { status: 400, body: { error: 'invalid_grant' } },
      { class: 'misconfigured', code: 'smtp.login-refused' },
    ],
    [
      { status: 503, body: 'no JSON' },
      { class: 'temporary', code: 'smtp.unavailable', outage: true },
    ],
    [
      { status: 429, headers: { 'retry-after': '5' } },
      { class: 'throttled', retryAfterMs: 5_000 },
    ],
  ])('tells a token endpoint that answers %j from a server that refuses', async (refusal, error) => {
    answer = () => refusal;
    const { send, sink, verify } = await open({ ...CLIENT, refreshToken: 'refresh-1' });
    const results = await send(3);
    expect(results.map(errorOf)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining(error) as unknown),
    );
    expect(results.some((result) => errorOf(result)?.maybeSent)).toBe(false);
    expect(JSON.stringify(results)).not.toMatch(/refresh-1|correct-horse/);
    expect(await verify()).toMatchObject({ status: 'down' });
    expect(sink.mails).toHaveLength(0);
  });
});
