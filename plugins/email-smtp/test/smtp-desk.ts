import type { OutgoingMessage, SendResult } from '@parcours/sdk';

/** Settings of a server on this machine. */
export const SETTINGS = {
  host: '127.0.0.1',
  secure: 'none',
  minTlsVersion: 'TLSv1.2',
  from: { name: 'Café ☕ قهوة', address: 'news@example.com' },
  poolSize: 3,
  messagesPerConnection: 1_000,
  connectionTimeoutMs: 1_000,
  greetingTimeoutMs: 1_000,
  socketTimeoutMs: 1_000,
  allowInvalidCertificates: false,
} as const;

let ids = 0;

export function aMessage(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const id = `m${String(++ids)}`;
  const content = { subject: 'Hi', html: '<p>Hi</p>', text: 'Hi' };
  return { id, customerId: id, attempt: 1, to: `${id}@example.org`, content, ...changes };
}

export const errorOf = (result: SendResult | undefined) =>
  result?.status === 'failed' ? result.error : undefined;
