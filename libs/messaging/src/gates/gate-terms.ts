import type { JsonObject } from '@parcours/kernel';

/** What a provider lets through; whatever is left out is not limited. */
export interface ConnectorLimits {
  readonly perSecond?: number;
  readonly perMinute?: number;
  readonly perDay?: number;
  /** Batches at the same time, of all workers together. */
  readonly concurrency?: number;
}

/** What is allowed on the day that it is. */
export interface DayQuota {
  /** Such as `2026-03-02`. */
  readonly date: string;
  /** 1 for the first day of the plan; less before it begins. */
  readonly number: number;
  readonly messages: number;
  /** When the next day begins, in milliseconds since the epoch. */
  readonly endsAt: number;
}

/** By what a gate lets messages through. */
export interface GateTerms {
  /** Which settings it is about: what was found out about others does not count. */
  readonly versionId?: number | undefined;
  readonly limits: ConnectorLimits;
  readonly quota?: DayQuota | undefined;
}

export const NO_TERMS: GateTerms = { limits: {} };

export function hasTerms({ limits, quota }: GateTerms): boolean {
  return quota !== undefined || Object.values(limits).some((limit) => limit !== undefined);
}

const COUNT = { type: 'integer', minimum: 1, maximum: 100_000_000 } as const;

export const LIMITS_SCHEMA: JsonObject = {
  type: 'object',
  minProperties: 1,
  description: 'What the provider lets through, for all workers together.',
  properties: {
    perSecond: { ...COUNT, description: 'Messages within any second.', examples: [14] },
    perMinute: { ...COUNT, description: 'Messages within any minute.', examples: [600] },
    perDay: { ...COUNT, description: 'Messages within any 24 hours.', examples: [50_000] },
    concurrency: { ...COUNT, description: 'Batches that are sent at the same time.', examples: [4] },
  },
  examples: [{ perSecond: 14, perDay: 50_000 }],
};
