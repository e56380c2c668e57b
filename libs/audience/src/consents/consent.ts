/** `pending`: asked for, and to be confirmed by a link. `unknown`: never asked, or taken back to nothing. */
export const CONSENT_STATES = ['granted', 'denied', 'pending', 'unknown'] as const;

export type ConsentState = (typeof CONSENT_STATES)[number];

/** Where a decision was made. */
export const CONSENT_SOURCES = [
  'api',
  'preference-page',
  'confirmation-link',
  'unsubscribe-link',
  'import',
  'journey',
  'complaint',
  'keyword',
] as const;

export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** Stands for every topic of a channel, or for every channel of a topic. */
export const EVERY = '*';

/** What was last decided for a channel and a topic. */
export interface ConsentEntry {
  readonly state: ConsentState;
  /** When it was decided, in milliseconds since the epoch. */
  readonly at: number;
  readonly source: ConsentSource;
}

/** Channel → topic → what was last decided. */
export type ConsentStates = Readonly<Record<string, Readonly<Record<string, ConsentEntry>>>>;

/** What shows that somebody decided. */
export interface ConsentProof {
  /** The words that they saw. */
  readonly text?: string;
  /** The network address that it came from. */
  readonly address?: string;
  /** The page or form. */
  readonly url?: string;
  readonly userAgent?: string;
}

/** One entry of the history. */
export interface ConsentChange extends ConsentEntry {
  readonly channel: string;
  readonly topic: string;
  readonly proof?: ConsentProof | undefined;
}
