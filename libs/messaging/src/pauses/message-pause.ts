import { declareJob } from '@parcours/jobs';

/** Ends a pause whose time is over and lets go what it held; the key is the pause's id. */
export const MESSAGE_PAUSE_JOB = declareJob('message-pause');

/** Which messages a pause is about: those of which every member holds. `all` alone: every one. */
export interface PauseSubject {
  readonly channel?: string;
  readonly touchpoint?: string;
  readonly category?: 'marketing' | 'transactional';
  readonly brand?: string;
  readonly all?: true;
}

/** What becomes of held messages when the pause is over. */
export const AFTERWARDS = ['send', 're-decide', 'drop'] as const;

export type Afterwards = (typeof AFTERWARDS)[number];

export interface MessagePause {
  readonly id: number;
  readonly subject: PauseSubject;
  readonly reason: string;
  readonly afterwards: Afterwards;
  /** Older ones are dropped in any case; null for no age. */
  readonly olderThanMs: number | null;
  /** Milliseconds since the epoch, like every time here; null where somebody has to end it. */
  readonly untilAt: number | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly endedBy: string | null;
  readonly endedAt: number | null;
}

/** What a pause looks at. */
export interface Pausable {
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly category: 'marketing' | 'transactional';
  /** The key of the brand in whose name it goes out. */
  readonly brand: string | undefined;
}
