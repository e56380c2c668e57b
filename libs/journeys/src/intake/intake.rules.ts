/** Where a journey stands that lets only so many in: the window that turns are given out of. */
export interface IntakeWindow {
  readonly windowStart: number;
  /** Turns of it that are given out. */
  readonly used: number;
}

export interface IntakeRequest {
  /** The most that one window lets in. */
  readonly max: number;
  /** How long a window lasts. */
  readonly perMs: number;
  readonly now: number;
  readonly count: number;
}

/** Gives out turns in order: each is the time at which somebody may go on. A window begins with its first turn. */
export function giveTurns(
  { windowStart, used }: IntakeWindow,
  { max, perMs, now, count }: IntakeRequest,
): { readonly window: IntakeWindow; readonly turns: readonly number[] } {
  let [start, taken] = windowStart + perMs <= now ? [now, 0] : [windowStart, used];
  const turns: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    if (taken >= max) [start, taken] = [start + perMs, 0];
    taken += 1;
    turns.push(Math.max(now, start));
  }
  return { window: { windowStart: start, used: taken }, turns };
}
