const SLOT_MS = 250;

/**
 * When the wake-ups of a key for about the same time come, as one: at the end of their slot, when the time of each has
 * come. Earlier, the one that comes would hide those that are still needed.
 */
export function slotOf(at: number): number {
  return Math.ceil(at / SLOT_MS) * SLOT_MS;
}
