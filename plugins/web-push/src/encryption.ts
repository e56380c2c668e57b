import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';

/** The keys that a browser has given with its subscription. */
export interface BrowserKeys {
  /** An uncompressed point on P-256: 65 bytes. */
  readonly p256dh: Buffer;
  /** 16 bytes. */
  readonly auth: Buffer;
}

/** What is made anew for each message. */
export interface Freshness {
  readonly salt: Buffer;
  readonly pair: ECDH;
}

const CURVE = 'prime256v1';
const RECORD_BYTES = 4_096;
const HEADER_BYTES = 16 + 4 + 1 + 65;
const TAG_BYTES = 16;
const LAST_RECORD = Buffer.from([2]);

/** So many bytes of text fit into the one record that push services take: 3,993. */
export const LONGEST_BYTES = RECORD_BYTES - HEADER_BYTES - TAG_BYTES - LAST_RECORD.length;

/**
 * Encrypts a text for a browser by `aes128gcm` (RFC 8291, 3; RFC 8188). It is for no one else: the push service cannot
 * read it.
 * @throws where the point of the browser is not on the curve
 */
export function encrypted(text: Buffer, browser: BrowserKeys, fresh: Freshness = freshness()): Buffer {
  const { salt, pair } = fresh;
  const own = pair.getPublicKey();
  const shared = pair.computeSecret(browser.p256dh);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.p256dh, own]);
  const input = derived(shared, browser.auth, info, 32);
  const key = derived(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES);
  head.writeUInt8(own.length, 4);
  return Buffer.concat([
    ...[salt, head, own],
    ...[cipher.update(text), cipher.update(LAST_RECORD), cipher.final(), cipher.getAuthTag()],
  ]);
}

function freshness(): Freshness {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  return { salt: randomBytes(16), pair };
}

function derived(input: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, length));
}
