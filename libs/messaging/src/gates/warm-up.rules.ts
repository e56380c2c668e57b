import type { WarmUp } from '@parcours/catalog';
import { isZone } from '@parcours/engine';
import { type Finding, isJsonObject } from '@parcours/kernel';
import { DateTime } from 'luxon';

import type { DayQuota } from './gate-terms.js';

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

/** What is wrong with a plan that its schema accepts, in a document that keeps it as `warmUp`. */
export function warmUpFindings(warmUp: unknown, code: string): Finding[] {
  const zone = isJsonObject(warmUp) ? warmUp['zone'] : undefined;
  if (typeof zone !== 'string' || isZone(zone)) return [];
  return [
    {
      code,
      severity: 'error',
      pointer: '/warmUp/zone',
      message: 'There is no such time zone.',
      suggestion: 'Name one as Europe/Paris or UTC.',
    },
  ];
}
