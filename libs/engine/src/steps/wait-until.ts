import { compilePath, parseDate } from '@parcours/conditions';
import { describeDuration, parseDuration, parseInstant } from '@parcours/kernel';
import type { PictureContext } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { chooseZone, CUSTOMER_ZONE } from '../time/zone-choice.js';
import type { TimeOfDay } from '../time/zones.js';
import { nextTimeOfDay, parseTimeOfDay, startOfLocalDay, WEEKDAYS } from '../time/zones.js';
import type { Weekday } from '../time/zones.js';
import type { StepVisit } from './step-type.js';

/** When a wait ends: a time of day in a zone, or the date in a trait with an offset. */
export type Until =
  | { readonly time: string; readonly weekdays?: readonly Weekday[]; readonly timezone?: string }
  | { readonly trait: string; readonly offset?: string };

/** The end of a wait in milliseconds since the epoch; `undefined` where the customer has no such date. */
export type WaitEnd = (visit: StepVisit) => number | undefined;

/** Prepares the end of a wait. */
export function compileUntil(until: Until): WaitEnd {
  return 'trait' in until ? untilTrait(until) : untilTime(until);
}

const MOST_ZONES = 1_000;

function untilTime(until: Extract<Until, { time: string }>): WaitEnd {
  const named = until.timezone ?? CUSTOMER_ZONE;
  const time: TimeOfDay = {
    ...(parseTimeOfDay(until.time) ?? { hour: 0, minute: 0 }),
    weekdays: until.weekdays && new Set(until.weekdays.map((day) => WEEKDAYS.indexOf(day) + 1)),
  };
  // Zone arithmetic costs tens of microseconds. A next occurrence stays the next one for every moment between the
  // one it was asked for and itself, so a journey that moves thousands of people asks once per zone.
  const latest = new Map<string, { askedAt: number; next: number }>();
  return (visit) => {
    const zone = chooseZone(named, visit.customer, visit.timezone);
    const known = latest.get(zone);
    if (known && known.askedAt <= visit.now && visit.now < known.next) return known.next;
    if (latest.size >= MOST_ZONES) latest.clear();
    const next = nextTimeOfDay(visit.now, zone, time);
    latest.set(zone, { askedAt: visit.now, next });
    return next;
  };
}

function untilTrait(until: Extract<Until, { trait: string }>): WaitEnd {
  const read = compilePath(until.trait);
  const offset = until.offset ?? '0s';
  const offsetMs = parseDuration(offset) ?? 0;
  // Whole days count in the customer's calendar, so that midnight stays midnight across a change of the clock.
  const days = /[dw]$/.test(offset) ? offsetMs / 86_400_000 : 0;
  const restMs = days === 0 ? offsetMs : 0;
  return (visit) => {
    const value = read(visit.customer.traits);
    if (typeof value !== 'string') return undefined;
    const date = parseDate(value);
    if (date === undefined) {
      const instant = parseInstant(value);
      return instant === undefined ? undefined : instant + offsetMs;
    }
    const zone = chooseZone(CUSTOMER_ZONE, visit.customer, visit.timezone);
    return startOfLocalDay(date, zone, days) + restMs;
  };
}

/** When a wait ends, in words: `Until 10:00, Mon–Fri` and whose clock shows it. */
export function describeUntil(
  until: Until,
  context: PictureContext,
): { readonly title: string; readonly details: readonly string[] } {
  if ('trait' in until) return { title: describeDate(until, context), details: [] };
  const { time, weekdays, timezone = CUSTOMER_ZONE } = until;
  const days = weekdays ? `, ${describeWeekdays(weekdays, context)}` : '';
  return {
    title: say(context, `Until ${time}`, `Jusqu’à ${time}`) + days,
    details: [
      timezone === CUSTOMER_ZONE ? say(context, 'where the customer is', 'à l’heure du client') : timezone,
    ],
  };
}

function describeDate({ trait, offset }: Extract<Until, { trait: string }>, context: PictureContext): string {
  if (offset === undefined || parseDuration(offset) === 0) {
    return say(context, `Until ${trait}`, `Jusqu’à ${trait}`);
  }
  const length = describeDuration(offset, context.language);
  return offset.startsWith('-')
    ? say(context, `Until ${length} before ${trait}`, `Jusqu’à ${length} avant ${trait}`)
    : say(context, `Until ${length} after ${trait}`, `Jusqu’à ${length} après ${trait}`);
}

const DAY_NAMES = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
} as const;

/** Days that follow each other as a range, from three on: `Mon–Fri`. */
function describeWeekdays(weekdays: readonly Weekday[], { language }: PictureContext): string {
  const numbers = WEEKDAYS.flatMap((day, index) => (weekdays.includes(day) ? [index] : []));
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const nameOf = (number: number | undefined) => DAY_NAMES[language][number ?? 0] ?? '';
  return runs
    .flatMap((run) => (run.length > 2 ? [`${nameOf(run[0])}–${nameOf(run.at(-1))}`] : run.map(nameOf)))
    .join(', ');
}
