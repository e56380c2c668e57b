import { parseDuration, parseInstant } from '@parcours/kernel';

/** JSON Schema pattern of a moment: an offset from the beginning such as `+3d`, or an RFC 3339 instant. */
export const MOMENT_PATTERN = '^([+-]?[0-9]{1,9}[smhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt].{6,40})$';

/** The moment that a text means, in milliseconds since the epoch; `undefined` for one that means none. */
export function momentAt(text: string, start: number): number | undefined {
  const offset = parseDuration(text);
  return offset === undefined ? parseInstant(text) : start + offset;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** How long after the beginning something happened, in the two largest units that say it: `+3d`, `+3d 4h`, `+0m`. */
export function sinceStart(at: number, start: number): string {
  const sign = at < start ? '-' : '+';
  let rest = Math.abs(at - start);
  const parts: string[] = [];
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(rest / ms);
    rest -= count * ms;
    if (count > 0 && parts.length < 2) parts.push(`${String(count)}${unit}`);
  }
  return sign + (parts.length === 0 ? '0m' : parts.join(' '));
}
