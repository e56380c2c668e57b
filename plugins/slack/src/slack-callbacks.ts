import { createHmac } from 'node:crypto';

import {
  type CallbackRequest,
  type CallbackResult,
  type ConnectorCallbacks,
  type InboundReply,
  isJsonObject,
  isSameSecret,
  jsonIn,
  type JsonObject,
} from '@parcours/sdk';

import { unescaped } from './slack-text.js';

const VERSION = 'v0';

/** Kinds of messages that a person has written; any other tells of an edit, a bot or who has come in. */
const WRITTEN = [undefined, 'file_share', 'thread_broadcast'];

/**
 * Takes events of Slack (Events API): `message.im` becomes a reply. They are signed by HMAC-SHA-256 over
 * `v0:<timestamp>:<body>`; the host refuses what was signed more than five minutes ago.
 */
export function slackCallbacks(signingSecret: string): ConnectorCallbacks {
  return {
    parse: (request) => {
      const signedAt = signedAtOf(request, signingSecret);
      if (signedAt === undefined) return { status: 'bad-signature' };
      const told = jsonIn(Buffer.from(request.rawBody).toString('utf8'));
      if (!isJsonObject(told)) return { status: 'malformed', detail: 'It is no JSON object.' };
      return { ...resultOf(told), signedAt };
    },
  };
}

/** When it was signed, in milliseconds; `undefined` where Slack did not. */
function signedAtOf({ headers, rawBody }: CallbackRequest, secret: string): number | undefined {
  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return undefined;
  const hmac = createHmac('sha256', secret).update(`${VERSION}:${timestamp}:`).update(rawBody);
  const expected = `${VERSION}=${hmac.digest('hex')}`;
  if (!isSameSecret(headers['x-slack-signature'], expected)) return undefined;
  return Number(timestamp) * 1_000;
}

function resultOf(told: JsonObject): Extract<CallbackResult, { status: 'accepted' }> {
  const { type, challenge, event_id: id } = told;
  if (type === 'url_verification' && typeof challenge === 'string') {
    return { status: 'accepted', respond: { contentType: 'text/plain', body: challenge } };
  }
  const reply = type === 'event_callback' ? replyOf(told['event']) : undefined;
  return {
    status: 'accepted',
    ...(typeof id === 'string' && { id }),
    ...(reply && { replies: [reply] }),
  };
}

function replyOf(event: unknown): InboundReply | undefined {
  if (!isJsonObject(event) || event['type'] !== 'message' || event['channel_type'] !== 'im') return undefined;
  const { subtype, bot_id: bot, user, text, channel, ts, thread_ts: thread } = event;
  if (bot !== undefined || !WRITTEN.some((known) => known === subtype)) return undefined;
  if (!isText(user) || !isText(channel) || !isText(ts) || typeof text !== 'string') return undefined;
  const seconds = Number(ts);
  return {
    from: user,
    text: unescaped(text),
    id: messageName(channel, ts),
    ...(seconds > 0 && { at: Math.round(seconds * 1_000) }),
    // Where somebody answers in the thread of a message, it is that one.
    ...(isText(thread) && { providerId: messageName(channel, thread) }),
  };
}

/** How a message is named: Slack has no other id than when it was written, and where. */
export function messageName(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
