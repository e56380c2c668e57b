import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type {
  CallbackRequest,
  CallbackResult,
  ConnectorCallbacks,
  InboundReply,
  MessageReaction,
} from '@parcours/sdk';

import { parsed, textIn, type Tree, treeOf, treesIn } from './json-tree.js';
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
  const isMeta = query['hub.mode'] === 'subscribe' && isSame(query['hub.verify_token'] ?? '', verifyToken);
  if (!isMeta) return { status: 'bad-signature' };
  return { status: 'accepted', respond: { contentType: 'text/plain', body: query['hub.challenge'] ?? '' } };
}

function told(
  { appSecret, phoneNumberId }: CallbackKeys,
  { headers, rawBody }: CallbackRequest,
): CallbackResult {
  const expected = `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
  if (!isSame(headers['x-hub-signature-256'] ?? '', expected)) return { status: 'bad-signature' };
  const body = parsed(Buffer.from(rawBody).toString('utf8'));
  if (body === undefined) return { status: 'malformed', detail: 'It is no JSON.' };
  const values = treesIn(treeOf(body)['entry'])
    .flatMap((entry) => treesIn(entry['changes']))
    .filter(({ field }) => field === 'messages')
    .map(({ value }) => treeOf(value))
    .filter(({ metadata }) => treeOf(metadata)['phone_number_id'] === phoneNumberId);
  return {
    status: 'accepted',
    id: createHash('sha256').update(rawBody).digest('hex'),
    reactions: values.flatMap(({ statuses }) => treesIn(statuses).flatMap(reactionOf)),
    replies: values.flatMap(({ messages }) => treesIn(messages).flatMap(replyOf)),
  };
}

/** `sent` and whatever Meta may add tell nothing that counts. */
function reactionOf(status: Tree): readonly MessageReaction[] {
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
function replyOf(message: Tree): readonly InboundReply[] {
  const { type, interactive, context } = message;
  const from = textIn(message, 'from');
  const id = textIn(message, 'id');
  const said = typeof type === 'string' ? treeOf(message[type]) : {};
  const chosen = treeOf(treeOf(interactive)[textIn(treeOf(interactive), 'type') ?? '']);
  const text =
    type === 'text'
      ? textIn(said, 'body')
      : type === 'button'
        ? textIn(said, 'text')
        : (textIn(chosen, 'title') ?? textIn(said, 'caption'));
  if (from === undefined || text === undefined) return [];
  const providerId = textIn(treeOf(context), 'id');
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

function timeOf({ timestamp }: Tree): { readonly at?: number } {
  const seconds = Number(timestamp);
  return seconds > 0 ? { at: seconds * 1_000 } : {};
}

function numberOf(id: string): string {
  return /^\d{7,15}$/.test(id) ? `+${id}` : id;
}

/** In constant time, whatever the length. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
