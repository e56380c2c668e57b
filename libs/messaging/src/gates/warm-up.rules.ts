import { DateTime } from 'luxon';

import type { DayQuota, WarmUp } from './gate-terms.js';

/** What a plan allows on the day that it is; `undefined` once it is over. */
export function quotaOn(warmUp: WarmUp, now: number, workspaceZone: string): DayQuota | undefined {
  const { startedOn, perDay, zone = workspaceZone } = warmUp;
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const days = Math.round(utcDay(today.toISODate() ?? '') - utcDay(startedOn));
  const messages = days < 0 ? 0 : perDay[days];
  if (messages === undefined) return undefined;
  const endsAt = today.plus({ days: 1 }).startOf('day').toMillis();
  return { date: today.toISODate() ?? '', number: days + 1, messages, endsAt };
}

/** Days since the epoch of a date, whatever the zone. */
function utcDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
