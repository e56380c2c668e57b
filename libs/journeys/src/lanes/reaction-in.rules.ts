import { type ConsentChange, COUNTED_REACTIONS, type CountedReaction, EVERY } from '@parcours/audience';
import type { EventView } from '@parcours/engine';

/** What an event tells of a customer and a channel. */
export interface ChannelReaction {
  readonly channel: string;
  readonly kind: CountedReaction | undefined;
  /** What it decides about what may be sent. */
  readonly decision: ConsentChange | undefined;
}

const BEGINNING = 'message.';

/** Which consent an event changes, and why. */
const DECISIONS: Readonly<Record<string, Pick<ConsentChange, 'state' | 'source'>>> = {
  'message.complained': { state: 'denied', source: 'complaint' },
  'message.stop-requested': { state: 'denied', source: 'keyword' },
  'message.start-requested': { state: 'granted', source: 'keyword' },
};

/** Reads a reaction to a message; `undefined` for every other event. Their names are reserved: Parcours raises them, or a journey that says so. */
export function reactionIn({ name, properties, occurredAt: at }: EventView): ChannelReaction | undefined {
  if (!name.startsWith(BEGINNING)) return undefined;
  const { channel, keyword, text } = properties;
  if (typeof channel !== 'string') return undefined;
  const kind = COUNTED_REACTIONS.find((known) => name === BEGINNING + known);
  const decided = Object.hasOwn(DECISIONS, name) ? DECISIONS[name] : undefined;
  if (!kind && !decided) return undefined;
  const words = typeof text === 'string' ? text : keyword;
  const proof = typeof words === 'string' ? { text: words } : undefined;
  return {
    channel,
    kind,
    decision: decided && { ...decided, channel, topic: EVERY, at, ...(proof && { proof }) },
  };
}
