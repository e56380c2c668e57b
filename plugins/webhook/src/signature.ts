import { Webhook } from 'standardwebhooks';

/** What is signed, and how it is known. */
export interface Signed {
  readonly id: string;
  /** Seconds since the epoch, at the attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/** The value of `webhook-signature` (Standard Webhooks 1.0): by each secret, any of which may be known. */
export function signatureOf({ id, timestamp, body }: Signed, secrets: readonly string[]): string {
  const at = new Date(timestamp * 1_000);
  return secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ');
}
