import type { MessageReaction } from '../callbacks.js';

/**
 * What counts of all that an account tells, each `id` once. Of mail that is none of ours (it has no `messageId`) only what is
 * said of its address: a hard bounce, a complaint, an unsubscription.
 */
export function ownReactions(reactions: readonly MessageReaction[]): readonly MessageReaction[] {
  const seen = new Set<string>();
  return reactions.filter(({ id, messageId, kind, bounce }) => {
    const isOfAddress = kind === 'complained' || kind === 'unsubscribed' || bounce === 'hard';
    if (messageId === undefined && !isOfAddress) return false;
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
