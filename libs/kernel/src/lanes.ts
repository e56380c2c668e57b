/**
 * The lane of a customer: FNV-1a (32 bit) over the UTF-16 code units of the external id, with a final avalanche as
 * in MurmurHash3's fmix32, modulo the number of lanes. Never change it: rows on disk carry its result.
 */
export function laneOf(customerId: string, lanes: number): number {
  return stableHash(customerId) % lanes;
}

/** An unsigned 32-bit hash that is the same on every machine and for ever. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
