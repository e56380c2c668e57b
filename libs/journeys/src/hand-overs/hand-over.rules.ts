import type { EventSpeech, Speech } from '@parcours/events';
import { NOTE_EVENT } from '@parcours/events';
import { type JsonObject, readPath } from '@parcours/kernel';
import type { HandOverEvent, HandOverSpeech } from '@parcours/sdk';

import type { PastEvent } from './hand-over.store.js';

/** The longest text of one thing that was said, in characters. */
const LONGEST_TEXT = 2_000;
/** The longest properties of an event that are told, in characters of JSON. */
const LONGEST_PROPERTIES = 2_000;

const REPLY: EventSpeech = { direction: 'inbound', text: 'text' };

/** Where the words of events are, by their name: those that a definition tells of, and what customers reply. */
export type Voices = ReadonlyMap<string, EventSpeech>;

/** What was said in an event; `undefined` where nothing was. */
export function speechIn(event: PastEvent, voices: Voices): HandOverSpeech | undefined {
  const { name, at, channel, properties } = event;
  if (name === NOTE_EVENT) {
    const direction = properties['kind'] === 'social-comment' ? 'inbound' : 'internal';
    return speech({ at, direction, channel, text: properties['text'], by: properties['author'] });
  }
  const says = voices.get(name) ?? (name === 'message.replied' ? REPLY : undefined);
  if (!says) return undefined;
  const { author: by, subject } = properties;
  return speech({
    at,
    direction: says.direction,
    channel,
    text: readPath(properties, says.text),
    by,
    subject,
  });
}

/** What a message said; `undefined` where its words cannot be had any more. */
export function speechOf({ channel, subject, text }: Speech, at: number): HandOverSpeech | undefined {
  return speech({ at, direction: 'outbound', channel, text, subject });
}

/** The last so many, the oldest first. */
export function lastOf<T extends { readonly at: number }>(things: readonly T[], limit: number): T[] {
  return [...things].sort((a, b) => a.at - b.at).slice(-limit);
}

export function eventOf({ name, at, properties }: PastEvent): HandOverEvent {
  const isShort = JSON.stringify(properties).length <= LONGEST_PROPERTIES;
  return { name, at, ...(isShort && isWorthTelling(properties) && { properties }) };
}

function isWorthTelling(properties: JsonObject): boolean {
  return Object.keys(properties).length > 0;
}

interface Said {
  readonly at: number;
  readonly direction: HandOverSpeech['direction'];
  readonly channel: string | null;
  readonly text: unknown;
  readonly by?: unknown;
  readonly subject?: unknown;
}

function speech({ at, direction, channel, text, by, subject }: Said): HandOverSpeech | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const words = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return {
    at,
    direction,
    ...(channel !== null && { channel }),
    ...(typeof by === 'string' && { by }),
    ...(typeof subject === 'string' && { subject }),
    text: words,
  };
}
