import { createHmac } from 'node:crypto';

import { type CallbackRequest, isSameSecret } from '@parcours/sdk';

import type { SignatureConfig } from './helpdesk-config.js';
import { timeOf } from './ticket-values.js';

/** Whether the help desk has sent it. */
export type Verdict =
  | { readonly isGenuine: false }
  /** Where the signature covers the time: when that was, in milliseconds, and what it is known by. */
  | { readonly isGenuine: true; readonly signedAt?: number; readonly signature?: string };

const NOT_GENUINE: Verdict = { isGenuine: false };

/** Verifies a request in constant time. */
export function verdictOn(request: CallbackRequest, config: SignatureConfig): Verdict {
  switch (config.scheme) {
    case 'hmac':
      return verdictOnHmac(request, config);
    case 'token':
      return verdict(isSameSecret(headerOf(request, config.header), `${config.prefix}${config.secret}`));
    case 'basic': {
      const expected = Buffer.from(`${config.user ?? ''}:${config.secret}`, 'utf8').toString('base64');
      const [scheme = '', given = ''] = headerOf(request, 'authorization').split(/ +/);
      return verdict(scheme.toLowerCase() === 'basic' && isSameSecret(given, expected));
    }
  }
}

function verdictOnHmac(request: CallbackRequest, config: SignatureConfig): Verdict {
  const { prefix, encoding, timestampHeader, signed, algorithm, secret } = config;
  const given = headerOf(request, config.header);
  const timestamp = headerOf(request, timestampHeader);
  const coversTime = signed.includes('{timestamp}');
  const signedAt = coversTime ? timeOf(timestamp) : undefined;
  if (!given.startsWith(prefix) || (coversTime && signedAt === undefined)) return NOT_GENUINE;
  const hmac = createHmac(algorithm, secret);
  for (const part of signed.split(/(\{body\}|\{timestamp\})/)) {
    hmac.update(part === '{body}' ? request.rawBody : part === '{timestamp}' ? timestamp : part);
  }
  const signature = given.slice(prefix.length);
  // Hexadecimal digits are the same in capitals; base64 is not.
  const isGenuine = isSameSecret(
    encoding === 'hex' ? signature.toLowerCase() : signature,
    hmac.digest(encoding),
  );
  if (!isGenuine || signedAt === undefined) return verdict(isGenuine);
  return { isGenuine, signedAt, signature };
}

function verdict(isGenuine: boolean): Verdict {
  return isGenuine ? { isGenuine } : NOT_GENUINE;
}

function headerOf({ headers }: CallbackRequest, name: string | undefined): string {
  return name === undefined ? '' : (headers[name.toLowerCase()] ?? '');
}
