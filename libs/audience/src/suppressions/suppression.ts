/** Why nothing is ever sent to an address. */
export const SUPPRESSION_REASONS = [
  'bounced',
  'complained',
  'requested',
  'invalid',
  'legal',
  'manual',
] as const;

export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** An address that gets nothing, whoever's it is. */
export interface Suppression {
  readonly id: number;
  readonly channel: string;
  /** As it is compared: emails in lower case, numbers in E.164. */
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note: string | null;
  readonly revision: number;
  readonly createdAt: number;
  /** Until when, in milliseconds since the epoch; null for ever. */
  readonly expiresAt: number | null;
}
