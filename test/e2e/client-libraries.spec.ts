import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { profiles, spawnApp, waitFor } from '@parcours/testing';
import type { Profile, ProfileSetup, SpawnedApp } from '@parcours/testing';

const TOKEN = `prc_${'c'.repeat(43)}`;
const CUSTOMERS = 20;
const ROUNDS = 15;

const COUNTED = {
  name: 'Counts the events that were worked',
  definition: {
    entry: {
      triggers: [{ type: 'event', event: 'Item Counted' }],
      reentry: { mode: 'always', key: 'event.number' },
    },
    start: 'end',
    steps: { end: { type: 'exit', reason: 'completed' } },
  },
};

/** What a client library is told to do; each makes of it what it will. */
interface Library {
  identify(userId: string, traits: Record<string, string | number | boolean>): void;
  track(userId: string, event: string, properties: Record<string, string>): void;
  alias(userId: string, previousId: string): void;
  others(userId: string): void;
  flush(): Promise<unknown>;
}

const LIBRARIES = [
  { library: '@segment/analytics-node', open: segment },
  { library: '@rudderstack/rudder-sdk-node', open: rudderstack },
];

describe.each(
  profiles.flatMap((profile) => LIBRARIES.map((each) => ({ ...each, profile, name: profile.name }))),
)('$library, as it is published, on $name', ({ profile, open }) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(profile);
    await installation.call('PUT', 'journey-templates/counted', COUNTED);
    await installation.call('POST', 'journey-templates/counted/publish', {});
  });
  afterAll(() => installation.stop());

  it('delivers every call exactly once, also when the server dies and comes back in between', async () => {
    const token = await installation.call('POST', 'api-tokens', { name: 'site', scopes: ['events:write'] });
    const failures: string[] = [];
    const client = open(token.data.token, installation.url, (reason) => failures.push(reason));
    let number = 0;
    for (let round = 0; round < ROUNDS; round++) {
      if (round === 5) await installation.kill();
      if (round === 10) await installation.resume();
      for (let at = 0; at < CUSTOMERS; at++) {
        client.track(`c-${at}`, 'Item Counted', { number: String(number++) });
        client.identify(`c-${at}`, { round, [`seen_${round}`]: true });
      }
      client.others('c-0');
      client.alias(`c-${round}`, `former-${round}`);
      // Requests of their own, some of them while nobody is there.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await client.flush();
    const total = await waitFor(
      async () => {
        const { page } = await installation.call('GET', 'enrollments?count=true&limit=1');
        return page.total >= CUSTOMERS * ROUNDS && page.total;
      },
      { timeoutMs: 60_000, describe: 'every event to be worked' },
    );
    expect(total).toBe(CUSTOMERS * ROUNDS);
    const events = await waitFor(async () => {
      const { data } = await installation.call(
        'GET',
        'customers/c-0/timeline?limit=200&filter[kind][eq]=event',
      );
      const names = data.map(({ name }: { name: string }) => name);
      return names.filter((name: string) => name === 'page').length === ROUNDS && names;
    });
    const counts = Object.fromEntries(
      [...new Set<string>(events)].map((name) => [name, events.filter((n: string) => n === name).length]),
    );
    expect(counts).toEqual({
      ...{ 'Item Counted': ROUNDS, identify: ROUNDS, page: ROUNDS, screen: ROUNDS, group: ROUNDS, alias: 1 },
    });
    const { data: last } = await installation.call('GET', 'customers/c-7');
    expect(Object.keys(last.traits).filter((trait) => trait.startsWith('seen_'))).toHaveLength(ROUNDS);
    expect((await installation.call('GET', 'dead-letters')).data).toEqual([]);
  });

  it('gives up what is refused, and goes on with what is not', async () => {
    const failures: string[] = [];
    const refused = open(`prc_${'n'.repeat(43)}`, installation.url, (reason) => failures.push(reason));
    refused.track('refused', 'Item Counted', { number: 'x' });
    await refused.flush();
    expect(failures).toEqual([expect.stringMatching(/401|Unauthorized/)]);
    const { data } = await installation.call('GET', 'enrollments?filter[customerId][eq]=refused');
    expect(data).toEqual([]);
  });
});

function segment(writeKey: string, host: string, failed?: (reason: string) => void): Library {
  const analytics = new Analytics({ writeKey, host, flushAt: 15, flushInterval: 50, maxRetries: 30 });
  analytics.on('error', ({ reason }) => failed?.(String(reason)));
  return {
    identify: (userId, traits) => {
      analytics.identify({ userId, traits });
    },
    track: (userId, event, properties) => {
      analytics.track({ userId, event, properties });
    },
    alias: (userId, previousId) => {
      analytics.alias({ userId, previousId });
    },
    others: (userId) => {
      analytics.page({ userId, name: 'Pricing' });
      analytics.screen({ userId, name: 'Home' });
      analytics.group({ userId, groupId: 'acme', traits: { size: 3 } });
    },
    flush: () => analytics.closeAndFlush({ timeout: 60_000 }),
  };
}

function rudderstack(writeKey: string, dataPlaneUrl: string, failed?: (reason: string) => void): Library {
  const analytics = new RudderAnalytics(writeKey, {
    ...{ dataPlaneUrl, flushAt: 15, flushInterval: 50, retryCount: 300, logLevel: 'none' },
    axiosRetryConfig: { retries: 300, retryDelay: () => 200 },
    errorHandler: (error: Error) => failed?.(error.message),
  });
  let calls = 0;
  let done = 0;
  const each = (send: (callback: () => void) => void) => {
    calls++;
    send(() => done++);
  };
  return {
    identify: (userId, traits) => {
      each((callback) => analytics.identify({ userId, traits }, callback));
    },
    track: (userId, event, properties) => {
      each((callback) => analytics.track({ userId, event, properties }, callback));
    },
    alias: (userId, previousId) => {
      each((callback) => analytics.alias({ userId, previousId }, callback));
    },
    others: (userId) => {
      each((callback) => analytics.page({ userId, name: 'Pricing' }, callback));
      each((callback) => analytics.screen({ userId, name: 'Home' }, callback));
      each((callback) => analytics.group({ userId, groupId: 'acme', traits: { size: 3 } }, callback));
    },
    flush: () =>
      waitFor(
        async () => {
          if (done < calls) await analytics.flush();
          return done >= calls;
        },
        { timeoutMs: 60_000, describe: () => `${calls - done} calls to be delivered` },
      ),
  };
}

/** The programs of an installation as they run in production, with an API that can be killed. */
class Installation {
  private api: SpawnedApp | undefined;
  private worker: SpawnedApp | undefined;

  private constructor(
    private readonly setup: ProfileSetup,
    private readonly port: number,
  ) {}

  static async start(profile: Profile): Promise<Installation> {
    const installation = new Installation(await profile.prepare(), await freePort());
    await installation.resume();
    if (profile.name === 'server') {
      installation.worker = await spawnApp('worker', installation.environment, { ready: /ready/ });
    }
    return installation;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  private get environment() {
    return {
      ...this.setup.environment,
      PARCOURS_ADMIN_TOKEN: TOKEN,
      PARCOURS_PORT: String(this.port),
      PARCOURS_SWEEP_MS: '250',
    };
  }

  async resume(): Promise<void> {
    this.api = await spawnApp('api', this.environment, { ready: /ready on/ });
  }

  async kill(): Promise<void> {
    this.api?.kill('SIGKILL');
    await this.api?.exited;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api?.stop(), this.worker?.stop()]);
    await this.setup.dispose();
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  async call(method: string, path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
