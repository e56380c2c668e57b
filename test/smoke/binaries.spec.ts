import { profiles, spawnApp, startPrivateServices, waitFor } from '@parcours/testing';
import type { ProfileSetup } from '@parcours/testing';

const TOKEN = `prc_${'b'.repeat(43)}`;
const READY = { ready: /ready on (http\S+)/ };
const WORKER_READY = { ready: /parcours worker ready/ };

// Jest runs the tree as CommonJS; only the built programs show what native ESM makes of it.
describe.each(profiles)('the built programs on $name', (profile) => {
  let setup: ProfileSetup;
  beforeAll(async () => {
    setup = await profile.prepare();
  });
  afterAll(() => setup.dispose());

  const environment = () => ({ ...setup.environment, PARCOURS_PORT: '0', PARCOURS_ADMIN_TOKEN: TOKEN });

  it('start, work an event, and end with 0 on SIGTERM', async () => {
    const api = await spawnApp('api', environment(), READY);
    const worker =
      profile.name === 'server' ? await spawnApp('worker', environment(), WORKER_READY) : undefined;
    const url = api.ready[1] ?? '';
    const call = (path: string, init: RequestInit = {}) =>
      fetch(url + path, {
        ...init,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      });
    try {
      const body = JSON.stringify({ event: 'e', customerId: 'smoke', traits: { a: 1 } });
      expect((await call('/api/v1/events', { method: 'POST', body })).status).toBe(202);
      await waitFor(async () => (await call('/api/v1/customers/smoke')).ok, {
        describe: 'the event to be worked',
      });
      expect((await call('/health/ready')).status).toBe(200);
      expect((await call('/api/openapi.json')).status).toBe(200);
    } finally {
      const exits = await Promise.all([api, worker].flatMap((app) => app?.stop() ?? []));
      expect(exits).toEqual([api, worker].flatMap((app) => (app ? [{ code: 0, signal: null }] : [])));
    }
  });

  it.each(['api', 'worker'])(
    '%s refuses wrong settings in one line that names the variable, not the value',
    async (app) => {
      if (app === 'worker' && profile.name === 'embedded') return;
      const wrong = { ...environment(), PARCOURS_POOL_SECRET: 'x', PARCOURS_PORT: 's3cret-value' };
      const error = await spawnApp(app, wrong, { ready: /ready/ }).then(
        () => 'it started',
        (refusal: unknown) => String(refusal),
      );
      const [summary, ...output] = error.trim().split('\n');
      expect(summary).toContain('ended with code 1');
      expect(output).toHaveLength(1);
      expect(output[0]).toContain('PARCOURS_PORT must be a whole number');
      expect(error).not.toContain('s3cret-value');
    },
  );
});

it('a worker ends with 0 on SIGTERM while Redis is away', async () => {
  const services = await startPrivateServices({ mariadb: false });
  const server = profiles.find(({ name }) => name === 'server')!;
  const setup = await server.prepare({ redisUrl: services.redisUrl });
  try {
    const worker = await spawnApp('worker', setup.environment, WORKER_READY);
    await services.killRedis();
    await waitFor(() => worker.output().includes('wake-ups do not travel'));
    expect(await worker.stop(15_000)).toEqual({ code: 0, signal: null });
  } finally {
    await services.startRedis();
    await setup.dispose();
    await services.stop();
  }
});

it('a worker without servers says which are missing, all at once', async () => {
  const environment = { PARCOURS_PROFILE: 'server', PARCOURS_DATABASE_URL: 'sqlite:x' };
  const error = await spawnApp('worker', environment, WORKER_READY).then(
    () => 'it started',
    (refusal: unknown) => String(refusal),
  );
  const output = error.trim().split('\n').slice(1);
  expect(output).toHaveLength(1);
  expect(output[0]).toMatch(/PARCOURS_DATABASE_URL.*PARCOURS_REDIS_URL/);
});
