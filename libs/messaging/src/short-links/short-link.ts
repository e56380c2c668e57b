/** A link in the text of a message, by way of us. Times are in milliseconds since the epoch. */
export interface ShortLink {
  /** Eleven letters and digits. */
  readonly code: string;
  readonly messageId: number;
  readonly customerId: number;
  readonly url: string;
  /** Its place among the links of the message, and how many those are. */
  readonly place: readonly [number, number];
  readonly sentAt: number;
}
