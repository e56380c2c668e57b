const HTTP_DATE = /^[A-Z][a-z]{2,8},? /;

/** What `Retry-After` says (RFC 9110, 10.2.3), in milliseconds from now. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  // Date.parse takes "-5" for a month.
  const at = HTTP_DATE.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
