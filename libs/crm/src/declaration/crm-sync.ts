import type { LocalisedText } from '@parcours/kernel';
import type { RecordKind } from '@parcours/sdk';

/** Which side a value comes from. */
export const DIRECTIONS = ['in', 'out', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Who is right where both sides have changed a value since they last agreed. */
export const CONFLICT_RULES = ['newest', 'crm', 'parcours'] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** What customers and people of a CRM are recognised by. */
export const MATCH_TRAITS = ['email', 'phone', 'id'] as const;

/** One value that both sides keep. */
export interface FieldLine {
  readonly trait: string;
  readonly field: string;
  readonly direction?: Direction;
  readonly conflict?: ConflictRule;
}

/** What the CRM hears of a customer who is erased: nothing, or that it is to forget the person. */
export const ERASURE_RULES = ['keep', 'forget'] as const;
export type ErasureRule = (typeof ERASURE_RULES)[number];

export type Scalar = string | number | boolean | null;

/** A record whose field has one of these values. */
export interface FieldTest {
  readonly field: string;
  readonly in: readonly Exclude<Scalar, null>[];
}

/** What a change of a record is told as: when it was made, or when a field comes to one of the values. */
export interface RecordEvent {
  readonly event: string;
  readonly when?: FieldTest;
}

export const AGGREGATES = ['count', 'sum', 'earliest', 'latest'] as const;

/** What the records of a customer come to, kept as a trait. */
export interface RecordTrait {
  readonly trait: string;
  readonly is: (typeof AGGREGATES)[number];
  /** Of all but `count`. */
  readonly field?: string;
  readonly where?: FieldTest;
}

/** What becomes of one kind of record. */
export interface RecordLine {
  readonly kind: Exclude<RecordKind, 'person'>;
  /** Property of the events → field. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly events?: readonly RecordEvent[];
  readonly traits?: readonly RecordTrait[];
}

/** Keeps customers in step with the people of a CRM. */
export interface CrmSyncDocument {
  readonly description?: LocalisedText;
  readonly connector: string;
  readonly match: { readonly trait: (typeof MATCH_TRAITS)[number]; readonly field?: string };
  readonly fields: readonly FieldLine[];
  readonly conflict?: ConflictRule;
  /** Whether people whom nobody is here become customers. */
  readonly newCustomers?: boolean;
  /** Who goes out; nobody where it is left out. */
  readonly send?: { readonly segment?: string; readonly newPeople?: boolean };
  readonly records?: readonly RecordLine[];
  /** `keep` where it is left out. */
  readonly onErasure?: ErasureRule;
  readonly every?: string;
}

export const DEFAULT_EVERY = '15m';
