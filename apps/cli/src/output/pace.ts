import { numberOf } from './screen.js';

/** `45 s`, `12 min`, `1 h 20 min`. */
export function timeOf(seconds: number): string {
  if (seconds < 90) return `${String(Math.ceil(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** `812 B`, `3.4 MB`. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const shown = bytes / 1_000 ** step;
  return `${step === 0 ? String(shown) : shown.toFixed(1)} ${units[step] ?? ''}`;
}

/** What is done of a thing, how fast, and how long the rest takes as far as that can be told. */
export interface Pace {
  readonly what: string;
  readonly done: string;
  /** In words, such as `9,300 rows/s`. */
  readonly rate: string | undefined;
  readonly secondsLeft: number | undefined;
}

export function paceLine({ what, done, rate, secondsLeft }: Pace): string {
  const left = secondsLeft === undefined ? undefined : `${timeOf(secondsLeft)} left`;
  return [`${what}: ${done}`, rate, left].filter((part) => part !== undefined).join(', ');
}

/** `12 of 4,000`. */
export function shareOf(done: number, all: number): string {
  return `${numberOf(done)} of ${numberOf(all)}`;
}
