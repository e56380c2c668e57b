import type { CompiledFallback } from '../policies/compiled-policy.js';

/** What can keep a message from being followed by another one. */
export const FALLBACK_REACTIONS = ['delivered', 'opened', 'clicked', 'replied'] as const;

export type FallbackReaction = (typeof FALLBACK_REACTIONS)[number];

/** A reaction, and those that it cannot be without: who has clicked has seen it. */
export function reactionsMeant(unless: FallbackReaction): readonly FallbackReaction[] {
  return FALLBACK_REACTIONS.slice(FALLBACK_REACTIONS.indexOf(unless));
}

/** A fallback with the leg that it is: the message itself is the first. */
export interface NextLeg extends CompiledFallback {
  readonly leg: number;
}

/** What follows a leg: the first of the fallbacks that are left whose channel is another one. */
export function nextLeg(
  fallbacks: readonly CompiledFallback[],
  { leg, channel }: { readonly leg: number; readonly channel: string },
): NextLeg | undefined {
  for (let at = leg - 1; at < fallbacks.length; at++) {
    const fallback = fallbacks[at];
    if (fallback && fallback.channel !== channel) return { ...fallback, leg: at + 2 };
  }
  return undefined;
}
