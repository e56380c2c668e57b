import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** The keys of the configuration are none, or do not belong together. */
export class WrongKeys extends Error {}

export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
  readonly contact: string;
}

/** A signature is good for so long; a day at most (RFC 8292, 2). */
const LIFE_SECONDS = 12 * 3_600;

/** It is made anew so long before its end. */
const MARGIN_SECONDS = 3_600;

/** More services than there are: names under `*.` are not ours to trust. */
const MOST_KEPT = 500;

interface Kept {
  readonly header: string;
  readonly until: number;
}

/** Says to push services who sends (RFC 8292). */
export class Vapid {
  private key: KeyObject | undefined;
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly keys: VapidKeys) {}

  /** @throws WrongKeys */
  check(): void {
    this.key ??= keyOf(this.keys);
  }

  /**
   * The header `authorization` for a push service; `now` in milliseconds.
   * @throws WrongKeys
   */
  authorization(origin: string, now: number): string {
    const kept = this.kept.get(origin);
    if (kept && kept.until > now) return kept.header;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const exp = Math.floor(now / 1_000) + LIFE_SECONDS;
    const header = `vapid t=${this.token({ aud: origin, exp })}, k=${this.keys.publicKey}`;
    this.kept.set(origin, { header, until: (exp - MARGIN_SECONDS) * 1_000 });
    return header;
  }

  private token(claims: { readonly aud: string; readonly exp: number }): string {
    this.key ??= keyOf(this.keys);
    const signed = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded({ ...claims, sub: this.keys.contact })}`;
    const key = { key: this.key, dsaEncoding: 'ieee-p1363' } as const;
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  }
}

function keyOf({ publicKey, privateKey }: VapidKeys): KeyObject {
  const point = publicPointOf(privateKey);
  if (point.toString('base64url') !== publicKey) {
    throw new WrongKeys('publicKey and privateKey do not belong together.');
  }
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', d: privateKey, ...(x && { x }), ...(y && { y }) };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

function publicPointOf(privateKey: string): Buffer {
  try {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return pair.getPublicKey();
  } catch (cause) {
    throw new WrongKeys('privateKey is no key of the curve P-256.', { cause });
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
