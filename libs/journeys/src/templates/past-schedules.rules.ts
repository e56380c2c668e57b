import { compileCalendar, isJourneyDefinition } from '@parcours/engine';
import { type Finding, formatInstant, pointer } from '@parcours/kernel';

/** The day that clocks show differs by as much around the world. */
const DAY_MS = 86_400_000;

/** Schedules whose last day is over everywhere: they never fire again. `now` in milliseconds since the epoch. */
export function pastScheduleFindings(definition: unknown, now: number): Finding[] {
  if (!isJourneyDefinition(definition)) return [];
  return definition.entry.triggers.flatMap((trigger, index): Finding[] => {
    if (trigger.type !== 'schedule') return [];
    const question = { traits: {}, zone: undefined, now: now - DAY_MS, workspaceZone: 'UTC' };
    const around = compileCalendar(trigger).around(question);
    if (!around || around.nextAt !== Infinity) return [];
    const last = around.latest && formatInstant(around.latest.wall).slice(0, 10);
    return [
      {
        code: 'journeys.schedule-in-the-past',
        severity: 'error',
        pointer: `/definition${pointer('entry', 'triggers', index, 'rrule')}`,
        message: `The last day of the rule is over${last === undefined ? '' : `: ${last}`}. It never lets anybody in.`,
        suggestion: 'Move UNTIL, or the first day of a COUNT, or take the trigger away.',
      },
    ];
  });
}
