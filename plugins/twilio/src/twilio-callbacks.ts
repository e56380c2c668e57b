import type { CallbackRequest, CallbackResult, ConnectorCallbacks, MessageReaction } from '@parcours/sdk';

import { bounceOf } from './twilio-errors.js';
import { isSignedBy } from './twilio-signature.js';

/** An answer to a text that says nothing back. */
const NOTHING_TO_SAY = { contentType: 'text/xml', body: '<Response></Response>' };

const OPTED_OUT = 21610;
const FORM = 'application/x-www-form-urlencoded';

/** Receipts and texts of one account. */
export function callbacksOf(authToken: string): ConnectorCallbacks {
  return { parse: (request) => parse(authToken, request) };
}

function parse(authToken: string, request: CallbackRequest): CallbackResult {
  const { url, headers, rawBody } = request;
  const isForm = (headers['content-type'] ?? '').startsWith(FORM);
  const form = isForm ? [...new URLSearchParams(Buffer.from(rawBody).toString('utf8'))] : [];
  const signature = headers['x-twilio-signature'] ?? '';
  if (!isSignedBy(authToken, signature, { url, form, ...(!isForm && { body: rawBody }) })) {
    return { status: 'bad-signature' };
  }
  const said = new Map(form.length > 0 ? form : Object.entries(request.query));
  const sid = said.get('MessageSid') ?? said.get('SmsSid');
  if (sid === undefined) return { status: 'malformed', detail: 'There is no MessageSid.' };
  const state = said.get('MessageStatus') ?? said.get('SmsStatus') ?? '';
  const from = said.get('From');
  if (state === 'received' || (state === '' && said.has('Body'))) {
    if (from === undefined) return { status: 'malformed', detail: 'There is no From.' };
    const reply = { from, text: said.get('Body') ?? '', id: sid };
    return { status: 'accepted', id: sid, replies: [reply], respond: NOTHING_TO_SAY };
  }
  return { status: 'accepted', id: `${sid}.${state}`, reactions: reactionsOf(state, said, { sid, request }) };
}

/** States on the way, such as `sent`, tell nothing that was not known. */
function reactionsOf(
  state: string,
  said: ReadonlyMap<string, string>,
  { sid, request }: { sid: string; request: CallbackRequest },
): readonly MessageReaction[] {
  const to = said.get('To');
  const messageId = request.query['message'];
  const subject = {
    providerId: sid,
    id: `${sid}.${state}`,
    ...(messageId !== undefined && { messageId }),
    ...(to !== undefined && { address: to }),
  };
  if (state === 'delivered') return [{ kind: 'delivered', ...subject }];
  if (state === 'read') return [{ kind: 'opened', ...subject }];
  if (state !== 'undelivered' && state !== 'failed') return [];
  const number = Number(said.get('ErrorCode') ?? 0);
  const detail = said.get('ErrorMessage') ?? `Twilio says ${state}.`;
  const why = { ...(number > 0 && { code: String(number) }), detail };
  if (number === OPTED_OUT) return [{ kind: 'unsubscribed', ...subject, ...why }];
  return [{ kind: 'bounced', ...subject, ...why, bounce: bounceOf(number) }];
}
