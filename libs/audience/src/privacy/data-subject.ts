/** A person, by everything that rows name them by. */
export interface DataSubject {
  /** The customer's own id; the one that was asked for where nobody is known. */
  readonly externalId: string;
  /** Inner ids: the customer's own, and those of customers who were merged into them. Empty where nobody is known. */
  readonly ids: readonly number[];
  /** External ids, likewise; the one that was asked for is always among them. */
  readonly keys: readonly string[];
  /** Of the external ids. */
  readonly pseudonyms: readonly string[];
  /** Lanes in which rows of theirs can lie. */
  readonly lanes: readonly number[];
  /** Email addresses, phone numbers and device tokens, in the form that they are compared in. */
  readonly addresses: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}
