import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** What is signed, and how it is known. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since the epoch, at the attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** A new secret of the Standard Webhooks specification: 256 random bits in base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** The value of `webhook-signature`: HMAC-SHA256 by each secret, so that a receiver may know either of two. */
export function signatureOf({ id, timestamp, body }: SignedMessage, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      const signature = createHmac('sha256', key).update(`${id}.${String(timestamp)}.${body}`);
      return `v1,${signature.digest('base64')}`;
    })
    .join(' ');
}
