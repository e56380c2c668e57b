import { AccessTokens, isAccessRefused, sendErrorOfAccess } from './access-tokens.js';
import { HttpFake, testHost } from './testing/index.js';

describe('access tokens (F6)', () => {
  let fake: HttpFake;
  let answer: { status: number; body: unknown };
  beforeEach(async () => {
    let given = 0;
    answer = { status: 200, body: undefined };
    fake = await HttpFake.start({
      answer: () => {
        given++;
        const token = { access_token: `token-${String(given)}`, expires_in: 600, instance_url: 'https://eu' };
        return { status: answer.status, body: answer.body === undefined ? token : answer.body };
      },
    });
  });
  afterEach(() => fake.stop());

  function tokens() {
    const host = testHost();
    const options = { url: fake.url, grant: () => ({ grant_type: 'client_credentials', scope: 'a b&c' }) };
    return { host, tokens: new AccessTokens(host, options) };
  }

  it('are asked for once for all who wait, as a form', async () => {
    const { tokens: access } = tokens();
    const all = await Promise.all([access.get(), access.get(), access.get()]);
    expect(all.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1']);
    expect(all[0].more).toEqual({ instance_url: 'https://eu' });
    expect(fake.heard.map(({ body }) => body)).toEqual(['grant_type=client_credentials&scope=a+b%26c']);
  });

  it('are renewed before they end, and when they are not taken any more', async () => {
    const { host, tokens: access } = tokens();
    await access.get();
    host.clock.advance(539_000);
    expect((await access.get()).token).toBe('token-1');
    host.clock.advance(2_000);
    expect((await access.get()).token).toBe('token-2');
    access.forget('token-1');
    expect((await access.get()).token).toBe('token-2');
    access.forget('token-2');
    expect((await access.get()).token).toBe('token-3');
  });

  it.each([
    [400, { error: 'invalid_grant' }, 'invalid_grant'],
    [200, { error: 'invalid_client' }, 'invalid_client'],
    [500, 'no JSON', 'unknown'],
    [200, '[]', 'unknown'],
  ])('tell why there are none: %d', async (status, body, error) => {
    answer = { status, body };
    const cause: unknown = await tokens()
      .tokens.get()
      .catch((thrown: unknown) => thrown);
    expect(isAccessRefused(cause) && [cause.answer.status, cause.error]).toEqual([status, error]);
  });

  it.each([
    [400, { error: 'invalid_grant' }, { class: 'misconfigured', code: 'pager.login-refused' }],
    [401, {}, { class: 'misconfigured', code: 'pager.login-refused' }],
    [200, 'no JSON', { class: 'misconfigured', code: 'pager.login-refused' }],
    [429, {}, { class: 'throttled', code: 'pager.throttled' }],
    [504, 'no JSON', { class: 'temporary', code: 'pager.unavailable', outage: true }],
  ])('say what their lack means for a message: %d', async (status, body, error) => {
    answer = { status, body };
    const cause: unknown = await tokens()
      .tokens.get()
      .catch((thrown: unknown) => thrown);
    const found = sendErrorOfAccess(cause, { provider: 'pager', now: 0 });
    expect(found).toMatchObject(error);
    expect(found).not.toHaveProperty('maybeSent');
  });

  it('say that nothing was sent where the token endpoint breaks off', async () => {
    fake.behave('outage');
    const cause: unknown = await tokens()
      .tokens.get()
      .catch((thrown: unknown) => thrown);
    const found = sendErrorOfAccess(cause, { provider: 'pager', now: 0 });
    expect(found).toMatchObject({ class: 'temporary', outage: true });
    expect(found).not.toHaveProperty('maybeSent');
  });

  it('are not lost to others when one who waits gives up', async () => {
    const { tokens: access } = tokens();
    const gone = new AbortController();
    const first = access.get(gone.signal);
    const second = access.get();
    gone.abort();
    await expect(first).rejects.toThrow('given up');
    expect((await second).token).toBe('token-1');
  });
});
