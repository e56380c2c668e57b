import { createHash, createHmac } from 'node:crypto';

import { type CallbackRequest, isSameSecret } from '@parcours/sdk';

/** What HubSpot decodes of an address before it signs it; the question mark before the query stays as it is. */
const DECODED: readonly (readonly [RegExp, string])[] = [
  [/%3A/gi, ':'],
  [/%2F/gi, '/'],
  [/%3F/gi, '?'],
  [/%40/gi, '@'],
  [/%21/gi, '!'],
  [/%24/gi, '$'],
  [/%27/gi, "'"],
  [/%28/gi, '('],
  [/%29/gi, ')'],
  [/%2A/gi, '*'],
  [/%2C/gi, ','],
  [/%3B/gi, ';'],
];

/** What is signed, beside the secret. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly body: Uint8Array;
}

/** `X-HubSpot-Signature-v3`: base64 HMAC-SHA-256 over method, address, body and time. */
export function signatureV3(secret: string, { method, url, body }: SignedRequest, timestamp: string): string {
  return createHmac('sha256', secret)
    .update(`${method}${url}`)
    .update(body)
    .update(timestamp)
    .digest('base64');
}

/** `X-HubSpot-Signature` of version v1: hex SHA-256 over secret and body. */
export function signatureV1(secret: string, { body }: Pick<SignedRequest, 'body'>): string {
  return createHash('sha256').update(secret).update(body).digest('hex');
}

/** `X-HubSpot-Signature` of version v2: hex SHA-256 over secret, method, address and body. */
export function signatureV2(secret: string, { method, url, body }: SignedRequest): string {
  return createHash('sha256').update(`${secret}${method}${url}`).update(body).digest('hex');
}

/** By whom a request was signed, as far as it can be said. */
export type Verdict =
  | { readonly isGenuine: false }
  /** `signedAt` in milliseconds, and the signature, which is another one each time; neither for v1 and v2. */
  | { readonly isGenuine: true; readonly signedAt?: number; readonly signature?: string };

export interface SignatureRules {
  readonly secret: string;
  /** Whether v1 and v2 will do where there is no v3. */
  readonly oldSignatures: boolean;
}

/** Verifies a request in constant time. */
export function verdictOn(
  { method, url, headers, rawBody }: CallbackRequest,
  rules: SignatureRules,
): Verdict {
  const given = headers['x-hubspot-signature-v3'];
  const timestamp = headers['x-hubspot-request-timestamp'];
  const addresses = [url, decoded(url)];
  const { secret } = rules;
  if (given !== undefined) {
    if (timestamp === undefined || !/^\d{10,16}$/.test(timestamp)) return { isGenuine: false };
    const isGenuine = addresses.some((address) =>
      isSameSecret(given, signatureV3(secret, { method, url: address, body: rawBody }, timestamp)),
    );
    return isGenuine ? { isGenuine, signedAt: Number(timestamp), signature: given } : { isGenuine };
  }
  const old = headers['x-hubspot-signature'];
  if (old === undefined || !rules.oldSignatures) return { isGenuine: false };
  const isV2 = headers['x-hubspot-signature-version'] === 'v2';
  const expected = isV2
    ? addresses.map((address) => signatureV2(secret, { method, url: address, body: rawBody }))
    : [signatureV1(secret, { body: rawBody })];
  return { isGenuine: expected.some((each) => isSameSecret(old, each)) };
}

function decoded(url: string): string {
  return DECODED.reduce((text, [code, sign]) => text.replace(code, sign), url);
}
