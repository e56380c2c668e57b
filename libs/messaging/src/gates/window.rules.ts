import type { ConnectorLimits } from './gate-terms.js';
import type { GateState, Slots, WindowName } from './gate-state.js';

interface Window {
  readonly name: WindowName;
  readonly limit: number;
  readonly lengthMs: number;
  /** How fine it is counted. */
  readonly slotMs: number;
}

/** A window that limits, and how much of it is used. */
export interface UsedWindow extends Window {
  readonly used: number;
  /** When the first part of it is free again; `undefined` while all of it is out with workers. */
  readonly freeAt: number | undefined;
}

const SHAPES = {
  second: { lengthMs: 1_000, slotMs: 50 },
  minute: { lengthMs: 60_000, slotMs: 1_000 },
  day: { lengthMs: 86_400_000, slotMs: 900_000 },
} as const;

function windowsOf({ perSecond, perMinute, perDay }: ConnectorLimits): readonly Window[] {
  const limits = { second: perSecond, minute: perMinute, day: perDay };
  return (['second', 'minute', 'day'] as const).flatMap((name) => {
    const limit = limits[name];
    return limit === undefined ? [] : [{ name, limit, ...SHAPES[name] }];
  });
}

/** When the last message of a slot has left the window. */
function leavesAt(slot: number, { lengthMs, slotMs }: Window): number {
  return (slot + 1) * slotMs + lengthMs;
}

/** Every window that limits: what was handed over within it, and what is out with workers. */
export function usedWindows(limits: ConnectorLimits, state: GateState, now: number): readonly UsedWindow[] {
  const out = state.out.reduce((sum, { count }) => sum + count, 0);
  return windowsOf(limits).map((window) => {
    const within = (state.used[window.name] ?? []).filter(([slot]) => leavesAt(slot, window) > now);
    const [first] = within;
    return {
      ...window,
      used: within.reduce((sum, [, count]) => sum + count, out),
      freeAt: first && leavesAt(first[0], window),
    };
  });
}

/** Notes what was handed over by a time, and forgets what has left the windows. */
export function noteUsed(
  state: GateState,
  limits: ConnectorLimits,
  { count, at }: { count: number; at: number },
): GateState['used'] {
  const entries = windowsOf(limits).map((window) => {
    const kept = (state.used[window.name] ?? []).filter(([slot]) => leavesAt(slot, window) > at);
    return [window.name, plus(kept, Math.floor(at / window.slotMs), count)] as const;
  });
  return Object.fromEntries(entries);
}

function plus(slots: Slots, slot: number, count: number): Slots {
  if (count === 0) return slots;
  const known = slots.find(([name]) => name === slot)?.[1] ?? 0;
  return [...slots.filter(([name]) => name !== slot), [slot, known + count] as const].sort(
    ([a], [b]) => a - b,
  );
}
