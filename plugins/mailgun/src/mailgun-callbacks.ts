import { createHmac } from 'node:crypto';

import {
  type CallbackResult,
  type ConnectorCallbacks,
  isJsonObject,
  isSameSecret,
  isTimely,
  jsonObjectIn,
  textAt,
} from '@parcours/sdk';

import { reactionsOf } from './mailgun-events.js';

/** What is not taken is sent again for about eight hours, as it was signed the first time. */
const SENT_FOR_MS = 8 * 3_600_000;

/**
 * Reads webhooks. What is signed is a time and a token, not the event: only that each token counts once keeps whoever has
 * overheard one from telling something else with it.
 */
export function mailgunCallbacks(signingKey: string, clock: { now(): number }): ConnectorCallbacks {
  return {
    parse: ({ rawBody }): CallbackResult => {
      const body = jsonObjectIn(Buffer.from(rawBody).toString('utf8'));
      const timestamp = textAt(body, 'signature.timestamp') ?? '';
      const token = textAt(body, 'signature.token') ?? '';
      const expected = createHmac('sha256', signingKey).update(`${timestamp}${token}`).digest('hex');
      const isSigned = isSameSecret(textAt(body, 'signature.signature'), expected);
      if (!isSigned || !/^\d{9,11}$/.test(timestamp) || token === '') return { status: 'bad-signature' };
      if (!isTimely(Number(timestamp) * 1_000, { now: clock.now(), sentForMs: SENT_FOR_MS })) {
        return { status: 'bad-signature' };
      }
      const event = body['event-data'];
      if (!isJsonObject(event)) return { status: 'malformed', detail: 'There is no event-data in it.' };
      return { status: 'accepted', id: token, reactions: reactionsOf(event) };
    },
  };
}
