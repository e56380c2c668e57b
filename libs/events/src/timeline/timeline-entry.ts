import type { JsonObject } from '@parcours/kernel';

import type { EventLayer } from '../event-origin.js';

/** What an entry of a timeline is about. */
export const TIMELINE_KINDS = ['event', 'note', 'message', 'journey', 'call'] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened to a customer, as people look at it. */
export interface TimelineEntry {
  /** Stable; unique on the timeline of the customer. */
  readonly id: string;
  readonly kind: TimelineKind;
  readonly name: string;
  /** Null where it is no data that came in: a message, a decision. */
  readonly layer: EventLayer | null;
  readonly channel: string | null;
  readonly touchpoint: string | null;
  readonly device: string | null;
  readonly department: string | null;
  /** What entries of the kind have of their own. */
  readonly details: JsonObject;
}

/** A row of a source: where it stands, and up to ten values that only its source understands. */
export interface TimelineRow {
  readonly source: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly id: number;
  /** Tells rows of one id apart. */
  readonly sub: number;
  readonly t1: string | number | null;
  readonly t2: string | number | null;
  readonly t3: string | number | null;
  readonly t4: string | number | null;
  readonly t5: string | number | null;
  readonly t6: string | number | null;
  readonly t7: string | number | null;
  readonly t8: string | number | null;
  readonly t9: string | number | null;
  readonly t10: string | number | null;
}

/** How many columns a source has for its own values. */
export const SOURCE_VALUES = 10;

/** Something that somebody said, as the next one to speak has to know it. */
export interface Speech {
  /** The customer said it, we did, or it was said among ourselves. */
  readonly direction: 'inbound' | 'outbound' | 'internal';
  readonly channel: string | null;
  /** Who said it, where that is known. */
  readonly by: string | null;
  readonly subject: string | null;
  /** The words; null where they cannot be had any more. */
  readonly text: string | null;
  readonly sentiment: string | null;
}
