const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

type Unit = keyof typeof UNIT_MS;

/** JSON Schema pattern of a duration: a whole number and one of `s`, `m`, `h`, `d`, `w`. */
export const DURATION_PATTERN = '^[0-9]{1,9}[smhdw]$';

/** JSON Schema pattern of a signed offset such as `-30d` or `+5m`; no sign counts as plus. */
export const OFFSET_PATTERN = '^[+-]?[0-9]{1,9}[smhdw]$';

const DURATION = /^([+-]?)(\d{1,9})([smhdw])$/;

/**
 * Milliseconds of a duration such as `30s`, `15m`, `36h`, `2d`, `1w`; negative for `-30d`.
 * A day is 24 hours and a week 7 days: calendar arithmetic in a zone is the engine's.
 * Answers `undefined` for anything else.
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const ms = Number(match[2]) * UNIT_MS[match[3] as Unit];
  return match[1] === '-' ? -ms : ms;
}

/** The shortest text of whole units for a duration in milliseconds: 172,800,000 is `2d`. */
export function formatDuration(ms: number): string {
  const sign = ms < 0 ? '-' : '';
  const seconds = Math.round(Math.abs(ms) / 1_000);
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    const size = UNIT_MS[unit] / 1_000;
    if (seconds > 0 && seconds % size === 0) return `${sign}${String(seconds / size)}${unit}`;
  }
  return `${sign}${String(seconds)}s`;
}
