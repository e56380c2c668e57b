import type { JsonObject } from '@parcours/kernel';

/** The event that a note is kept as: journeys can start with it. */
export const NOTE_EVENT = 'note.added';

/** Who says it to whom: a rep's note, a remark made to support, a comment in public. */
export const NOTE_KINDS = ['rep-note', 'support-remark', 'social-comment', 'other'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

/** Something that was said of or by a customer, as it is kept in the properties of its event. */
export interface Note {
  readonly text: string;
  readonly kind: NoteKind;
  readonly sentiment?: (typeof SENTIMENTS)[number] | undefined;
  readonly author?: string | undefined;
  /** Where it was said: an address, or the name of a system. */
  readonly source?: string | undefined;
}

/** A note as conditions, templates and timelines read it. */
export function noteProperties({ text, kind, sentiment, author, source }: Note): JsonObject {
  return {
    text,
    kind,
    ...(sentiment !== undefined && { sentiment }),
    ...(author !== undefined && { author }),
    ...(source !== undefined && { source }),
  };
}
