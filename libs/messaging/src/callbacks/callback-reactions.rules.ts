import type { CallbackResult, InboundReply, MessageReaction } from '@parcours/sdk';

import type { NewReaction, Reaction } from '../reactions/reaction.js';

interface Told {
  readonly connectorId: number;
  readonly channel: string | undefined;
  readonly result: Extract<CallbackResult, { status: 'accepted' }>;
}

/** What a callback tells, as reactions that wait to be made something of. */
export function reactionsIn({ connectorId, channel, result }: Told, now: number): NewReaction[] {
  const origin = { connectorId, channel };
  return [
    ...(result.reactions ?? []).map((each) => reactionOf(each, origin, now)),
    ...(result.replies ?? []).map((each) => replyOf(each, origin, now)),
  ];
}

type Origin = Pick<Reaction, 'connectorId' | 'channel'>;

function reactionOf(told: MessageReaction, origin: Origin, now: number): NewReaction {
  const { kind, address, bounce, code, detail, link, isAutomated } = told;
  const automated = isAutomated === true ? 'scanner' : undefined;
  return {
    messageId: messageIdOf(told),
    reaction: { kind, ...origin, ...subjectOf(told, now), address, bounce, code, detail, link, automated },
  };
}

function replyOf(told: InboundReply, origin: Origin, now: number): NewReaction {
  const { from: address, text, subject, isAutomated } = told;
  const automated = isAutomated === true ? 'auto-reply' : undefined;
  return {
    messageId: messageIdOf(told),
    reaction: { kind: 'replied', ...origin, ...subjectOf(told, now), address, text, subject, automated },
  };
}

function subjectOf({ providerId, id: source, at }: MessageReaction | InboundReply, now: number) {
  return { providerId, source, at: at ?? now };
}

/** Ours are numbers; what else a provider was given is none of ours. */
function messageIdOf({ messageId }: MessageReaction | InboundReply): number | undefined {
  return messageId !== undefined && /^\d{1,15}$|^\d{16}$/.test(messageId) ? Number(messageId) : undefined;
}
