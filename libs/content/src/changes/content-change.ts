import type { Actor, JsonObject } from '@parcours/kernel';

export const CONTENT_ACTIONS = [
  'created',
  'saved',
  'published',
  'unpublished',
  'archived',
  'unarchived',
  'deleted',
  'scheduled',
  'unscheduled',
] as const;

export type ContentAction = (typeof CONTENT_ACTIONS)[number];

/** One thing that happened to one piece of content. */
export interface ContentChange {
  readonly action: ContentAction;
  readonly type: string;
  readonly key: string;
  readonly itemId: number;
  /** The draft as it was kept before; null when there was none. Secrets are in it: show it by the type's `present`. */
  readonly before: JsonObject | null;
  /** The draft as it is kept now; null when there is none any longer. */
  readonly after: JsonObject | null;
  /** Revision of the draft that the change was made to; 0 for a new one. */
  readonly revision: number;
  /** Number of the version that is published afterwards. */
  readonly version: number | null;
  readonly note: string | null;
  /** Id of the release that it happened with. */
  readonly release: string | null;
  /** What was asked beyond, as the type's `publishing` has it. */
  readonly options?: JsonObject;
  readonly by: Actor;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
