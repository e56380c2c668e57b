import { createHash, createHmac } from 'node:crypto';

import { isSameSecret } from '@parcours/sdk';

/** `md5hash` is MD5 over text and secret; the others are HMACs. */
export type SignatureMethod = 'md5hash' | 'md5' | 'sha1' | 'sha256' | 'sha512';

export interface SigningKey {
  readonly secret: string;
  readonly method: SignatureMethod;
}

type Parameters = Readonly<Record<string, string>>;

/** What `sig` of a callback has to be, in hexadecimal digits of lower case. */
export function signatureOf(parameters: Parameters, { secret, method }: SigningKey): string {
  const text = Object.entries(parameters)
    .filter(([name]) => name !== 'sig')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('');
  if (method === 'md5hash') {
    return createHash('md5')
      .update(text + secret)
      .digest('hex');
  }
  return createHmac(method, secret).update(text).digest('hex');
}

/** Compared in constant time, whatever the length and the case. */
export function isSignedBy(key: SigningKey, parameters: Parameters): boolean {
  return isSameSecret(parameters['sig']?.toLowerCase(), signatureOf(parameters, key));
}
