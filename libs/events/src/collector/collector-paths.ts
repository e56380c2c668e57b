/** The calls that client libraries make, by the names that they have in addresses and batches. */
export const CALL_TYPES = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

export type CallType = (typeof CALL_TYPES)[number];

/** Addresses of the collector: outside /api/v1, where client libraries look for them. */
export const COLLECTOR_PATHS: readonly string[] = [...CALL_TYPES, 'batch'].map((name) => `v1/${name}`);

/** Limits of the public specification. */
export const COLLECTOR_LIMITS = {
  batchBytes: 512_000,
  batchCalls: 2_500,
  call: { depth: 64, size: 32_768 },
} as const;
