import type { CallContext, OpenCrm, PersonToKeep } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, type TestHost, testHost } from '@parcours/sdk/testing';

import type { DynamicsConfig } from '../src/dynamics-config.js';
import plugin from '../src/index.js';
import { FakeDataverse } from './fake-dataverse.js';

const { dynamics } = plugin.connectors;

export const call: CallContext = { signal: new AbortController().signal };

/** Settings as the host fills them in. */
function filled(config: object): DynamicsConfig {
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(dynamics.config.properties)) {
    if ('default' in schema) settings[name] = schema.default;
  }
  return Object.assign(settings, config) as unknown as DynamicsConfig;
}

export async function openCrm(config: object, host: TestHost = testHost()): Promise<OpenCrm> {
  return dynamics.open(filled(config), host);
}

/** An environment with the connector opened on it. */
export class Desk {
  private constructor(
    readonly fake: FakeDataverse,
    readonly host: TestHost,
    readonly crm: OpenCrm,
  ) {}

  static async start(config: object = {}): Promise<Desk> {
    const fake = await FakeDataverse.start();
    const host = testHost();
    return new Desk(fake, host, await openCrm({ ...fake.config, ...config }, host));
  }

  /** The calls so far, those of a batch one by one, without their queries. */
  get calls(): readonly string[] {
    return this.fake.exchanges.map(({ request: { method, path } }) => {
      const [plain = ''] = path.replace('/api/data/v9.2', '').split('?');
      return `${method} ${decodeURIComponent(plain)}`;
    });
  }

  /** How many requests there were, a batch counted once, those for tokens left out. */
  get requests(): number {
    return this.fake.heard.filter(({ path }) => path.startsWith('/api/')).length;
  }

  stop(): Promise<void> {
    return this.fake.stop();
  }
}

export function aPerson(changes: Partial<PersonToKeep> = {}): PersonToKeep {
  return {
    customerId: 'c-1',
    match: { field: 'emailaddress1', value: 'ada@example.com' },
    fields: { lastname: 'Reader' },
    ...changes,
  };
}

/** A Dynamics that gives tokens and answers everything else so. */
export function answering(answer: FakeAnswer): Promise<HttpFake> {
  return HttpFake.start({
    answer: ({ path }) =>
      path.endsWith('/oauth2/v2.0/token')
        ? { status: 200, body: { access_token: 'token', expires_in: 3_599 } }
        : answer,
  });
}
