import { jsonObjectIn, jsonObjectOf } from '@parcours/sdk';

import type { BrowserKeys } from './encryption.js';

/** A `PushSubscription` of a browser. */
export interface Subscription {
  readonly endpoint: URL;
  readonly keys: BrowserKeys;
  /** When it ends, in milliseconds; the browser mostly does not say. */
  readonly expiresAt: number | undefined;
}

const POINT_BYTES = 65;
const UNCOMPRESSED = 4;
const AUTH_BYTES = 16;

/** Reads the JSON that `subscription.toJSON()` gives in a browser; `undefined` where it is none. */
export function subscriptionIn(token: string): Subscription | undefined {
  const { endpoint, keys, expirationTime } = jsonObjectIn(token);
  const { p256dh, auth } = jsonObjectOf(keys);
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return undefined;
  const read = { p256dh: bytesOf(p256dh), auth: bytesOf(auth) };
  const isPoint = read.p256dh.length === POINT_BYTES && read.p256dh[0] === UNCOMPRESSED;
  if (!isPoint || read.auth.length !== AUTH_BYTES) return undefined;
  return {
    endpoint: new URL(endpoint),
    keys: read,
    expiresAt: typeof expirationTime === 'number' ? expirationTime : undefined,
  };
}

/** Whether a subscription leads to one of the services; `https://*.example.com` is any subdomain. */
export function isAllowed({ endpoint }: Subscription, services: readonly string[]): boolean {
  const { protocol, host, origin } = endpoint;
  return services.some((service) => {
    const [scheme = '', suffix] = service.split('://*.');
    if (suffix === undefined) return URL.canParse(service) && new URL(service).origin === origin;
    return `${scheme}:` === protocol && host.endsWith(`.${suffix}`);
  });
}

function bytesOf(value: unknown): Buffer {
  return typeof value === 'string' ? Buffer.from(value, 'base64url') : Buffer.alloc(0);
}
