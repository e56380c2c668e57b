import type { ActionRequest, JsonObject } from '@parcours/sdk';
import { type TestHost, testHost } from '@parcours/sdk/testing';

import plugin from '../src/index.js';
import type { HubSpotConfig } from '../src/hubspot-config.js';
import { FakeHubSpot } from './fake-hubspot.js';

export const call = { signal: new AbortController().signal };

const DEFAULTS = {
  oldSignatures: false,
  timeZone: 'UTC',
  language: 'en' as const,
  ticketPipeline: '0',
  ticketStage: '1',
  overlapSeconds: 300,
  deletionsEveryMinutes: 60,
  timeoutMs: 2_000,
};

/** A fake and connectors that speak to it, for one test. */
export class Desk {
  private readonly stops: (() => Promise<void>)[] = [];

  async fake(): Promise<FakeHubSpot> {
    const fake = await FakeHubSpot.start();
    this.stops.push(() => fake.stop());
    return fake;
  }

  async open(fake: FakeHubSpot, config: Partial<HubSpotConfig> = {}, host: TestHost = testHost()) {
    return plugin.connectors.hubspot.open({ ...DEFAULTS, ...fake.config, ...config }, host);
  }

  /** The same through an app that the portal has installed. */
  async openByOauth(fake: FakeHubSpot, host: TestHost = testHost()) {
    return plugin.connectors.hubspot.open({ ...DEFAULTS, ...fake.oauthConfig }, host);
  }

  /** The same with a token alone. */
  async openByToken(fake: FakeHubSpot, host: TestHost = testHost()) {
    const { token, apiUrl } = fake.config;
    return plugin.connectors.hubspot.open({ ...DEFAULTS, token, apiUrl }, host);
  }

  async clear(): Promise<void> {
    for (const stop of this.stops.splice(0)) await stop();
  }
}

export function request(action: string, input: JsonObject, more: Partial<ActionRequest> = {}): ActionRequest {
  return { action, id: 'a-1', customerId: 'c-1', attempt: 1, input, ...more };
}
