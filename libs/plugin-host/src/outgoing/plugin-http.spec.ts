import type { GuardedFetch } from './guarded-fetch.js';
import { httpClientOf } from './plugin-http.js';

describe('the HTTP client of plugins (A7)', () => {
  it('sends nothing once its call was given up, and says that nothing was sent', async () => {
    let calls = 0;
    const outgoing: Pick<GuardedFetch, 'fetch'> = {
      fetch: () => {
        calls += 1;
        return Promise.resolve({ status: 200, headers: {}, body: '' });
      },
    };
    const client = httpClientOf(outgoing);
    const call = client.fetch('https://example.org/', { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ reason: { code: 'outgoing.unreachable', maybeSent: false } });
    expect(calls).toBe(0);
    expect(await client.fetch('https://example.org/')).toMatchObject({ status: 200 });
  });
});
