import { createHash } from 'node:crypto';
import {
  type CallbackRequest,
  type CallbackResult,
  type ConnectorCallbacks,
  isSameSecret,
  type MessageReaction,
} from '@parcours/sdk';

import { readInbound } from './inbound-mail.js';

const DOWNRIGHT = ['hard', 'policy', 'soft'] as const;

/**
 * Takes mails as they are, `message/rfc822`: bounces, complaints and replies. What one says of a message counts where it
 * names the message, which only those can who had it.
 */
export function smtpCallbacks(
  token: string,
  messageIdOf: (messageId: string) => string | undefined,
): ConnectorCallbacks {
  return {
    parse: async (request) => {
      if (!isSameSecret(tokenIn(request), token)) return { status: 'bad-signature' };
      if (request.rawBody.length === 0) return { status: 'malformed', detail: 'There is no message in it.' };
      return resultOf(request.rawBody, messageIdOf);
    },
  };
}

async function resultOf(
  raw: Uint8Array,
  messageIdOf: (messageId: string) => string | undefined,
): Promise<CallbackResult> {
  const mail = await readInbound(raw);
  if (mail.kind === 'nothing') return { status: 'accepted' };
  const messageId = mail.about.map(messageIdOf).find((id) => id !== undefined);
  // The same mail posted twice is one.
  const id = createHash('sha256').update(raw).digest('base64url').slice(0, 40);
  if (mail.kind === 'reply') {
    const { from, subject, text, isAutomated } = mail;
    const named = messageId === undefined ? {} : { messageId };
    return { status: 'accepted', replies: [{ from, subject, text, isAutomated, id, ...named }] };
  }
  return {
    status: 'accepted',
    reactions: messageId === undefined ? [] : [{ ...reactionOf(mail), messageId, id }],
  };
}

type Told = Exclude<Awaited<ReturnType<typeof readInbound>>, { kind: 'nothing' | 'reply' }>;

function reactionOf(mail: Told): MessageReaction {
  if (mail.kind === 'complaint') return { kind: 'complained', code: mail.feedback };
  if (mail.kind === 'delivered') return { kind: 'delivered' };
  const [worst] = DOWNRIGHT.flatMap((bounce) => mail.recipients.filter((each) => each.bounce === bounce));
  const { bounce = 'soft', status, detail = '' } = worst ?? {};
  return { kind: 'bounced', bounce, detail, ...(status === undefined ? {} : { code: status }) };
}

function tokenIn({ headers, query }: CallbackRequest): string {
  const [, bearer] = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '') ?? [];
  return bearer ?? query['token'] ?? '';
}
