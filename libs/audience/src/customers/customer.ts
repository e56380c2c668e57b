import type { JsonObject } from '@parcours/kernel';

import { EMPTY_PROFILE, type Profile } from './profile.js';

/** A person whom journeys address, known to the outside by `externalId`. */
export interface Customer {
  readonly id: number;
  readonly lane: number;
  readonly externalId: string;
  readonly kind: CustomerKind;
  readonly traits: JsonObject;
  readonly profile: Profile;
  /** The customer that this one was merged into: what is left here is a signpost. */
  readonly mergedInto: number | null;
  /**
   * The person was erased then and came back: what they did before is not taken. Left out where nobody has looked yet;
   * adding the customer does.
   */
  readonly erasedBefore?: number | null;
  /** Counts the changes; the ETag of the REST resource. */
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** `anonymous`: seen under an id that a device was given, and not identified yet. The places in the list are stored. */
export const CUSTOMER_KINDS = ['known', 'anonymous'] as const;

export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** The longest external id: what fits the column of every database. */
export const CUSTOMER_ID_MAX = 255;

/** A customer of whom nothing is known but the id. */
export function newCustomer(made: {
  readonly id: number;
  readonly lane: number;
  readonly externalId: string;
  readonly now: number;
}): Customer {
  return {
    // One by one: gathering them with a spread takes longer than all the rest of a new customer.
    id: made.id,
    lane: made.lane,
    externalId: made.externalId,
    kind: 'known',
    traits: {},
    profile: EMPTY_PROFILE,
    mergedInto: null,
    revision: 1,
    createdAt: made.now,
    updatedAt: made.now,
  };
}
