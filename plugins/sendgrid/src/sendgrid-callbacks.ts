import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

import {
  type CallbackRequest,
  type CallbackResult,
  type ConnectorCallbacks,
  isTimely,
  jsonIn,
} from '@parcours/sdk';

import { reactionsOf } from './sendgrid-events.js';

const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

/** What is not taken is sent again for a day. */
const SENT_FOR_MS = 86_400_000;

/**
 * Reads the signed Event Webhook: ECDSA over P-256 and SHA-256 of the timestamp and the body as it came.
 * @throws TypeError where the key is none
 */
export function sendgridCallbacks(webhookKey: string, clock: { now(): number }): ConnectorCallbacks {
  const key = publicKeyOf(webhookKey);
  return {
    parse: (request): CallbackResult => {
      const timestamp = request.headers[TIMESTAMP] ?? '';
      if (!/^\d{9,11}$/.test(timestamp) || !isSigned(request, timestamp, key))
        return { status: 'bad-signature' };
      if (!isTimely(Number(timestamp) * 1_000, { now: clock.now(), sentForMs: SENT_FOR_MS })) {
        return { status: 'bad-signature' };
      }
      const events = jsonIn(Buffer.from(request.rawBody).toString('utf8'));
      if (!Array.isArray(events)) return { status: 'malformed', detail: 'The body is no list of events.' };
      return { status: 'accepted', id: deliveryId(request.rawBody), reactions: reactionsOf(events) };
    },
  };
}

function isSigned({ headers, rawBody }: CallbackRequest, timestamp: string, key: KeyObject): boolean {
  const signature = Buffer.from(headers[SIGNATURE] ?? '', 'base64');
  return verify('sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), key, signature);
}

/** A delivery has no id of its own; sent again, it is the same. */
function deliveryId(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

function publicKeyOf(text: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  } catch (cause) {
    throw new TypeError('webhookKey is no public key', { cause });
  }
}
