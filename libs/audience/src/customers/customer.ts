import type { JsonObject } from '@parcours/kernel';

/** A person whom journeys address, known to the outside by `externalId`. */
export interface Customer {
  readonly id: number;
  readonly lane: number;
  readonly externalId: string;
  readonly traits: JsonObject;
  /** Counts the changes; the ETag of the REST resource. */
  readonly revision: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The longest external id: what fits the column of every database. */
export const CUSTOMER_ID_MAX = 255;
