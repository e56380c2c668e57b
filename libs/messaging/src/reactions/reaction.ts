import { declareJob } from '@parcours/jobs';

/** Wakes whoever makes events of reactions; there is one key. */
export const REACTION_JOB = declareJob('reactions');
export const REACTION_KEY = 'all';

/** What can become of a message once a provider has it. */
export const REACTION_KINDS = [
  'delivered',
  'opened',
  'clicked',
  'replied',
  'bounced',
  'complained',
  'unsubscribed',
] as const;

export type ReactionKind = (typeof REACTION_KINDS)[number];

/** What tells that a machine has reacted and no person. */
export const AUTOMATED_REASONS = [
  'scanner',
  'prefetch',
  'head-request',
  'privacy-proxy',
  'image-proxy',
  'every-link',
  'auto-reply',
] as const;

export type AutomatedReason = (typeof AUTOMATED_REASONS)[number];

/** A reaction as it has come in. Times are in milliseconds since the epoch. */
export interface Reaction {
  readonly kind: ReactionKind;
  readonly at: number;
  /** Of a click: where the link leads. */
  readonly link?: string | undefined;
  /** Of a click: the place of the link among those of its message, and how many that are. */
  readonly place?: readonly [number, number] | undefined;
  readonly automated?: AutomatedReason | undefined;
  /** Of a bounce: `hard` where the address will never take anything, `policy` where the sender is refused. */
  readonly bounce?: 'hard' | 'soft' | 'policy' | undefined;
  /** The provider's own word for it, such as the status of RFC 3463. */
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  /** Of a reply. */
  readonly text?: string | undefined;
  readonly subject?: string | undefined;
  /** Whom it is from, or whom the message went to, as the provider has it. */
  readonly address?: string | undefined;
  readonly channel?: string | undefined;
  /** The connector that a provider's word came by: it speaks of its own messages alone. */
  readonly connectorId?: number | undefined;
  /** How the provider calls the message. */
  readonly providerId?: string | undefined;
  /** How the provider calls this very reaction: one of a name happens once. */
  readonly source?: string | undefined;
}

/** A reaction on its way in. */
export interface NewReaction {
  /** Left out where only the provider's name of it, or an address, is known. */
  readonly messageId?: number | undefined;
  readonly reaction: Reaction;
  /** Not to be looked at earlier. */
  readonly dueAt?: number | undefined;
}

/** A reaction that waits to be made something of. */
export interface ReactionRow {
  readonly id: number;
  readonly messageId: number | undefined;
  /** How often its message was looked for in vain. */
  readonly attempts: number;
  readonly reaction: Reaction;
}

/** When each kind of reaction to a message came first. */
export type ReactionTimes = Readonly<Record<ReactionKind, number | null>>;

/** The column of a message that keeps when a reaction came first. */
export function timeColumn(kind: ReactionKind): string {
  return `${kind}_at`;
}

/** Whose reaction it is. */
export interface ReactingCustomer {
  readonly customerId: number;
  readonly customerKey: string;
}

/** A message that meets with a reaction. */
export interface ReactionTarget extends ReactingCustomer {
  readonly messageId: number;
  readonly enrollmentId: number;
  readonly journey: string | null;
  readonly step: string;
  readonly visit: number;
  readonly template: string | null;
  readonly channel: string;
  readonly touchpoint: string | null;
  readonly connectorId: number;
  readonly address: string | null;
  readonly createdAt: number;
  readonly times: ReactionTimes;
}
