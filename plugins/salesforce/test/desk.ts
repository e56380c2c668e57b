import type { CallContext, OpenCrm, PersonToKeep } from '@parcours/sdk';
import { type FakeAnswer, HttpFake, type TestHost, testHost } from '@parcours/sdk/testing';

import plugin from '../src/index.js';
import type { SalesforceConfig } from '../src/salesforce-config.js';
import { FakeSalesforce } from './fake-salesforce.js';

const { salesforce } = plugin.connectors;

export const call: CallContext = { signal: new AbortController().signal };

/** Settings as the host fills them in. */
function filled(config: object): SalesforceConfig {
  const { properties } = salesforce.config;
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if ('default' in schema) settings[name] = schema.default;
  }
  return Object.assign(settings, config) as unknown as SalesforceConfig;
}

export async function openCrm(config: object, host: TestHost = testHost()): Promise<OpenCrm> {
  return salesforce.open(filled(config), host);
}

/** An organisation with the connector opened on it, for one spec file. */
export class Desk {
  private constructor(
    readonly fake: FakeSalesforce,
    readonly host: TestHost,
    readonly crm: OpenCrm,
  ) {}

  static async start(config: object = {}): Promise<Desk> {
    const fake = await FakeSalesforce.start();
    const host = testHost();
    return new Desk(fake, host, await openCrm({ ...fake.config, ...config }, host));
  }

  /** The paths of the calls so far, without tokens. */
  get paths(): readonly string[] {
    const calls = this.fake.heard.filter(({ path }) => !path.startsWith('/services/oauth2'));
    return calls.map(
      ({ method, path }) => `${method} ${decodeURIComponent(path.replace('/services/data/v62.0', ''))}`,
    );
  }

  stop(): Promise<void> {
    return this.fake.stop();
  }
}

export function aPerson(changes: Partial<PersonToKeep> = {}): PersonToKeep {
  return {
    customerId: 'c-1',
    match: { field: 'Email', value: 'ada@example.com' },
    fields: { LastName: 'Reader' },
    ...changes,
  };
}

/** A Salesforce that gives tokens and answers everything else so. */
export async function answering(answer: FakeAnswer): Promise<HttpFake> {
  const http: HttpFake = await HttpFake.start({
    answer: ({ path }) =>
      path === '/services/oauth2/token'
        ? { status: 200, body: { access_token: '00Dxx!token', instance_url: http.url } }
        : answer,
  });
  return http;
}
