import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';
import type { Profile } from '@parcours/testing';

import { type Answer, type RunningApi, startApi } from './running-api.js';

const ROUTE_TYPE = defineContentType<JsonObject & { readonly touchpoint?: string }>({
  name: 'test-routes',
  singular: 'test route',
  title: 'Test routes',
  schema: { type: 'object', required: ['touchpoint'], properties: { touchpoint: { type: 'string' } } },
  references: ({ touchpoint }) =>
    touchpoint === undefined ? [] : [{ type: 'touchpoints', key: touchpoint, pointer: '/touchpoint' }],
});

export interface Member {
  readonly type: string;
  readonly key: string;
  readonly action: string;
}

export const FAR = '2099-01-01T00:00:00.000Z';

export const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

/** The thing at a path, as a member of a release. */
export function member(path: string, action = 'publish'): Member {
  const [type = '', key = ''] = path.split('/');
  return { type, key, action };
}

export const problemOf = ({ status, body }: Answer) => ({
  status,
  code: body.code,
  errors: body.errors?.map(({ pointer, code }: JsonObject) => [pointer, code]),
});

/** Places, routes that refer to them, and releases of both. */
export class ReleaseDesk {
  private made = 0;

  private constructor(readonly api: RunningApi) {}

  static async open(profile: Profile): Promise<ReleaseDesk> {
    const types = [TOUCHPOINT_TYPE, ROUTE_TYPE];
    return new ReleaseDesk(await startApi(profile, { types, environment: { PARCOURS_SWEEP_MS: '200' } }));
  }

  async aPlace(): Promise<string> {
    this.made += 1;
    const path = `touchpoints/place-${String(this.made)}`;
    await this.api.call('PUT', path, { body: { name: 'A letter', kind: 'physical', direction: 'outbound' } });
    return path;
  }

  async aPublishedPlace(): Promise<string> {
    const path = await this.aPlace();
    await this.api.call('POST', `${path}/publish`);
    return path;
  }

  async aRouteTo(place: string): Promise<string> {
    this.made += 1;
    const path = `test-routes/route-${String(this.made)}`;
    await this.api.call('PUT', path, { body: { name: 'x', touchpoint: place.split('/')[1] } });
    return path;
  }

  async aRelease(...items: readonly Member[]): Promise<string> {
    const { status, body } = await this.api.call('POST', 'releases', { body: { name: 'Spring', items } });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return `releases/${String(body.data.id)}`;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  async read(path: string): Promise<any> {
    return (await this.api.call('GET', path)).body.data;
  }

  versionsOf(...paths: readonly string[]): Promise<(number | null)[]> {
    return Promise.all(paths.map(async (path) => (await this.read(path)).version as number | null));
  }
}
