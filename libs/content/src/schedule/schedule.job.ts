import { declareJob } from '@parcours/jobs';

/** Publishes what is due; its key names one thing: `item-123`. */
export const CONTENT_SCHEDULE_JOB = declareJob('content-schedule');

export type ScheduleKind = 'item' | 'release';

export function scheduleKey(kind: ScheduleKind, id: number): string {
  return `${kind}-${String(id)}`;
}

/** Undefined for a key of another version of the product. */
export function parseScheduleKey(key: string): { kind: ScheduleKind; id: number } | undefined {
  const match = /^(item|release)-(\d{1,16})$/.exec(key);
  if (!match) return undefined;
  return { kind: match[1] === 'item' ? 'item' : 'release', id: Number(match[2]) };
}
