import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What only the caller knows: the token as it was sent, and the key. Neither is stored in full. */
export interface SealSecret {
  readonly authorization: string;
  readonly idempotencyKey: string;
}

/** An answer can hold a secret, such as a new token; kept for 24 hours, only the one who got it can have it again. */
export function seal(text: string, secret: SealSecret): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

export function unseal(sealed: string, secret: SealSecret): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function keyOf({ authorization, idempotencyKey }: SealSecret): Buffer {
  return createHash('sha256').update(`${authorization}\n${idempotencyKey}`).digest();
}
