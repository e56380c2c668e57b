import { createHash, createHmac } from 'node:crypto';

import {
  type CallbackRequest,
  type CallbackResult,
  type ConnectorCallbacks,
  type InboundReply,
  isSameSecret,
  jsonIn,
  type JsonObject,
  jsonObjectOf,
  type MessageReaction,
} from '@parcours/sdk';

import { textIn, treesIn } from './json-tree.js';
import { bounceOf, wordsOf } from './whatsapp-errors.js';

export interface CallbackKeys {
  readonly appSecret: string;
  readonly verifyToken: string;
  /** An app has one address for all of its numbers: what is told of others is passed over. */
  readonly phoneNumberId: string;
}

const STOPPED_MARKETING = 131050;

/** Receipts and messages of one number. */
export function callbacksOf(keys: CallbackKeys): ConnectorCallbacks {
  return { parse: (request) => (request.method === 'GET' ? challenge(keys, request) : told(keys, request)) };
}

/** Meta asks whether it has come to the right place, when its address is set. */
function challenge({ verifyToken }: CallbackKeys, { query }: CallbackRequest): CallbackResult {
  const isMeta = query['hub.mode'] === 'subscribe' && isSameSecret(query['hub.verify_token'], verifyToken);
  if (!isMeta) return { status: 'bad-signature' };
  return { status: 'accepted', respond: { contentType: 'text/plain', body: query['hub.challenge'] ?? '' } };
}

function told(
  { appSecret, phoneNumberId }: CallbackKeys,
  { headers, rawBody }: CallbackRequest,
): CallbackResult {
  const expected = `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
  if (!isSameSecret(headers['x-hub-signature-256'], expected)) return { status: 'bad-signature' };
  const body = jsonIn(Buffer.from(rawBody).toString('utf8'));
  if (body === undefined) return { status: 'malformed', detail: 'It is no JSON.' };
  const values = treesIn(jsonObjectOf(body)['entry'])
    .flatMap((entry) => treesIn(entry['changes']))
    .filter(({ field }) => field === 'messages')
    .map(({ value }) => jsonObjectOf(value))
    .filter(({ metadata }) => jsonObjectOf(metadata)['phone_number_id'] === phoneNumberId);
  return {
    status: 'accepted',
    id: createHash('sha256').update(rawBody).digest('hex'),
    reactions: values.flatMap(({ statuses }) => treesIn(statuses).flatMap(reactionOf)),
    replies: values.flatMap(({ messages }) => treesIn(messages).flatMap(replyOf)),
  };
}

/** `sent` and whatever Meta may add tell nothing that counts. */
function reactionOf(status: JsonObject): readonly MessageReaction[] {
  const providerId = textIn(status, 'id');
  const state = textIn(status, 'status');
  if (providerId === undefined || state === undefined) return [];
  const [messageId, recipient] = [textIn(status, 'biz_opaque_callback_data'), textIn(status, 'recipient_id')];
  const subject = {
    providerId,
    id: idOf(`${providerId}.${state}`),
    ...timeOf(status),
    ...(messageId !== undefined && { messageId }),
    ...(recipient !== undefined && { address: numberOf(recipient) }),
  };
  if (state === 'delivered') return [{ kind: 'delivered', ...subject }];
  if (state === 'read') return [{ kind: 'opened', ...subject }];
  if (state !== 'failed') return [];
  const [error = {}] = treesIn(status['errors']);
  const code = typeof error['code'] === 'number' ? error['code'] : 0;
  const why = { code: String(code), detail: wordsOf(error) ?? 'WhatsApp says failed.' };
  if (code === STOPPED_MARKETING) return [{ kind: 'unsubscribed', ...subject, ...why }];
  return [{ kind: 'bounced', ...subject, ...why, bounce: bounceOf(code) }];
}

/** Words, the button that was pressed, or what stands below a picture; anything else says nothing. */
function replyOf(message: JsonObject): readonly InboundReply[] {
  const { type, interactive, context } = message;
  const from = textIn(message, 'from');
  const id = textIn(message, 'id');
  const said = typeof type === 'string' ? jsonObjectOf(message[type]) : {};
  const chosen = jsonObjectOf(jsonObjectOf(interactive)[textIn(jsonObjectOf(interactive), 'type') ?? '']);
  const text =
    type === 'text'
      ? textIn(said, 'body')
      : type === 'button'
        ? textIn(said, 'text')
        : (textIn(chosen, 'title') ?? textIn(said, 'caption'));
  if (from === undefined || text === undefined) return [];
  const providerId = textIn(jsonObjectOf(context), 'id');
  return [
    {
      from: numberOf(from),
      text,
      ...timeOf(message),
      ...(id !== undefined && { id: idOf(id) }),
      ...(providerId !== undefined && { providerId }),
    },
  ];
}

/** Ids of Meta may be longer than one may be. */
function idOf(text: string): string {
  return text.length <= 200 ? text : createHash('sha256').update(text).digest('hex');
}

function timeOf({ timestamp }: JsonObject): { readonly at?: number } {
  const seconds = Number(timestamp);
  return seconds > 0 ? { at: seconds * 1_000 } : {};
}

function numberOf(id: string): string {
  return /^\d{7,15}$/.test(id) ? `+${id}` : id;
}
