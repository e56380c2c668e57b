import type { Language } from './localised.js';

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

const UNIT_WORDS: Readonly<Record<Language, Readonly<Record<Unit, readonly [one: string, many: string]>>>> = {
  en: {
    s: ['second', 'seconds'],
    m: ['minute', 'minutes'],
    h: ['hour', 'hours'],
    d: ['day', 'days'],
    w: ['week', 'weeks'],
  },
  fr: {
    s: ['seconde', 'secondes'],
    m: ['minute', 'minutes'],
    h: ['heure', 'heures'],
    d: ['jour', 'jours'],
    w: ['semaine', 'semaines'],
  },
};

/**
 * A duration in words, its sign left out: `2d` is `2 days`, `-1w` is `1 semaine` in French. The unit stays as it was
 * written, for 36 hours are no day and a half to their author. Anything else comes back as it is.
 */
export function describeDuration(text: string, language: Language): string {
  const match = DURATION.exec(text);
  if (!match) return text;
  const count = Number(match[2]);
  const [one, many] = UNIT_WORDS[language][match[3] as Unit];
  // French counts zero as one.
  const isOne = count === 1 || (count === 0 && language === 'fr');
  return `${String(count)} ${isOne ? one : many}`;
}
