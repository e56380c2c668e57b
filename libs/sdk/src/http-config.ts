/**
 * The member of a configuration that says how long a whole answer may take, in milliseconds.
 * @param fallback where nothing is said
 * @example
 * properties: { timeoutMs: answerTimeoutMs(10_000), atOnce: requestsAtOnce(8) }
 */
export function answerTimeoutMs(fallback: number, { most = 30_000 }: { readonly most?: number } = {}) {
  const description = 'For a whole answer.';
  return { type: 'integer', minimum: 100, maximum: most, default: fallback, description } as const;
}

/**
 * The member of a configuration that says how many requests are made at the same time, for `sendEach`.
 * @param fallback where nothing is said
 */
export function requestsAtOnce(fallback: number, { most = 64 }: { readonly most?: number } = {}) {
  const description = 'Requests at the same time; those of one customer follow each other.';
  return { type: 'integer', minimum: 1, maximum: most, default: fallback, description } as const;
}
