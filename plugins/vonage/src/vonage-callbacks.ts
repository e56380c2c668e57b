import {
  type CallbackRequest,
  type CallbackResult,
  type ConnectorCallbacks,
  jsonObjectIn,
  type MessageReaction,
} from '@parcours/sdk';

import { bounceOf } from './vonage-errors.js';
import { isSignedBy, type SigningKey } from './vonage-signature.js';

const MINUTE_MS = 60_000;
/** Vonage repeats a callback for a day, with the time of the first attempt. Within it, one of an id counts once. */
const REPEATED_FOR_MS = 25 * 60 * MINUTE_MS;
const CLOCKS_DIFFER_MS = 5 * MINUTE_MS;

type Parameters = Readonly<Record<string, string>>;
type Key = SigningKey & { readonly clock: { now(): number } };

/** Receipts and texts of one account. */
export function callbacksOf(key: Key): ConnectorCallbacks {
  return {
    parse: (request) => {
      const told = parametersOf(request);
      if (!isSignedBy(key, told)) return { status: 'bad-signature' };
      const at = Number(told['timestamp']) * 1_000;
      const age = key.clock.now() - at;
      if (!(age < REPEATED_FOR_MS && age > -CLOCKS_DIFFER_MS)) return { status: 'bad-signature' };
      return 'status' in told ? receiptOf(told, at) : textOf(told, at);
    },
  };
}

/** By the settings of the account they come in the address, as a form or as JSON. */
function parametersOf({ method, headers, query, rawBody }: CallbackRequest): Parameters {
  if (method === 'GET') return query;
  const body = Buffer.from(rawBody).toString('utf8');
  if (!(headers['content-type'] ?? '').includes('json')) return Object.fromEntries(new URLSearchParams(body));
  const texts = Object.entries(jsonObjectIn(body)).filter(
    (member): member is [string, string] => typeof member[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function receiptOf(told: Parameters, at: number): CallbackResult {
  const {
    messageId: providerId,
    status = '',
    msisdn,
    'err-code': code = '0',
    'client-ref': messageId,
  } = told;
  if (providerId === undefined) return { status: 'malformed', detail: 'There is no messageId.' };
  const id = `${providerId}.${status}`;
  const subject = {
    providerId,
    id,
    at,
    ...(messageId !== undefined && { messageId }),
    ...(msisdn !== undefined && { address: numberOf(msisdn) }),
  };
  return { status: 'accepted', id, reactions: reactionsOf(status, code, subject) };
}

/** `accepted`, `buffered` and `unknown` tell nothing that counts. */
function reactionsOf(
  status: string,
  code: string,
  subject: Omit<MessageReaction, 'kind'>,
): readonly MessageReaction[] {
  if (status === 'delivered') return [{ kind: 'delivered', ...subject }];
  if (status !== 'expired' && status !== 'failed' && status !== 'rejected') return [];
  const bounce = status === 'rejected' && code === '0' ? 'policy' : bounceOf(code);
  return [{ kind: 'bounced', ...subject, bounce, code, detail: `Vonage says ${status}.` }];
}

/** A long text comes in parts, each of which is a reply: whoever reads them has them in their order of arrival. */
function textOf(told: Parameters, at: number): CallbackResult {
  const { messageId: id, msisdn, text } = told;
  if (id === undefined || msisdn === undefined) {
    return { status: 'malformed', detail: 'There is no messageId or no msisdn.' };
  }
  // A binary message has no text; nobody is waiting for one.
  if (text === undefined) return { status: 'accepted', id };
  return { status: 'accepted', id, replies: [{ from: numberOf(msisdn), text, id, at }] };
}

function numberOf(msisdn: string): string {
  return `+${msisdn.replace(/^\+/, '')}`;
}
